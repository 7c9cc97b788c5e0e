import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark, type Tone } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { usePermission } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { visitsQuery, type Visit } from '../api/visits';
import { PlanForm, VISIT_KINDS } from '../components/PlanForm';
import styles from '../components/zone.module.css';

const STATES = ['PLANNED', 'MADE', 'CANCELLED'] as const;
export const VISIT_TONES: Record<Visit['state'], Tone> = {
  PLANNED: 'accent',
  MADE: 'done',
  CANCELLED: 'quiet',
};

/** What numbers elsewhere narrow the list to; said above it, and taken off in one step. */
const NARROWED = [
  'measure',
  'matter',
  'from',
  'until',
  'inspector',
  'zone',
  'plan',
  'school',
  'unassigned',
  'noZone',
];

/** Who goes, and who goes along. */
const goes = (v: Visit) =>
  [v.inspectorName, ...v.participants.map((one) => one.name)].filter(Boolean).join('、') || MISSING;

/** Visits planned and made, the latest first. */
export function VisitsPage() {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const keep = useKeepContext();
  const [planning, plan] = useState(false);
  const state = useTableState({ filters: ['state', 'kind', 'doubtful', ...NARROWED], defaultSort: '-day' });
  const query = useQuery({
    ...visitsQuery({
      q: state.q || undefined,
      state: state.filters.state as Visit['state'] | undefined,
      kind: state.filters.kind as Visit['kind'] | undefined,
      measure: state.filters.measure as Query<'listVisits'>['measure'],
      matter: Number(state.filters.matter) || undefined,
      from: state.filters.from,
      until: state.filters.until,
      inspector: state.filters.inspector,
      zone: state.filters.zone,
      plan: state.filters.plan,
      school: state.filters.school,
      unassigned: state.filters.unassigned === 'true' || undefined,
      noZone: state.filters.noZone === 'true' || undefined,
      doubtful: state.filters.doubtful === 'true' || undefined,
      sort: state.sort,
      page: state.page,
      size: state.size,
    }),
    enabled: may('visit:read'),
  });
  const columns: Column<Visit>[] = [
    { key: 'school', title: t('school'), sortable: true, render: (v) => v.schoolName },
    { key: 'kind', title: t('visits.kind'), sortable: true, render: (v) => t(`visits.kinds.${v.kind}`) },
    {
      key: 'day',
      title: t('visits.day'),
      sortable: true,
      render: (v) => (
        <>
          {date(v.madeOn ?? v.plannedOn)}
          {v.doubtful && (
            <span className={styles.beside}>
              <Mark plain tone="dueSoon">
                {t('visits.doubtful')}
              </Mark>
            </span>
          )}
        </>
      ),
    },
    { key: 'inspector', title: t('visits.inspector'), render: goes },
    {
      key: 'planned',
      title: t('visits.planned'),
      render: (v) => (v.plannedOn ? date(v.plannedOn) : t('visits.unplanned')),
    },
    {
      key: 'state',
      title: t('visits.state'),
      render: (v) => <Mark tone={VISIT_TONES[v.state]}>{t(`visits.states.${v.state}`)}</Mark>,
    },
    {
      key: 'records',
      title: t('visits.records'),
      render: (v) =>
        v.records === 0
          ? MISSING
          : t(v.published ? 'visits.recordsSent' : 'visits.recordsOf', { n: number(v.records) }),
    },
  ];
  if (!may('visit:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('visits.title')}
        state={query.data && t('visits.total', { total: number(query.data.total) })}
        actions={
          <>
            {may('visit:handIn') && <LinkButton to={keep('/visits/hand-in')}>{t('handIn.open')}</LinkButton>}
            {may('visit:make') && (
              <Button type="primary" onClick={() => plan(true)}>
                {t('visits.plan')}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        id="zone.visits"
        label={t('visits.title')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(v) => v.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('visits.search')}
        to={(v) => keep(`/visits/${v.id}`)}
        filters={[
          {
            name: 'state',
            label: t('visits.state'),
            options: STATES.map((value) => ({ value, label: t(`visits.states.${value}`) })),
          },
          {
            name: 'kind',
            label: t('visits.kind'),
            options: VISIT_KINDS.map((value) => ({ value, label: t(`visits.kinds.${value}`) })),
          },
          {
            name: 'doubtful',
            label: t('visits.times'),
            options: [{ value: 'true', label: t('visits.doubtful') }],
          },
        ]}
        extra={
          NARROWED.some((name) => state.filters[name]) && (
            <Button
              size="small"
              onClick={() => state.setFilters(Object.fromEntries(NARROWED.map((name) => [name, undefined])))}
            >
              {t('visits.narrowed', {
                what: state.filters.measure
                  ? t(`visits.measures.${state.filters.measure}`)
                  : t('visits.some'),
              })}
            </Button>
          )
        }
        empty={<Empty title={t('visits.empty')} />}
      />
      {planning && <PlanForm onClose={() => plan(false)} />}
    </>
  );
}
