import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { DatePicker } from '@/components/forms/DatePicker';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission, useToday } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { findingsQuery, ledgerQuery, zonesQuery, type FindingRow } from '../api/findings';
import { Board } from '../components/Board';
import { BulkBar } from '../components/Bulk';
import { Counts, NO_ZONE, Overview } from '../components/Counts';
import styles from '../components/rectification.module.css';
import { RaiseDrawer } from '../components/RaiseDrawer';
import { Kind, Standing, TimeLeft } from '../components/Standing';

const STATES = ['RAISED', 'NOTIFIED', 'RECTIFYING', 'REPLIED', 'ACCEPTED', 'CLOSED', 'VOIDED'] as const;
const STANDINGS = ['CLOSED', 'OPEN', 'OVERDUE', 'UNCLOSED'] as const;
const SEVERITIES = ['ON_THE_SPOT', 'GENERAL', 'SERIOUS', 'COMPLEX'] as const;

const ORIGINS = [
  'office',
  'zone',
  'schooleval',
  'township',
  'inspection',
  'fundaudit',
  'enrolment',
  'balance',
] as const;

/** Every finding in the caller's scope: how many, how old, where each stands. */
export function LedgerPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const [raising, setRaising] = useState(false);
  const state = useTableState({
    filters: [
      'state',
      'severity',
      'standing',
      'zone',
      'unit',
      'origin',
      'town',
      'foundFrom',
      'foundUntil',
      'repeated',
    ],
    defaultSort: '-foundOn',
  });
  const [view, setView] = useUrlState('view', { replace: true });
  const [overview, setOverview] = useUrlState('overview', { replace: true });
  const [on, setOn] = useUrlState('on', { replace: true });
  const today = useToday();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const zones = useQuery({ ...zonesQuery, enabled: may('zone:read') });
  const where: Query<'listFindings'> = {
    q: state.q || undefined,
    region: state.filters.town ?? region,
    state: state.filters.state as (typeof STATES)[number] | undefined,
    severity: state.filters.severity as (typeof SEVERITIES)[number] | undefined,
    standing: state.filters.standing as (typeof STANDINGS)[number] | undefined,
    zone: state.filters.zone === NO_ZONE ? undefined : state.filters.zone,
    noZone: state.filters.zone === NO_ZONE || undefined,
    unit: state.filters.unit,
    origin: state.filters.origin,
    repeated: state.filters.repeated ? true : undefined,
    foundFrom: state.filters.foundFrom,
    foundUntil: state.filters.foundUntil,
    on,
    sort: state.sort,
  };
  const allowed = may('finding:read');
  const query = useQuery({
    ...findingsQuery({ ...where, page: state.page, size: state.size }),
    enabled: allowed,
  });
  const ledger = useQuery({ ...ledgerQuery({ by: 'TOTAL', on }), enabled: allowed });
  const columns = useColumns();
  const { hash, search } = useLocation();
  useEffect(() => {
    // a count was opened: its rows stand below what was counted
    if (hash === '#list') document.getElementById('list')?.scrollIntoView?.();
  }, [hash, search]);
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
            <LinkButton to={keep('/rectification/records')}>{t('records.title')}</LinkButton>
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
      {on && <p className={styles.asOfNote}>{t('asOfNote', { date: date(on) })}</p>}
      {total && <Counts total={total} />}
      <div className={styles.views}>
        <Segmented
          aria-label={t('view.label')}
          value={view === 'board' ? 'board' : 'list'}
          onChange={(value) => setView(value === 'board' ? 'board' : undefined)}
          options={(['list', 'board'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {total && (
          <Button
            aria-expanded={overview === 'open'}
            icon={overview === 'open' ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
            iconPlacement="end"
            onClick={() => setOverview(overview === 'open' ? undefined : 'open')}
          >
            {t('overview')}
          </Button>
        )}
        <label className={styles.asOf}>
          {t('asOf')}{' '}
          <DatePicker
            aria-label={t('asOf')}
            placeholder={t('asOfNow')}
            value={on ? dayjs(on) : null}
            maxDate={dayjs(today)}
            onChange={(day: Dayjs | null) => setOn(day?.format('YYYY-MM-DD'))}
          />
        </label>
        {state.filtered && view === 'board' && (
          <Button type="link" onClick={state.clear}>
            {t('common:action.clearFilters')}
          </Button>
        )}
      </div>
      {total && overview === 'open' && <Overview on={on} />}
      <div id="list" className={styles.list}>
        {view === 'board' ? (
          <Board
            where={where}
            onMore={(value) => {
              setView(undefined);
              state.setFilter('state', value);
            }}
          />
        ) : (
          <>
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
              selection={may('finding:check') ? { keys: chosen, change: choose } : undefined}
              to={(finding) => keep(`/rectification/findings/${finding.id}`)}
              filters={[
                {
                  name: 'state',
                  width: 108,
                  label: t('state'),
                  options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
                },
                {
                  name: 'severity',
                  width: 108,
                  label: t('severity'),
                  options: SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) })),
                },
                {
                  name: 'standing',
                  width: 108,
                  label: t('standing'),
                  options: STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) })),
                },
                {
                  name: 'zone',
                  label: t('zone'),
                  options: [
                    ...(zones.data ?? []).map((zone) => ({ value: zone.id, label: zone.name })),
                    { value: NO_ZONE, label: t('noGroup') },
                  ],
                  width: 120,
                },
                {
                  name: 'origin',
                  width: 108,
                  label: t('origin'),
                  options: ORIGINS.map((value) => ({ value, label: t(`origins.${value}`) })),
                },
                {
                  name: 'repeated',
                  width: 108,
                  label: t('repeats'),
                  options: [{ value: 'yes', label: t('repeatsOnly') }],
                },
              ]}
              empty={<Empty title={t('nothing')}>{t('nothingHint')}</Empty>}
            />
            <BulkBar
              findings={(query.data?.items ?? []).filter((f) => chosen.has(f.id))}
              onDone={() => choose(new Set())}
            />
          </>
        )}
      </div>
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
    { key: 'severity', title: t('severity'), sortable: true, render: (f) => <Kind finding={f} /> },
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
