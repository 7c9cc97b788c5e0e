import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { useToday } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { responsibleQuery, type ResponsibleRow, type ZoneRow } from '../api/zones';
import styles from './zones.module.css';

/** Who is or was responsible for which school on a day (责任督学挂牌一览表). */
export function ResponsibleTable({ zones }: { zones: ZoneRow[] }) {
  const { t } = useTranslation('zone');
  const keep = useKeepContext();
  const today = useToday();
  const [asked, setDay] = useUrlState('day', { replace: true });
  const day = asked ?? today;
  const state = useTableState({ filters: ['zoneId', 'only'] });
  const where: Query<'listAssignments'> = {
    day,
    q: state.q || undefined,
    zoneId: state.filters.zoneId,
    unassigned: state.filters.only === 'unassigned' || undefined,
    sort: state.sort,
  };
  const query = useQuery(responsibleQuery({ ...where, page: state.page, size: state.size }));
  const columns: Column<ResponsibleRow>[] = [
    { key: 'school', title: t('zones.school'), sortable: true, render: (r) => r.schoolName },
    { key: 'region', title: t('zones.region'), sortable: true, render: (r) => r.regionName },
    { key: 'zone', title: t('zones.name'), sortable: true, render: (r) => r.zoneName ?? MISSING },
    {
      key: 'inspector',
      title: t('zones.inspector'),
      sortable: true,
      render: (r) =>
        r.inspectorName ?? (
          <Mark plain tone="failing">
            {t('zones.none')}
          </Mark>
        ),
    },
    { key: 'phone', title: t('zones.phone'), render: (r) => r.phone ?? MISSING },
    {
      key: 'since',
      title: t('zones.since'),
      sortable: true,
      render: (r) => (r.fromDay ? date(r.fromDay) : MISSING),
    },
    {
      key: 'until',
      title: t('zones.until'),
      render: (r) => (r.untilDay ? date(r.untilDay) : r.fromDay ? t('zones.nowOn') : MISSING),
    },
  ];
  return (
    <>
      <div className={styles.tools}>
        <label>
          {t('zones.day')}{' '}
          <DatePicker
            allowClear={false}
            value={dayjs(day)}
            onChange={(to) => setDay(to?.format('YYYY-MM-DD'))}
            aria-label={t('zones.day')}
          />
        </label>
      </div>
      <DataTable
        id="zone.responsible"
        label={t('zones.tab.table')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(r) => r.schoolId}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('zones.searchTable')}
        exportHref={`/api/v1/zone/assignments/export${queryString(where)}`}
        to={(r) => keep(`/schools/${r.schoolId}?tab=responsible`)}
        filters={[
          {
            name: 'zoneId',
            label: t('zones.name'),
            options: zones.map((zone) => ({ value: zone.id, label: zone.name })),
          },
          {
            name: 'only',
            label: t('only'),
            options: [{ value: 'unassigned', label: t('zones.onlyUnassigned') }],
          },
        ]}
        empty={<Empty title={t('zones.noRows')} />}
      />
    </>
  );
}
