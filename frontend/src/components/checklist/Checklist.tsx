import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamed } from '@/lib/i18n/useNamed';
import type { IndexNode } from '@/lib/indexsystem/model';
import type { ItemNode } from '@/lib/indexsystem/tree';
import { answered, answersItself, lacksPhotos, lines, type Answers, type ItemAnswer } from './answers';
import styles from './checklist.module.css';
import { ItemCard } from './ItemCard';

export type ChecklistMode = 'one' | 'all';

export interface ChecklistProps {
  nodes: readonly IndexNode[];
  answers: Answers;
  onAnswer: (answer: ItemAnswer) => void;
  /** one item per screen, or every matter below the other */
  mode: ChecklistMode;
  /** Takes a photo; gives the name it is kept under, or nothing when none was taken. */
  takePhoto?: (item: string) => Promise<string | undefined>;
  /** Stands in the photo's place where files can be sent: shows and changes what proves an item. */
  proofs?: (files: string[], onChange: (files: string[]) => void) => ReactNode;
  /** Asks where we are. */
  locate?: () => Promise<{ longitude: number; latitude: number } | undefined>;
  /** How an item that answers itself is scored, in a sentence. */
  ruleOf?: (node: ItemNode) => string;
  /** Stands below an answer: notes, findings. */
  beside?: (node: ItemNode, answer: ItemAnswer, change: (next: Partial<ItemAnswer>) => void) => ReactNode;
  /** The item to begin with. */
  start?: string;
  /** Tells which item is on screen. */
  onMove?: (item: string) => void;
}

/**
 * A checklist in one hand: what is asked, large buttons, what is still open. Everything it knows comes in and goes out
 * by its properties, so that it works wherever there is no network.
 */
export function Checklist(props: ChecklistProps) {
  const { t } = useTranslation('checklist');
  const named = useNamed();
  const all = lines(props.nodes);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      all.findIndex((line) => line.node.code === props.start),
    ),
  );
  const move = (to: number) => {
    setAt(to);
    const code = all[to]?.node.code;
    if (code) props.onMove?.(code);
  };
  const asked = all.filter(({ node }) => !answersItself(node.item));
  const done = asked.filter(({ node }) => answered(node.item, props.answers[node.code])).length;
  const photos = asked.filter(({ node }) => lacksPhotos(node.item, props.answers[node.code])).length;
  const line = all[Math.min(at, all.length - 1)];
  const progress = (
    <div className={styles.progress}>
      <span>
        {t('progress', { done, total: asked.length })}
        {photos > 0 && t('progressPhotos', { count: photos })}
      </span>
      <progress value={done} max={asked.length} aria-label={t('progress', { done, total: asked.length })} />
    </div>
  );
  const card = (code: string) => {
    const found = all.find(({ node }) => node.code === code);
    if (!found) return null;
    return (
      <ItemCard
        key={code}
        node={found.node}
        answer={props.answers[code]}
        onAnswer={props.onAnswer}
        takePhoto={props.takePhoto}
        proofs={props.proofs}
        locate={props.locate}
        ruleOf={props.ruleOf}
        beside={props.beside}
      />
    );
  };
  if (!line) return <p className={styles.empty}>{t('noItems')}</p>;
  if (props.mode === 'all') {
    return (
      <div className={styles.list}>
        {progress}
        {props.nodes.map((matter) => (
          <section key={matter.code} aria-label={named(matter)}>
            <h2 className={styles.matter}>
              {matter.code} {named(matter)}
            </h2>
            {all.filter((one) => one.matter === matter).map(({ node }) => card(node.code))}
          </section>
        ))}
      </div>
    );
  }
  return (
    <div className={styles.one}>
      {progress}
      <div className={styles.screen}>
        <h2 className={styles.matter}>
          {line.matter.code} {named(line.matter)}
        </h2>
        {card(line.node.code)}
      </div>
      <div className={styles.bar}>
        <button type="button" disabled={at === 0} onClick={() => move(at - 1)}>
          {t('previous')}
        </button>
        <span>
          {at + 1} / {all.length}
        </span>
        <button
          type="button"
          className={styles.main}
          disabled={at >= all.length - 1}
          onClick={() => move(at + 1)}
        >
          {t('next')}
        </button>
      </div>
    </div>
  );
}
