import type { Column } from './columns';
import styles from './Cards.module.css';

interface Props<T> {
  label: string;
  rows: readonly T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  onOpen?: (row: T) => void;
}

/** The same rows on a phone: a card each, the first column its head. */
export function Cards<T>({ label, rows, columns, rowKey, onOpen }: Props<T>) {
  const [first, ...rest] = columns;
  if (!first) return null;
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.card}>
          {onOpen ? (
            <button type="button" className={styles.head} onClick={() => onOpen(row)}>
              <span>{first.render(row)}</span>
              <span aria-hidden>›</span>
            </button>
          ) : (
            <div className={styles.head}>{first.render(row)}</div>
          )}
          <dl className={styles.facts}>
            {rest.map((column) => {
              const mark = column.mark?.(row);
              return (
                <div key={column.key}>
                  <dt>
                    {column.title}
                    {column.unit && ` (${column.unit})`}
                  </dt>
                  <dd data-mark={mark} className={column.numeric ? 'dd-num' : undefined}>
                    {mark && <span aria-hidden>{mark === 'failing' ? '✕ ' : '! '}</span>}
                    {column.render(row)}
                  </dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
