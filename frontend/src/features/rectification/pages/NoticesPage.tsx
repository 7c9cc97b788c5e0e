import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark, type Tone } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission, useToday } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { noticesQuery, type Notice } from '../api/notices';

const STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'SERVED', 'WITHDRAWN'] as const;
export const NOTICE_TONES: Record<Notice['state'], Tone> = {
  DRAFT: 'quiet',
  SUBMITTED: 'dueSoon',
  APPROVED: 'dueSoon',
  SERVED: 'accent',
  WITHDRAWN: 'quiet',
};

/** How many years back notices are looked for. */
const YEARS = 6;

/** The notices of the caller's scope, newest first. */
export function NoticesPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const thisYear = Number(useToday().slice(0, 4));
  const state = useTableState({ filters: ['state', 'issued'], defaultSort: '-draftedAt' });
  const where: Query<'listNotices'> = {
    q: state.q || undefined,
    region,
    state: state.filters.state as Notice['state'] | undefined,
    year: state.filters.issued === undefined ? undefined : Number(state.filters.issued),
    sort: state.sort,
  };
  const query = useQuery({
    ...noticesQuery({ ...where, page: state.page, size: state.size }),
    enabled: may('finding:read'),
  });
  const columns: Column<Notice>[] = [
    {
      key: 'title',
      title: t('noticeList.name'),
      sortable: true,
      render: (n) => n.title,
    },
    {
      key: 'number',
      title: t('noticeList.number'),
      sortable: true,
      render: (n) => n.number ?? t('noticeList.noNumber'),
    },
    { key: 'unit', title: t('unit'), sortable: true, render: (n) => n.unitName },
    {
      key: 'state',
      title: t('state'),
      sortable: true,
      render: (n) => <Mark tone={NOTICE_TONES[n.state]}>{t(`noticeStates.${n.state}`)}</Mark>,
    },
    { key: 'drafter', title: t('noticeList.drafted'), render: (n) => n.drafterName },
    {
      key: 'draftedAt',
      title: t('noticeList.draftedOn'),
      sortable: true,
      hidden: true,
      render: (n) => date(n.draftedAt),
    },
    {
      key: 'issuedOn',
      title: t('noticeList.issued'),
      sortable: true,
      render: (n) => (n.issuedOn ? date(n.issuedOn) : MISSING),
    },
    {
      key: 'servedOn',
      title: t('noticeList.served'),
      sortable: true,
      render: (n) => (n.servedOn ? date(n.servedOn) : MISSING),
    },
  ];
  if (!may('finding:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification'), label: t('title') }}
        title={t('noticeList.title')}
        state={query.data && t('noticeList.state', { total: number(query.data.total) })}
        actions={
          may('notice:draft') && (
            <LinkButton type="primary" to={keep('/rectification/notices/new')}>
              {t('draft')}
            </LinkButton>
          )
        }
      />
      <DataTable
        id="rectification.notices"
        label={t('noticeList.title')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(n) => n.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('noticeList.search')}
        exportHref={`/api/v1/rectification/notices/export${queryString(where)}`}
        to={(n) => keep(`/rectification/notices/${n.id}`)}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`noticeStates.${value}`) })),
          },
          {
            name: 'issued',
            label: t('noticeList.year'),
            options: Array.from({ length: YEARS }, (_, i) => ({
              value: String(thisYear - i),
              label: String(thisYear - i),
            })),
          },
        ]}
        empty={<Empty title={t('noticeList.empty')} />}
      />
    </>
  );
}
