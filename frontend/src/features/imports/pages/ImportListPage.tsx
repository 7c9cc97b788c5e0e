import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { usePermission } from '@/lib/api/me';
import { moment, schoolYear } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { importsQuery, type ImportRow } from '../api/imports';
import { StateMark } from '../components/StateMark';

const ENDED = new Set(['COMMITTED', 'DISCARDED', 'FAILED', 'INTERRUPTED']);

/** Every import with where it stands; an unfinished one is taken up again by opening it. */
/** The years its rows are about; before the check, the one chosen. */
function yearsOf(row: ImportRow, separator: string): string {
  const years = row.years.length > 0 ? row.years : row.year ? [row.year] : [];
  return years.length > 0 ? years.map((year) => schoolYear(year)).join(separator) : MISSING;
}

export function ImportListPage() {
  const { t } = useTranslation('imports');
  const may = usePermission();
  const keep = useKeepContext();
  const state = useTableState();
  const query = useQuery({
    ...importsQuery({ page: state.page, size: state.size }),
    enabled: may('import:run'),
  });
  if (!may('import:run')) return <NoPermission />;
  const open = (query.data?.items ?? []).filter((row) => !ENDED.has(row.state)).length;
  const columns: Column<ImportRow>[] = [
    { key: 'file', title: t('list.file'), render: (r) => r.fileName },
    { key: 'kind', title: t('list.kind'), render: (r) => t(`kind.${r.kind}`) },
    { key: 'year', title: t('list.year'), render: (r) => yearsOf(r, t('common:listSeparator')) },
    { key: 'state', title: t('list.status'), render: (r) => <StateMark state={r.state} /> },
    { key: 'rows', title: t('list.rows'), numeric: true, render: (r) => number(r.rowsTotal) },
    { key: 'clean', title: t('list.clean'), numeric: true, render: (r) => number(r.rowsClean) },
    {
      key: 'errors',
      title: t('list.errors'),
      numeric: true,
      mark: (r) => (r.rowsWithErrors > 0 ? 'failing' : undefined),
      render: (r) => number(r.rowsWithErrors),
    },
    { key: 'by', title: t('list.by'), render: (r) => r.createdBy },
    { key: 'at', title: t('list.at'), render: (r) => moment(r.createdAt) },
  ];
  const create = (
    <LinkButton type="primary" to={keep('/imports/new')}>
      {t('list.new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        state={query.data && (open > 0 ? t('list.state', { open }) : t('list.stateNone'))}
        actions={create}
      />
      <DataTable
        id="imports"
        label={t('list.label')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(r) => r.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        exportHref="/api/v1/imports/export"
        to={(r) => keep(`/imports/${r.id}`)}
        empty={
          <Empty title={t('list.empty')} action={create}>
            {t('list.emptyHint')}
          </Empty>
        }
      />
    </>
  );
}
