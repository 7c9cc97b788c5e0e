import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Without padding, for tables that run to the edge. */
  flush?: boolean;
  className?: string;
}

/** A quiet sheet with a head: the only container pages put things into. */
export function Section({ title, note, actions, children, flush, className }: Props) {
  const id = useId();
  return (
    <section className={`${styles.section} ${className ?? ''}`} aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <div className={styles.head}>
          <div>
            {title && (
              <h2 id={id} className={styles.title}>
                {title}
              </h2>
            )}
            {note && <div className={styles.note}>{note}</div>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
