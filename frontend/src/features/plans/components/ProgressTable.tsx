import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { MISSING, number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { progressQuery, type By, type Counts, type Progress } from '../api/plans';
import styles from './plans.module.css';
import { usePeriodName } from './terms';

const BYS: By[] = ['INSPECTOR', 'ZONE', 'MONTH'];
const MEASURES = ['PLANNED', 'DONE', 'MADE', 'UNPLANNED', 'MOVED', 'CANCELLED', 'OVERDUE'] as const;
type Measure = (typeof MEASURES)[number];
const FIELDS: Record<Measure, Exclude<keyof Counts, 'rate'>> = {
  PLANNED: 'planned',
  DONE: 'done',
  MADE: 'made',
  UNPLANNED: 'unplanned',
  MOVED: 'moved',
  CANCELLED: 'cancelled',
  OVERDUE: 'overdue',
};
/** Said without a plan: none of these can be 0. */
const OF_PLAN: readonly Measure[] = ['DONE', 'MOVED', 'CANCELLED', 'OVERDUE'];

/** Visits against plan by inspector, zone or month; every number leads to its rows. */
export function ProgressTable({ from, until }: { from: string; until: string }) {
  const { t } = useTranslation('plans');
  const [chosen, choose] = useUrlState('by', { replace: true });
  const by = BYS.find((one) => one === chosen) ?? 'INSPECTOR';
  const query = useQuery(progressQuery({ from, until, by }));
  return (
    <Section
      title={t('progressTable')}
      note={t('rateNote')}
      actions={
        <DownloadButton from={`/api/v1/zone/visit-progress/export${queryString({ from, until, by })}`}>
          {t('export')}
        </DownloadButton>
      }
    >
      <div className={styles.tools}>
        <Segmented
          aria-label={t('by')}
          value={by}
          onChange={(value) => choose(value)}
          options={BYS.map((value) => ({ value, label: t(`bys.${value}`) }))}
        />
      </div>
      <QueryView query={query}>{(progress) => <Rows progress={progress} />}</QueryView>
    </Section>
  );
}

function Rows({ progress }: { progress: Progress }) {
  const { t } = useTranslation('plans');
  const keep = useKeepContext();
  const period = usePeriodName();
  const { by } = progress;
  const name = (row: Progress['rows'][number]) => {
    if (!row.name) return t('none');
    if (by === 'MONTH') return period(row.name);
    if (by === 'ZONE' || !row.id) return row.name;
    return (
      <Link to={keep(`/visit-plans/inspectors/${row.id}?month=${progress.from.slice(0, 7)}`)}>
        {row.name}
      </Link>
    );
  };
  const where = (row?: Progress['rows'][number]) => {
    if (!row || by === 'MONTH') return {};
    if (by === 'INSPECTOR') return row.id ? { inspector: row.id } : { unassigned: true };
    return row.id ? { zone: row.id } : { noZone: true };
  };
  const cells = (counts: Counts, from: string, until: string, more: Record<string, unknown>) => [
    ...MEASURES.map((measure) => {
      const n = counts[FIELDS[measure]];
      if (counts.planned === 0 && measure === 'PLANNED') return t('noPlan');
      if (counts.planned === 0 && OF_PLAN.includes(measure)) return MISSING;
      if (n === 0) return number(0);
      const to = keep(`/visits${queryString({ measure, from, until, ...more })}`);
      return (
        <Link key={measure} to={to}>
          {measure === 'OVERDUE' ? (
            <Mark plain tone="failing">
              {number(n)}
            </Mark>
          ) : (
            number(n)
          )}
        </Link>
      );
    }),
    counts.rate === null ? MISSING : `${number(counts.rate, 1)}%`,
  ];
  return (
    <PlainTable
      label={t('progressTable')}
      cards
      columns={[
        { title: t(`bys.${by}`) },
        ...MEASURES.map((measure) => ({ title: t(`measures.${measure}`), numeric: true })),
        { title: t('rate'), numeric: true },
      ]}
      rows={progress.rows.map((row) => ({
        key: row.id ?? row.name ?? 'none',
        cells: [name(row), ...cells(row.counts, row.from, row.until, where(row))],
      }))}
      foot={[t('total'), ...cells(progress.total, progress.from, progress.until, {})]}
    />
  );
}
