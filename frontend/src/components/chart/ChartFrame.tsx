import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Chart.module.css';

export interface ChartColumn {
  title: string;
  numeric?: boolean;
}

interface Props {
  title: ReactNode;
  /** Names the chart when the title is not text. */
  name: string;
  /** What the chart says, in one sentence. */
  sentence?: ReactNode;
  columns: ChartColumn[];
  rows: { key: string; cells: ReactNode[] }[];
  children: ReactNode;
  actions?: ReactNode;
  compact?: boolean;
}

/** A chart with its sentence and, one press away, the same figures as a table. */
export function ChartFrame({ title, name, sentence, columns, rows, children, actions, compact }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const Title = compact ? 'h3' : 'h2';
  return (
    <section className={compact ? styles.compact : styles.frame} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Title id={id} className={styles.title}>
            {title}
          </Title>
          {sentence && <div className={styles.sentence}>{sentence}</div>}
        </div>
        <div className={styles.actions}>
          {actions}
          <div className={styles.switch} role="group" aria-label={t('chart.view', { title: name })}>
            <button type="button" aria-pressed={!asTable} onClick={() => setAsTable(false)}>
              {t('chart.chart')}
            </button>
            <button type="button" aria-pressed={asTable} onClick={() => setAsTable(true)}>
              {t('chart.table')}
            </button>
          </div>
        </div>
      </div>
      {asTable ? (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls inside itself
        <div className={styles.tableBox} tabIndex={0} role="group" aria-label={name}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.title} scope="col" data-numeric={column.numeric || undefined}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  {row.cells.map((cell, i) => (
                    <td key={columns[i]?.title ?? i} data-numeric={columns[i]?.numeric || undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        children
      )}
    </section>
  );
}
