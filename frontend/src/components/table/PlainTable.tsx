import { Pagination } from 'antd';
import { useState, type ReactNode } from 'react';
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
  /** Where rows grow with the time: so many at once. */
  pageSize?: number;
}

/** A short table to read, without search: in drawers, under charts, in summaries. */
export function PlainTable({ label, columns, rows, foot, cards, pageSize = Infinity }: Props) {
  const phone = usePhone();
  const [asked, ask] = useState(1);
  const page = Math.max(1, Math.min(asked, Math.ceil(rows.length / pageSize)));
  const shown = rows.length > pageSize ? rows.slice((page - 1) * pageSize, page * pageSize) : rows;
  const pages = rows.length > pageSize && (
    <div className={cardStyles.pages}>
      <Pagination
        size={phone ? 'medium' : 'small'}
        simple={phone}
        current={page}
        pageSize={pageSize}
        total={rows.length}
        showSizeChanger={false}
        onChange={ask}
      />
    </div>
  );
  if (cards && phone) {
    return (
      <>
        <ul className={cardStyles.cards} aria-label={label}>
          {shown.map((row) => (
            <Card key={row.key} columns={columns} cells={row.cells} />
          ))}
          {foot && <Card columns={columns} cells={foot} total />}
        </ul>
        {pages}
      </>
    );
  }
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls inside itself */}
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
            {shown.map((row) => (
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
      {pages}
    </>
  );
}

/** Words stand one below another, figures three in a line. */
function Card({ columns, cells, total }: { columns: PlainColumn[]; cells: ReactNode[]; total?: boolean }) {
  const facts = cells.map((content, i) => ({ i, content, column: columns[i] })).slice(1);
  const words = facts.filter(({ column, content }) => !column?.numeric && (!total || content));
  const figures = facts.filter(({ column }) => column?.numeric);
  const list = (of: typeof facts) =>
    of.map(({ i, content, column }) => (
      <div key={i}>
        <dt>{column?.title}</dt>
        <dd>{content}</dd>
      </div>
    ));
  return (
    <li className={total ? `${cardStyles.card} ${cardStyles.total}` : cardStyles.card}>
      <div className={cardStyles.head}>{cells[0]}</div>
      {words.length > 0 && <dl className={cardStyles.lines}>{list(words)}</dl>}
      {figures.length > 0 && (
        <dl className={cardStyles.facts} data-figures>
          {list(figures)}
        </dl>
      )}
    </li>
  );
}
