import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date, moment } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { drawsQuery, type DrawRow } from '../api/draws';

const STANDINGS = ['VALID', 'VOID'] as const;

/** Every draw there was, void ones included. */
export function DrawsPage() {
  const { t } = useTranslation('draws');
  const may = usePermission();
  const keep = useKeepContext();
  const state = useTableState({ filters: ['standing'], defaultSort: '-drawnAt' });
  const where: Query<'listDraws'> = {
    q: state.q || undefined,
    standing: state.filters.standing as (typeof STANDINGS)[number] | undefined,
    sort: state.sort,
  };
  const query = useQuery({
    ...drawsQuery({ ...where, page: state.page, size: state.size }),
    enabled: may('draw:read'),
  });
  if (!may('draw:read')) return <NoPermission />;
  const columns: Column<DrawRow>[] = [
    { key: 'title', title: t('matter'), sortable: true, wrap: true, render: (d) => d.title },
    { key: 'day', title: t('day'), sortable: true, render: (d) => date(d.day) },
    { key: 'schools', title: t('schools'), numeric: true, render: (d) => number(d.schools) },
    { key: 'inspectors', title: t('inspectors'), numeric: true, render: (d) => number(d.inspectors) },
    {
      key: 'groupSize',
      title: t('groupSize'),
      numeric: true,
      render: (d) => (d.schools > 0 && d.inspectors > 0 ? number(d.groupSize) : MISSING),
    },
    { key: 'seed', title: t('seed'), numeric: true, hidden: true, render: (d) => String(d.seed) },
    {
      key: 'drawnAt',
      title: t('drawn'),
      sortable: true,
      render: (d) => t('by', { name: d.drawnName, at: moment(d.drawnAt) }),
    },
    {
      key: 'planned',
      title: t('planned'),
      render: (d) => (d.visitsOn ? date(d.visitsOn) : MISSING),
    },
    {
      key: 'standing',
      title: t('standing'),
      render: (d) => (
        <Mark tone={d.voidedFor ? 'failing' : 'done'}>
          {t(`standings.${d.voidedFor ? 'VOID' : 'VALID'}`)}
        </Mark>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        state={query.data && t('state', { total: number(query.data.total) })}
        actions={
          may('draw:write') && (
            <LinkButton type="primary" to={keep('/draws/new')}>
              {t('start')}
            </LinkButton>
          )
        }
      />
      <DataTable
        id="draws"
        label={t('title')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(d) => d.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/zone/draws/export${queryString(where)}`}
        to={(d) => keep(`/draws/${d.id}`)}
        filters={[
          {
            name: 'standing',
            label: t('standing'),
            options: STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) })),
          },
        ]}
        empty={<Empty title={t('empty')}>{t('emptyHint')}</Empty>}
      />
    </>
  );
}
