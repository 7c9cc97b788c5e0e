import { MISSING } from '@/lib/format/numbers';
import type { Column } from './columns';
import styles from './Cards.module.css';
import { Opener, type Opening } from './Opener';

interface Props<T> extends Opening<T> {
  label: string;
  rows: readonly T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
}

/**
 * The same rows on a phone: a card each, headed by the first column or the one that says so. Figures stand three in a
 * line; words that are missing take no room, a missing figure does.
 */
export function Cards<T>({ label, rows, columns, rowKey, to, onOpen }: Props<T>) {
  const first = columns.find((column) => column.heads) ?? columns[0];
  if (!first) return null;
  const rest = columns.filter((column) => column !== first);
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.card}>
          {to || onOpen ? (
            <Opener row={row} to={to} onOpen={onOpen} className={`${styles.head} ${styles.opens}`}>
              <span>{first.render(row)}</span>
              <span aria-hidden>›</span>
            </Opener>
          ) : (
            <div className={styles.head}>{first.render(row)}</div>
          )}
          <Facts row={row} columns={rest.filter((column) => !column.numeric)} />
          <Facts row={row} columns={rest.filter((column) => column.numeric)} figures />
        </li>
      ))}
    </ul>
  );
}

function Facts<T>({ row, columns, figures }: { row: T; columns: Column<T>[]; figures?: boolean }) {
  const facts = columns
    .map((column) => ({ column, content: column.render(row) }))
    .filter(({ content }) => figures || content !== MISSING);
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts} data-figures={figures}>
      {facts.map(({ column, content }) => {
        const mark = column.mark?.(row);
        return (
          <div key={column.key}>
            <dt>
              {column.title}
              {column.unit && ` (${column.unit})`}
            </dt>
            <dd data-mark={mark} className={figures ? 'dd-num' : undefined}>
              {mark && <span aria-hidden>{mark === 'failing' ? '✕ ' : '! '}</span>}
              {content}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
