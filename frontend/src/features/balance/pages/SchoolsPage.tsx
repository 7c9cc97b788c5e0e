import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { useKindName } from '@/lib/i18n/useKindName';
import { useUrlLink } from '@/lib/url/useUrlState';
import { runSchoolsQuery } from '../api/runSchools';
import { useSchoolColumns } from '../components/schoolColumns';
import type { SchoolRow, Verdict } from '../model';
import { useCounty } from './county';

const distinct = (values: (string | undefined)[]) =>
  [...new Set(values.filter((v): v is string => !!v))].sort();

/** Every school of the stage, failing cells marked by colour and sign. */
export function SchoolsPage() {
  const { t } = useTranslation('balance');
  const kindName = useKindName();
  const county = useCounty();
  const { run, stage, framework } = county;
  const link = useUrlLink('school');
  const query = useQuery(runSchoolsQuery(run.id, stage));
  const columns = useSchoolColumns(framework);
  const state = useTableState({
    filters: ['verdict', 'kind', 'township'],
    defaultSort: 'met',
    defaultSize: 100,
  });
  const { verdict, kind, township } = state.filters;
  const matching = query.data?.filter(
    (row: SchoolRow) =>
      (!verdict || row.verdict === verdict) &&
      (!kind || row.kind === kind) &&
      (!township || row.regionName === township),
  );
  const { items, total } = useLocalRows(matching, columns, state);
  const rows: SchoolRow[] = query.data ?? [];
  return (
    <DataTable
      id="balance.schools"
      label={t('schools.label', { stage: t(`common:stage.${stage}`) })}
      columns={columns}
      rows={query.data && items}
      total={total}
      rowKey={(row) => row.id}
      state={state}
      error={query.error}
      onRetry={() => void query.refetch()}
      searchable={t('schools.search')}
      to={(row) => link(row.id)}
      exportHref={`/api/v1/balance/runs/${run.id}/tables`}
      filters={[
        {
          name: 'verdict',
          label: t('schools.verdict'),
          options: distinct(rows.map((r) => r.verdict)).map((value) => ({
            value,
            label: t(`schoolVerdict.${value as Verdict}`),
          })),
        },
        {
          name: 'kind',
          label: t('schools.kind'),
          options: distinct(rows.map((r) => r.kind)).map((value) => ({ value, label: kindName(value) })),
        },
        {
          name: 'township',
          label: t('schools.township'),
          options: distinct(rows.map((r) => r.regionName)).map((value) => ({ value, label: value })),
        },
      ]}
    />
  );
}
