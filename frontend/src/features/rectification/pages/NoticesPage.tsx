import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark, type Tone } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { usePermission } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { noticesQuery, type Notice } from '../api/notices';

const STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'SERVED', 'WITHDRAWN'] as const;
export const NOTICE_TONES: Record<Notice['state'], Tone> = {
  DRAFT: 'quiet',
  SUBMITTED: 'dueSoon',
  APPROVED: 'dueSoon',
  SERVED: 'accent',
  WITHDRAWN: 'quiet',
};

/** The notices of the caller's scope, newest first. */
export function NoticesPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const navigate = useNavigate();
  const state = useTableState({ filters: ['state'] });
  const query = useQuery({ ...noticesQuery({}), enabled: may('finding:read') });
  const columns: Column<Notice>[] = [
    {
      key: 'title',
      title: t('noticeList.name'),
      sortable: true,
      value: (n) => n.title,
      render: (n) => n.title,
    },
    {
      key: 'number',
      title: t('noticeList.number'),
      sortable: true,
      value: (n) => n.number,
      render: (n) => n.number ?? t('noticeList.noNumber'),
    },
    { key: 'unit', title: t('unit'), sortable: true, value: (n) => n.unitName, render: (n) => n.unitName },
    {
      key: 'state',
      title: t('state'),
      value: (n) => n.state,
      render: (n) => <Mark tone={NOTICE_TONES[n.state]}>{t(`noticeStates.${n.state}`)}</Mark>,
    },
    { key: 'drafter', title: t('noticeList.drafted'), render: (n) => n.drafterName },
    {
      key: 'issuedOn',
      title: t('noticeList.issued'),
      sortable: true,
      value: (n) => n.issuedOn,
      render: (n) => (n.issuedOn ? date(n.issuedOn) : MISSING),
    },
    {
      key: 'servedOn',
      title: t('noticeList.served'),
      sortable: true,
      value: (n) => n.servedOn,
      render: (n) => (n.servedOn ? date(n.servedOn) : MISSING),
    },
  ];
  const wanted = state.filters.state;
  const local = useLocalRows(
    query.data?.filter((n) => wanted === undefined || n.state === wanted),
    columns,
    state,
  );
  if (!may('finding:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification'), label: t('title') }}
        title={t('noticeList.title')}
        state={query.data && t('noticeList.state', { total: number(query.data.length) })}
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
        rows={query.data && local.items}
        total={local.total}
        rowKey={(n) => n.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        searchable={t('search')}
        onOpen={(n) => void navigate(keep(`/rectification/notices/${n.id}`))}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`noticeStates.${value}`) })),
          },
        ]}
        empty={<Empty title={t('noticeList.empty')} />}
      />
    </>
  );
}
