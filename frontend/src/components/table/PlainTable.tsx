import type { ReactNode } from 'react';
import { usePhone } from '@/lib/useMediaQuery';
import styles from '../chart/Chart.module.css';
import cardStyles from './Cards.module.css';

export interface PlainColumn {
  title: ReactNode;
  numeric?: boolean;
}

interface Props {
  label: string;
  columns: PlainColumn[];
  rows: { key: string; cells: ReactNode[]; tone?: 'failing' | 'confirm' }[];
  foot?: ReactNode[];
  /** On a phone a card for each row, headed by its first cell. */
  cards?: boolean;
}

/** A short table to read, without search or pages: in drawers, under charts, in summaries. */
export function PlainTable({ label, columns, rows, foot, cards }: Props) {
  const phone = usePhone();
  if (cards && phone) {
    return (
      <ul className={cardStyles.cards} aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className={cardStyles.card}>
            <div className={cardStyles.head}>{row.cells[0]}</div>
            <dl className={cardStyles.lines}>
              {row.cells.slice(1).map((cell, i) => (
                <div key={i}>
                  <dt>{columns[i + 1]?.title}</dt>
                  <dd>{cell}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls inside itself
    <div className={styles.plainBox} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column, i) =>
              column.title ? (
                <th key={i} scope="col" data-numeric={column.numeric || undefined}>
                  {column.title}
                </th>
              ) : (
                <td key={i} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-tone={row.tone}>
              {row.cells.map((cell, i) => (
                <td key={i} data-numeric={columns[i]?.numeric || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, i) => (
                <td key={i} data-numeric={columns[i]?.numeric || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
