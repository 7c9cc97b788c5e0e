import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNamed } from '@/lib/i18n/useNamed';
import type { IndexNode } from '../../model';
import { complete, lines, type Answers, type ItemAnswer } from './answers';
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
  takePhoto: (item: string) => Promise<string | undefined>;
  /** Asks where we are. */
  locate?: () => Promise<{ longitude: number; latitude: number } | undefined>;
  /** The item to begin with. */
  start?: string;
}

/**
 * A checklist in one hand: what is asked, large buttons, what is still open. Everything it knows comes in and goes out
 * by its properties, so that it works wherever there is no network.
 */
export function Checklist(props: ChecklistProps) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const all = lines(props.nodes);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      all.findIndex((line) => line.node.code === props.start),
    ),
  );
  const done = all.filter(({ node }) => complete(node.item, props.answers[node.code])).length;
  const line = all[Math.min(at, all.length - 1)];
  const progress = (
    <div className={styles.progress}>
      <span>{t('trial.progress', { done, total: all.length })}</span>
      <progress value={done} max={all.length} aria-label={t('trial.progress', { done, total: all.length })} />
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
        locate={props.locate}
      />
    );
  };
  if (!line) return <p className={styles.empty}>{t('trial.noItems')}</p>;
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
        <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('trial.previous')}
        </button>
        <span>
          {at + 1} / {all.length}
        </span>
        <button
          type="button"
          className={styles.main}
          disabled={at >= all.length - 1}
          onClick={() => setAt(at + 1)}
        >
          {t('trial.next')}
        </button>
      </div>
    </div>
  );
}
