import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { frameworksQuery } from '../api/frameworks';
import type { Framework } from '../model';

/** The national frameworks and the variants made from them. */
export function FrameworksPage() {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const keep = useKeepContext();
  const query = useQuery(frameworksQuery);
  const state = useTableState();
  const unverified = (f: Framework) => f.parameters.filter((p) => !p.verified && p.value !== null).length;
  const columns: Column<Framework>[] = [
    { key: 'name', title: t('frameworks.name'), value: (f) => named(f), render: (f) => named(f) },
    { key: 'code', title: t('frameworks.code'), render: (f) => f.code },
    { key: 'version', title: t('frameworks.version'), numeric: true, render: (f) => f.version },
    {
      key: 'scope',
      title: t('frameworks.label'),
      render: (f) => t(f.regionCode ? 'frameworks.own' : 'frameworks.national'),
    },
    { key: 'source', title: t('frameworks.source'), render: (f) => f.source },
    {
      key: 'state',
      title: t('frameworks.status'),
      render: (f) => (
        <Mark plain tone={f.state === 'PUBLISHED' ? 'done' : 'dueSoon'}>
          {t(`frameworks.states.${f.state}`)}
        </Mark>
      ),
    },
    {
      key: 'indicators',
      title: t('frameworks.indicators'),
      numeric: true,
      render: (f) => number(f.indicators.length),
    },
    {
      key: 'unverified',
      title: t('runs.unverified'),
      numeric: true,
      mark: (f) => (unverified(f) > 0 ? 'confirm' : undefined),
      render: (f) => number(unverified(f)),
    },
  ];
  const { items, total } = useLocalRows(query.data, columns, state);
  const published = query.data?.filter((f) => f.state === 'PUBLISHED').length ?? 0;
  return (
    <>
      <PageHeader
        title={t('frameworks.title')}
        state={query.data && t('frameworks.state', { published, drafts: query.data.length - published })}
      />
      <DataTable
        id="balance.frameworks"
        label={t('frameworks.label')}
        columns={columns}
        rows={query.data && items}
        total={total}
        rowKey={(f) => f.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        exportHref="/api/v1/balance/frameworks/export"
        to={(f) => keep(`/frameworks/${f.id}`)}
        unpaged
        grow
      />
    </>
  );
}
