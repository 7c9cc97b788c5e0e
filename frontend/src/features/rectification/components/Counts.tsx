import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { useToday } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { ageingQuery, ledgerQuery, type Ledger } from '../api/findings';
import styles from './rectification.module.css';

/** Stands in the address for schools in no zone, and for townships. */
export const NO_ZONE = 'none';
const GROUPINGS = ['UNIT', 'REGION', 'ZONE', 'SEVERITY', 'ORIGIN'] as const;
type Grouping = (typeof GROUPINGS)[number];

/** found = closed + open + overdue, in four figures. */
export function Counts({ total }: { total: Ledger }) {
  const { t } = useTranslation('rectification');
  const rows = useRows();
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
          <strong>
            <Link to={rows(key === 'found' ? {} : { standing: key.toUpperCase() })}>
              {number(total[key])}
            </Link>
          </strong>
        </div>
      ))}
    </div>
  );
}

/** The same by unit, township, zone, severity or origin, and how long things have been open. */
export function Overview({ on }: { on?: string }) {
  const { t } = useTranslation('rectification');
  const [chosen, choose] = useUrlState('by', { replace: true });
  const by: Grouping = GROUPINGS.find((one) => one === chosen) ?? 'UNIT';
  const groups = useQuery(ledgerQuery({ by, on }));
  const ages = useQuery(ageingQuery(on));
  const today = useToday();
  const day = on ?? today;
  const opens = useRows();
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
                    <strong>
                      <Link to={opens(age(day, one.fromDays, one.toDays))}>{number(one.open)}</Link>
                    </strong>
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

/** The address of the list narrowed to what was counted; what else the address says stays. */
function useRows() {
  const [params] = useSearchParams();
  return (change: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const name of [...Object.values(NARROWS), 'standing', 'state', 'foundFrom', 'foundUntil', 'page']) {
      next.delete(name);
    }
    for (const [name, value] of Object.entries(change)) if (value) next.set(name, value);
    return `?${next.toString()}#list`;
  };
}

const NARROWS: Record<Grouping, string> = {
  UNIT: 'unit',
  REGION: 'town',
  ZONE: 'zone',
  SEVERITY: 'severity',
  ORIGIN: 'origin',
};

const group = (by: Grouping, key: string) => ({ [NARROWS[by]]: key || NO_ZONE });

const age = (today: string, fromDays: number, toDays: number | null) => ({
  standing: 'UNCLOSED',
  foundUntil: dayjs(today).subtract(fromDays, 'day').format('YYYY-MM-DD'),
  foundFrom: toDays === null ? '' : dayjs(today).subtract(toDays, 'day').format('YYYY-MM-DD'),
});

function Groups({ rows, by }: { rows: Ledger[]; by: Grouping }) {
  const { t } = useTranslation('rectification');
  const opens = useRows();
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
              {(['found', 'closed', 'open', 'overdue'] as const).map((key) => (
                <td key={key}>
                  <Link
                    to={opens({ ...group(by, row.key), standing: key === 'found' ? '' : key.toUpperCase() })}
                  >
                    {number(row[key])}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
