import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { findingsQuery, ledgerQuery, type FindingRow } from '../api/findings';
import { Counts, Overview } from '../components/Counts';
import { RaiseDrawer } from '../components/RaiseDrawer';
import { Standing, TimeLeft } from '../components/Standing';

const STATES = ['RAISED', 'NOTIFIED', 'RECTIFYING', 'REPLIED', 'ACCEPTED', 'CLOSED'] as const;
const SEVERITIES = ['ON_THE_SPOT', 'GENERAL', 'SERIOUS', 'COMPLEX'] as const;

/** Every finding in the caller's scope: how many, how old, where each stands. */
export function LedgerPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const navigate = useNavigate();
  const { region } = useWorkContext();
  const [raising, setRaising] = useState(false);
  const state = useTableState({ filters: ['state', 'severity', 'overdue'], defaultSort: '-foundOn' });
  const where: Query<'listFindings'> = {
    q: state.q || undefined,
    region,
    state: state.filters.state as (typeof STATES)[number] | undefined,
    severity: state.filters.severity as (typeof SEVERITIES)[number] | undefined,
    overdue: state.filters.overdue === undefined ? undefined : state.filters.overdue === 'true',
    sort: state.sort,
  };
  const allowed = may('finding:read');
  const query = useQuery({
    ...findingsQuery({ ...where, page: state.page, size: state.size }),
    enabled: allowed,
  });
  const ledger = useQuery({ ...ledgerQuery({ by: 'TOTAL' }), enabled: allowed });
  const columns = useColumns();
  if (!allowed) return <NoPermission />;
  const total = ledger.data?.[0];
  return (
    <>
      <PageHeader
        title={t('title')}
        state={
          ledger.data &&
          (total
            ? t('total', {
                found: number(total.found),
                closed: number(total.closed),
                open: number(total.open),
                overdue: number(total.overdue),
              })
            : t('nothing'))
        }
        actions={
          <>
            <LinkButton to={keep('/rectification/notices')}>{t('notices')}</LinkButton>
            {may('notice:draft') && (
              <LinkButton to={keep('/rectification/notices/new')}>{t('draft')}</LinkButton>
            )}
            {may('finding:raise') && (
              <Button type="primary" onClick={() => setRaising(true)}>
                {t('raise')}
              </Button>
            )}
          </>
        }
      />
      {total && <Counts total={total} />}
      {total && <Overview />}
      <DataTable
        id="rectification.findings"
        label={t('label')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(finding) => finding.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/rectification/findings/export${queryString(where)}`}
        onOpen={(finding) => void navigate(keep(`/rectification/findings/${finding.id}`))}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          },
          {
            name: 'severity',
            label: t('severity'),
            options: SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) })),
          },
          {
            name: 'overdue',
            label: t('overdueFilter'),
            options: [
              { value: 'true', label: t('overdueYes') },
              { value: 'false', label: t('overdueNo') },
            ],
          },
        ]}
        empty={<Empty title={t('nothing')}>{t('nothingHint')}</Empty>}
      />
      {raising && <RaiseDrawer region={region} onClose={() => setRaising(false)} />}
    </>
  );
}

function useColumns(): Column<FindingRow>[] {
  const { t } = useTranslation('rectification');
  return [
    {
      key: 'description',
      title: t('description'),
      render: (f) => f.description,
    },
    { key: 'unit', title: t('unit'), sortable: true, render: (f) => f.unitName },
    { key: 'severity', title: t('severity'), sortable: true, render: (f) => t(`severities.${f.severity}`) },
    { key: 'state', title: t('state'), sortable: true, render: (f) => <Standing finding={f} /> },
    {
      key: 'deadline',
      title: t('deadline'),
      sortable: true,
      render: (f) =>
        f.deadline ? (
          <>
            {date(f.deadline)} <TimeLeft finding={f} />
          </>
        ) : (
          MISSING
        ),
    },
    { key: 'foundOn', title: t('foundOn'), sortable: true, render: (f) => date(f.foundOn) },
    { key: 'finder', title: t('finder'), render: (f) => f.finderName },
    { key: 'rule', title: t('rule'), hidden: true, render: (f) => f.rule },
    { key: 'origin', title: t('origin'), hidden: true, render: (f) => t(`origins.${f.origin}`) },
    { key: 'closedOn', title: t('closedOn'), hidden: true, render: (f) => date(f.closedOn) },
  ];
}
