import type { ReactNode } from 'react';
import styles from './Mark.module.css';

export type Tone = 'failing' | 'dueSoon' | 'done' | 'accent' | 'quiet';

const sign: Record<Tone, string> = { failing: '✕', dueSoon: '!', done: '✓', accent: '●', quiet: '○' };

/** A state in a word, always with a sign beside the colour. */
export function Mark({ tone, children, plain }: { tone: Tone; children: ReactNode; plain?: boolean }) {
  return (
    <span className={plain ? styles.plain : styles.mark} data-tone={tone}>
      <span aria-hidden className={styles.sign}>
        {sign[tone]}
      </span>
      {children}
    </span>
  );
}
