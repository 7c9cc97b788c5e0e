import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { AddressNotice } from '@/components/states/AddressNotice';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import { Behind } from '@/components/table/Behind';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission, useToday } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { MISSING, number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { appraisalsQuery, type AppraisalRow, type Grade } from '../api/appraisals';
import { GRADES, MEASURES, STANDING_TONES, STANDINGS, type Standing } from '../components/tones';
import styles from '../components/appraisal.module.css';

const YEARS_BACK = 6;

/** A year's appraisals: what was counted, what the office and the director said. */
export function AppraisalsPage() {
  const { t } = useTranslation('appraisal');
  const may = usePermission();
  const keep = useKeepContext();
  const thisYear = Number(useToday().slice(0, 4));
  const [asked, ask] = useUrlState('of');
  const year = asked && /^20\d\d$/.test(asked) ? Math.min(Number(asked), thisYear) : thisYear;
  const columns = useColumns();
  const state = useTableState({ filters: ['standing', 'grade'], defaultSort: 'name' });
  const where: Query<'listAppraisals'> = {
    year,
    q: state.q || undefined,
    standing: state.filters.standing as Standing | undefined,
    grade: state.filters.grade as Grade | undefined,
    sort: state.sort,
  };
  const query = useQuery({
    ...appraisalsQuery({ ...where, page: state.page, size: state.size }),
    enabled: may('appraisal:read'),
  });
  if (!may('appraisal:read')) return <NoPermission />;
  const office = may('appraisal:write');
  return (
    <>
      <PageHeader
        title={t('title')}
        state={query.data && (office ? t('state', { year, total: number(query.data.total) }) : t('stateOwn'))}
        actions={
          <Select
            aria-label={t('year')}
            value={year}
            onChange={(value) => ask(String(value))}
            options={Array.from({ length: YEARS_BACK }, (_, n) => thisYear - n).map((value) => ({
              value,
              label: t('yearOf', { year: value }),
            }))}
          />
        }
      />
      <AddressNotice
        asked={asked === undefined || asked === String(year) ? undefined : asked}
        shown={t('yearOf', { year })}
      />
      {office && <p className={styles.help}>{t('help')}</p>}
      <DataTable
        id="appraisals"
        label={t('title')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(row) => row.inspectorId}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/zone/appraisals/export${queryString(where)}`}
        to={(row) => keep(`/appraisals/${row.year}/${row.inspectorId}`)}
        filters={[
          {
            name: 'standing',
            label: t('standing'),
            options: STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) })),
          },
          {
            name: 'grade',
            label: t('grade'),
            options: GRADES.map((value) => ({ value, label: t(`grades.${value}`) })),
          },
        ]}
        empty={<Empty title={t(office ? 'empty' : 'emptyOwn')} />}
      />
    </>
  );
}

function useColumns(): Column<AppraisalRow>[] {
  const { t } = useTranslation('appraisal');
  const figure = (row: AppraisalRow, value: number | null | undefined) =>
    value === null || value === undefined ? (
      MISSING
    ) : (
      <Behind to={`/appraisals/${row.year}/${row.inspectorId}#figures`}>{number(value, 1)}</Behind>
    );
  return [
    { key: 'name', title: t('name'), sortable: true, render: (row) => row.inspectorName },
    {
      key: 'state',
      title: t('standing'),
      sortable: true,
      render: (row) => (
        <Mark tone={STANDING_TONES[row.state ?? 'NONE']}>
          {t(`standings.${row.state ?? 'NONE'}`)}
          {row.acknowledged && ` · ${t('read')}`}
        </Mark>
      ),
    },
    { key: 'kind', title: t('kind'), hidden: true, render: (row) => t(`kinds.${row.kind}`) },
    ...MEASURES.map((measure, i): Column<AppraisalRow> => ({
      key: measure,
      title: t(`measures.${measure}`),
      unit: t('percent'),
      numeric: true,
      render: (row) => figure(row, row.parts[i]?.value),
    })),
    {
      key: 'counted',
      title: t('counted'),
      numeric: true,
      sortable: true,
      render: (row) => figure(row, row.counted),
    },
    {
      key: 'officeMark',
      title: t('officeMark'),
      numeric: true,
      sortable: true,
      render: (row) => number(row.officeMark),
    },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      sortable: true,
      render: (row) => <strong>{number(row.total, 1)}</strong>,
    },
    {
      key: 'grade',
      title: t('grade'),
      render: (row) =>
        row.grade
          ? t(`grades.${row.grade}`)
          : row.suggested
            ? t('suggested', { grade: t(`grades.${row.suggested}`) })
            : MISSING,
    },
  ];
}
