import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { ItemNode } from '../tree';
import { useItemWords } from '../useItemWords';
import { answersItself, complete, emptyAnswer, photosMissing, type ItemAnswer } from './answers';
import type { ChecklistProps } from './Checklist';
import styles from './checklist.module.css';
import { ItemControl } from './ItemControl';

interface Props extends Pick<ChecklistProps, 'onAnswer' | 'takePhoto' | 'locate'> {
  node: ItemNode;
  answer: ItemAnswer | undefined;
}

/** One item: what is asked and why, its answer, its photos, and whether it applies. */
export function ItemCard({ node, answer, onAnswer, takePhoto, locate }: Props) {
  const { t, i18n } = useTranslation('indexsystem');
  const named = useNamed();
  const words = useItemWords();
  const { item } = node;
  const given = answer ?? emptyAnswer(node.code);
  const change = (next: Partial<ItemAnswer>) => onAnswer({ ...given, ...next });
  const guide = (i18n.language === 'en' && item.guideEn) || item.guideZh;
  const missing = photosMissing(item, answer);
  const photo = async () => {
    const taken = await takePhoto(node.code);
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
          <span>{t(node.bonus ? 'trial.bonusOf' : 'trial.fullOf', { full: number(node.points) })}</span>
        )}
        {item.veto && <span className={styles.veto}>! {t(`how.veto.${item.veto}`)}</span>}
        {photos && <span>{t('how.photos', { count: item.photos ?? 1 })}</span>}
      </div>
      {guide && <p className={styles.guide}>{guide}</p>}
      {answersItself(item) ? (
        <p className={styles.itself}>
          {t('trial.itself')} {words.rule(node)}
        </p>
      ) : (
        !given.notApplicable && <ItemControl node={node} answer={given} onChange={change} locate={locate} />
      )}
      {photos && !given.notApplicable && (
        <button type="button" className={styles.wide} onClick={() => void photo()}>
          {missing > 0
            ? t('trial.photoMissing', { count: given.evidence.length, missing })
            : t('trial.photo', { count: given.evidence.length })}
        </button>
      )}
      {!answersItself(item) && (
        <button
          type="button"
          className={styles.quiet}
          aria-pressed={given.notApplicable}
          onClick={() => change({ notApplicable: !given.notApplicable })}
        >
          {given.notApplicable ? `✓ ${t('trial.notApplicable')}` : t('trial.notApplicable')}
        </button>
      )}
    </div>
  );
}
