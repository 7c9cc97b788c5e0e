import { useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { usePermission, useToday } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { recordsQuery, type RecordRow } from '../api/records';

const FIGURES = [
  'found',
  'closed',
  'open',
  'overdue',
  'inTime',
  'late',
  'returned',
  'reopened',
  'repeated',
  'steps',
] as const;
const COUNTS: readonly string[] = ['found', 'closed', 'open', 'overdue'];

/** The rectification record of a year by school and head, for the appraisal that uses it. */
export function RecordsPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const [chosen, choose] = useUrlState('of', { replace: true });
  const thisYear = Number(useToday().slice(0, 4));
  const year = Number(chosen) || thisYear;
  const state = useTableState({});
  const query = useQuery({ ...recordsQuery(year), enabled: may('finding:read') });
  const columns: Column<RecordRow>[] = [
    { key: 'unit', title: t('unit'), sortable: true, value: (r) => r.unitName, render: (r) => r.unitName },
    {
      key: 'head',
      title: t('records.head'),
      sortable: true,
      value: (r) => r.headName,
      render: (r) => r.headName ?? t('records.noHead'),
    },
    ...FIGURES.map((key) => ({
      key,
      title: COUNTS.includes(key) ? t(`counts.${key as 'found'}`) : t(`records.${key as 'late'}`),
      numeric: true,
      sortable: true,
      value: (r: RecordRow) => r[key],
      render: (r: RecordRow) => number(r[key]),
    })),
  ];
  const local = useLocalRows(query.data, columns, state);
  if (!may('finding:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification'), label: t('title') }}
        title={t('records.title')}
        state={t('records.state', { year })}
      />
      <DataTable
        id="rectification.records"
        label={t('records.title')}
        columns={columns}
        rows={query.data && local.items}
        total={local.total}
        rowKey={(r) => `${r.schoolId ?? r.regionCode}${r.headName}`}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        searchable={t('records.search')}
        exportHref={`/api/v1/rectification/records/export?year=${year}`}
        to={(r) =>
          `${keep(
            `/rectification?unit=${r.schoolId ?? r.regionCode}&foundFrom=${year}-01-01&foundUntil=${year}-12-31`,
          )}#list`
        }
        extra={
          <InputNumber
            aria-label={t('records.year')}
            min={2000}
            max={2200}
            precision={0}
            value={year}
            onChange={(value) => value && choose(String(value))}
          />
        }
        empty={<Empty title={t('records.empty')} />}
      />
    </>
  );
}
