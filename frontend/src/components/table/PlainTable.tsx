import type { ReactNode } from 'react';
import styles from '../chart/Chart.module.css';

export interface PlainColumn {
  title: ReactNode;
  numeric?: boolean;
}

interface Props {
  label: string;
  columns: PlainColumn[];
  rows: { key: string; cells: ReactNode[]; tone?: 'failing' | 'confirm' }[];
  foot?: ReactNode[];
}

/** A short table to read, without search or pages: in drawers, under charts, in summaries. */
export function PlainTable({ label, columns, rows, foot }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls inside itself
    <div className={styles.plainBox} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col" data-numeric={column.numeric || undefined}>
                {column.title}
              </th>
            ))}
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
