import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { ItemNode } from '@/lib/indexsystem/tree';
import { answersItself, complete, emptyAnswer, photosMissing, type ItemAnswer } from './answers';
import type { ChecklistProps } from './Checklist';
import styles from './checklist.module.css';
import { ItemControl } from './ItemControl';

interface Props extends Pick<
  ChecklistProps,
  'onAnswer' | 'takePhoto' | 'proofs' | 'locate' | 'ruleOf' | 'beside'
> {
  node: ItemNode;
  answer: ItemAnswer | undefined;
}

/** One item: what is asked and why, its answer, its photos, and whether it applies. */
export function ItemCard({ node, answer, onAnswer, takePhoto, proofs, locate, ruleOf, beside }: Props) {
  const { t, i18n } = useTranslation('checklist');
  const named = useNamed();
  const { item } = node;
  const given = answer ?? emptyAnswer(node.code);
  const change = (next: Partial<ItemAnswer>) => onAnswer({ ...given, ...next });
  const guide = (i18n.language === 'en' && item.guideEn) || item.guideZh;
  const missing = photosMissing(item, answer);
  const photo = async () => {
    const taken = await takePhoto?.(node.code);
    if (taken) change({ evidence: [...given.evidence, taken] });
  };
  const photos = item.kind === 'PHOTO' || item.photos !== null;
  return (
    <div
      className={styles.card}
      role="group"
      aria-label={`${node.code} ${named(node)}`}
      data-done={complete(item, answer) || undefined}
      id={`ask-${node.code}`}
      tabIndex={-1}
    >
      <div className={styles.question}>
        <span className={styles.code}>{node.code}</span> {named(node)}
      </div>
      <div className={styles.marks}>
        {node.points !== null && (
          <span>{t(node.bonus ? 'bonusOf' : 'fullOf', { full: number(node.points) })}</span>
        )}
        {item.veto && <span className={styles.veto}>! {t(`how.veto.${item.veto}`)}</span>}
        {photos && <span>{t('how.photos', { count: item.photos ?? 1 })}</span>}
      </div>
      {guide && <p className={styles.guide}>{guide}</p>}
      {answersItself(item) ? (
        <p className={styles.itself}>
          {t('itself')} {ruleOf?.(node)}
        </p>
      ) : (
        !given.notApplicable && <ItemControl node={node} answer={given} onChange={change} locate={locate} />
      )}
      {photos && !given.notApplicable && proofs?.(given.evidence, (evidence) => change({ evidence }))}
      {photos && !given.notApplicable && takePhoto && (
        <button type="button" className={styles.wide} onClick={() => void photo()}>
          {missing > 0
            ? t('photoMissing', { count: given.evidence.length, missing })
            : t('photo', { count: given.evidence.length })}
        </button>
      )}
      {beside?.(node, given, change)}
      {!answersItself(item) && (
        <button
          type="button"
          className={styles.quiet}
          aria-pressed={given.notApplicable}
          onClick={() => change({ notApplicable: !given.notApplicable })}
        >
          {given.notApplicable ? `✓ ${t('notApplicable')}` : t('notApplicable')}
        </button>
      )}
    </div>
  );
}
