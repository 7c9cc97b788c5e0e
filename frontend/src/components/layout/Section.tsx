import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import styles from './Section.module.css';

interface Props {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Without padding, for tables that run to the edge. */
  flush?: boolean;
  className?: string;
  /** Its place in the page's address, after `#`: a link to it brings it into view. */
  anchor?: string;
}

/** A quiet sheet with a head: the only container pages put things into. */
export function Section({ title, note, actions, children, flush, className, anchor }: Props) {
  const id = useId();
  const { hash } = useLocation();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (anchor && hash === `#${anchor}`) box.current?.scrollIntoView({ block: 'start' });
  }, [anchor, hash]);
  return (
    <section
      ref={box}
      id={anchor}
      className={`${styles.section} ${className ?? ''}`}
      aria-labelledby={title ? id : undefined}
    >
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
