import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { peopleQuery, viewsQuery, type SchoolView } from '../api/reports';
import styles from '../components/reports.module.css';

const LOW = 3;
const DAY = 'YYYY-MM-DD';
const MARKS = ['fair', 'useful', 'clean'] as const;

/** What each school thinks of the inspector who came; for the office alone. */
export function SchoolViewsPage() {
  const { t } = useTranslation('reports');
  const may = usePermission();
  const keep = useKeepContext();
  const state = useTableState({
    filters: ['inspector', 'school', 'from', 'until', 'only'],
    defaultSort: '-givenAt',
  });
  const { inspector, school, from, until, only } = state.filters;
  const where: Query<'listSchoolViews'> = {
    q: state.q || undefined,
    inspector,
    school,
    from,
    until,
    low: only === 'low' || undefined,
    words: only === 'words' || undefined,
    sort: state.sort,
  };
  const enabled = may('schoolview:read');
  const query = useQuery({ ...viewsQuery({ ...where, page: state.page, size: state.size }), enabled });
  const people = useQuery({ ...peopleQuery, enabled });
  const columns: Column<SchoolView>[] = [
    { key: 'school', title: t('views.school'), sortable: true, render: (v) => v.schoolName },
    { key: 'inspector', title: t('views.inspector'), sortable: true, render: (v) => v.inspectorName },
    { key: 'madeOn', title: t('views.madeOn'), sortable: true, render: (v) => date(v.madeOn) },
    ...MARKS.map((mark): Column<SchoolView> => ({
      key: mark,
      title: t(`views.${mark}`),
      sortable: true,
      numeric: true,
      render: (v) =>
        v[mark] <= LOW ? (
          <Mark plain tone="dueSoon">
            {number(v[mark])}
          </Mark>
        ) : (
          number(v[mark])
        ),
    })),
    { key: 'words', title: t('views.words'), wrap: true, render: (v) => v.words || MISSING },
    {
      key: 'givenAt',
      title: t('views.givenAt'),
      sortable: true,
      render: (v) => date(v.givenAt),
    },
  ];
  if (!enabled) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('views.title')}
        state={query.data && t('views.state', { total: number(query.data.total) })}
      />
      <p className={styles.help}>{t('views.help')}</p>
      <DataTable
        id="schoolViews"
        label={t('views.title')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(v) => v.visitId}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('views.search')}
        exportHref={`/api/v1/zone/school-views/export${queryString(where)}`}
        to={(v) => keep(`/visits/${v.visitId}`)}
        filters={[
          {
            name: 'only',
            label: t('views.only'),
            options: (['low', 'words'] as const).map((value) => ({
              value,
              label: t(`views.onlys.${value}`),
            })),
          },
        ]}
        extra={
          <>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={t('views.inspector')}
              placeholder={t('views.inspector')}
              style={{ minWidth: 120 }}
              value={inspector}
              onChange={(value: string | undefined) => state.setFilter('inspector', value)}
              options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
            <DatePicker.RangePicker
              aria-label={t('views.days')}
              value={from && until ? [dayjs(from), dayjs(until)] : null}
              onChange={(days) =>
                state.setFilters({
                  from: days?.[0]?.format(DAY),
                  until: days?.[1]?.format(DAY),
                })
              }
            />
            {school && (
              <Button size="small" onClick={() => state.setFilter('school', undefined)}>
                {t('views.narrowed')}
              </Button>
            )}
          </>
        }
        empty={<Empty title={t('views.empty')} />}
      />
    </>
  );
}
