import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { ageingQuery, ledgerQuery, type Ledger } from '../api/findings';
import styles from './rectification.module.css';

const GROUPINGS = ['UNIT', 'REGION', 'ZONE', 'SEVERITY', 'ORIGIN'] as const;
type Grouping = (typeof GROUPINGS)[number];

/** found = closed + open + overdue, in four figures. */
export function Counts({ total }: { total: Ledger }) {
  const { t } = useTranslation('rectification');
  return (
    <div className={styles.counts}>
      {(['found', 'closed', 'open', 'overdue'] as const).map((key) => (
        <div
          key={key}
          className={styles.count}
          data-tone={
            key === 'overdue' && total.overdue > 0 ? 'failing' : key === 'closed' ? 'done' : undefined
          }
        >
          <span>{t(`counts.${key}`)}</span>
          <strong>{number(total[key])}</strong>
        </div>
      ))}
    </div>
  );
}

/** The same by unit, township, zone, severity or origin, and how long things have been open. */
export function Overview() {
  const { t } = useTranslation('rectification');
  const [chosen, choose] = useUrlState('by', { replace: true });
  const by: Grouping = GROUPINGS.find((one) => one === chosen) ?? 'UNIT';
  const groups = useQuery(ledgerQuery({ by }));
  const ages = useQuery(ageingQuery());
  return (
    <div className={styles.overview}>
      <Section
        title={t('by.label')}
        actions={
          <Select
            aria-label={t('by.label')}
            value={by}
            onChange={choose}
            options={GROUPINGS.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
        }
      >
        <QueryView query={groups}>{(rows) => <Groups rows={rows} by={by} />}</QueryView>
      </Section>
      <QueryView query={ages}>
        {(rows) => {
          const open = rows.reduce((sum, one) => sum + one.open, 0);
          const most = Math.max(1, ...rows.map((one) => one.open));
          return (
            <Section title={t('ageing.title')} note={t('ageing.sentence', { open: number(open) })}>
              <ul className={styles.ages}>
                {rows.map((one) => (
                  <li key={one.fromDays} className={styles.age}>
                    <span>
                      {one.toDays === null
                        ? t('ageing.more', { from: one.fromDays })
                        : t('ageing.days', { from: one.fromDays, to: one.toDays })}
                    </span>
                    <span className={styles.bar} title={t('ageing.overdue', { n: number(one.overdue) })}>
                      <i style={{ width: `${(one.open / most) * 100}%` }} />
                      <i data-overdue style={{ width: `${(one.overdue / most) * 100}%` }} />
                    </span>
                    <strong>{number(one.open)}</strong>
                    {one.overdue > 0 && (
                      <span className="dd-visually-hidden">
                        {t('ageing.overdue', { n: number(one.overdue) })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          );
        }}
      </QueryView>
    </div>
  );
}

function Groups({ rows, by }: { rows: Ledger[]; by: Grouping }) {
  const { t } = useTranslation('rectification');
  const name = (row: Ledger) =>
    by === 'SEVERITY'
      ? t(`severities.${row.key}`)
      : by === 'ORIGIN'
        ? t(`origins.${row.key}`)
        : row.name || t('noGroup');
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls inside itself
    <div className={styles.groupBox} tabIndex={0} role="group" aria-label={t('by.label')}>
      <table className={styles.groups}>
        <thead>
          <tr>
            <th scope="col">{t(`by.${by}`)}</th>
            {(['found', 'closed', 'open', 'overdue'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`counts.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{name(row)}</td>
              <td>{number(row.found)}</td>
              <td>{number(row.closed)}</td>
              <td>{number(row.open)}</td>
              <td>{number(row.overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
