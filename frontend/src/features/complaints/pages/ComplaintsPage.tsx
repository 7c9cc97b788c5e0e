import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { DueBy } from '@/components/states/DueBy';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { complaintsQuery, STATES, type ComplaintRow } from '../api/complaints';
import { TONES } from '../components/tones';

/** What numbers elsewhere narrow the list to; said above it, and taken off in one step. */
const NARROWED = ['measure', 'from', 'until', 'inspector', 'noInspector', 'zone', 'noZone'];

/** Complaints about schools: what waits first, by its last day. */
export function ComplaintsPage() {
  const { t } = useTranslation('complaints');
  const may = usePermission();
  const keep = useKeepContext();
  const named = useNamed();
  const state = useTableState({ filters: ['state', 'due', ...NARROWED] });
  const asked = {
    q: state.q || undefined,
    state: state.filters.state as ComplaintRow['state'] | undefined,
    overdue: state.filters.due === 'overdue' || undefined,
    open: state.filters.due === 'open' || undefined,
    measure: state.filters.measure as Query<'listComplaints'>['measure'],
    from: state.filters.from,
    until: state.filters.until,
    inspector: state.filters.inspector,
    noInspector: state.filters.noInspector === 'true' || undefined,
    zone: state.filters.zone,
    noZone: state.filters.noZone === 'true' || undefined,
    sort: state.sort,
  };
  const query = useQuery({
    ...complaintsQuery({ ...asked, page: state.page, size: state.size }),
    enabled: may('complaint:read'),
  });
  const columns: Column<ComplaintRow>[] = [
    { key: 'school', title: t('school'), sortable: true, render: (c) => c.schoolName },
    {
      key: 'matter',
      title: t('matter'),
      sortable: true,
      render: (c) => named({ nameZh: c.matterName, nameEn: c.matterNameEn }),
    },
    { key: 'excerpt', title: t('excerpt'), wrap: true, render: (c) => c.excerpt },
    { key: 'receivedOn', title: t('receivedOn'), sortable: true, render: (c) => date(c.receivedOn) },
    {
      key: 'state',
      title: t('state'),
      sortable: true,
      render: (c) => <Mark tone={TONES[c.state]}>{t(`states.${c.state}`)}</Mark>,
    },
    {
      key: 'dueOn',
      title: t('dueOn'),
      sortable: true,
      render: (c) => (c.dueOn ? <DueBy on={c.dueOn} /> : MISSING),
    },
    { key: 'inspector', title: t('inspector'), render: (c) => c.inspectorName ?? MISSING },
  ];
  if (!may('complaint:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('title')}
        state={query.data && t('total', { total: number(query.data.total) })}
        actions={
          <DownloadButton from={`/api/v1/zone/complaints/export${queryString(asked)}`}>
            {t('export')}
          </DownloadButton>
        }
      />
      <DataTable
        id="complaints"
        label={t('title')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(c) => c.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        to={(c) => keep(`/complaints/${c.id}`)}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          },
          {
            name: 'due',
            label: t('dueOn'),
            options: ['open', 'overdue'].map((value) => ({ value, label: t(`dues.${value}`) })),
          },
        ]}
        extra={
          state.filters.measure && (
            <Button
              size="small"
              onClick={() => state.setFilters(Object.fromEntries(NARROWED.map((name) => [name, undefined])))}
            >
              {t('narrowed', {
                what: t(`measures.${state.filters.measure}`),
                from: date(state.filters.from),
                until: date(state.filters.until),
              })}
            </Button>
          )
        }
        empty={<Empty title={t('empty')} />}
      />
    </>
  );
}
