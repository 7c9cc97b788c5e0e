import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import { Behind } from '@/components/table/Behind';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { ZoneRow } from '../api/zones';

/** The zones with their leaders, loads and faults. */
export function ZoneTable({ zones }: { zones: ZoneRow[] }) {
  const { t } = useTranslation('zone');
  const keep = useKeepContext();
  const state = useTableState({ defaultSort: 'name' });
  const columns = useMemo<Column<ZoneRow>[]>(() => {
    const counted = (n: number, to: string, tone?: 'failing' | 'dueSoon') =>
      n === 0 ? (
        number(n)
      ) : (
        <Behind to={to}>
          {tone ? (
            <Mark plain tone={tone}>
              {number(n)}
            </Mark>
          ) : (
            number(n)
          )}
        </Behind>
      );
    const rows = (z: ZoneRow) => `/zones?tab=table&zoneId=${z.id}`;
    return [
      { key: 'name', title: t('zones.name'), sortable: true, value: (z) => z.name, render: (z) => z.name },
      {
        key: 'leader',
        title: t('zones.leader'),
        value: (z) => z.leaderName,
        render: (z) =>
          z.leaderName ?? (
            <Mark plain tone="dueSoon">
              {t('zones.noLeader')}
            </Mark>
          ),
      },
      {
        key: 'inspectors',
        title: t('zones.inspectors'),
        unit: t('zones.unit.persons'),
        numeric: true,
        sortable: true,
        value: (z) => z.inspectors,
        render: (z) => counted(z.inspectors, `/zones/${z.id}#board`),
      },
      {
        key: 'schools',
        title: t('zones.schools'),
        unit: t('zones.unit.schools'),
        numeric: true,
        sortable: true,
        value: (z) => z.schools,
        render: (z) => counted(z.schools, rows(z)),
      },
      {
        key: 'unassigned',
        title: t('zones.unassigned'),
        unit: t('zones.unit.schools'),
        numeric: true,
        sortable: true,
        value: (z) => z.unassigned,
        render: (z) => counted(z.unassigned, `/zones/${z.id}#board`, 'failing'),
      },
      {
        key: 'heaviest',
        title: t('zones.heaviest'),
        unit: t('zones.unit.schools'),
        numeric: true,
        sortable: true,
        value: (z) => z.heaviest,
        render: (z) =>
          z.heaviest === null || z.heaviest === undefined
            ? MISSING
            : counted(z.heaviest, `/zones/${z.id}#board`),
      },
      {
        key: 'violations',
        title: t('zones.wrong'),
        unit: t('zones.unit.items'),
        numeric: true,
        sortable: true,
        value: (z) => z.violations,
        render: (z) => counted(z.violations, `/zones/${z.id}#violations`, 'failing'),
      },
      {
        key: 'warnings',
        title: t('zones.warnings'),
        unit: t('zones.unit.items'),
        numeric: true,
        sortable: true,
        value: (z) => z.warnings,
        render: (z) => counted(z.warnings, `/zones/${z.id}#violations`, 'dueSoon'),
      },
    ];
  }, [t]);
  const rows = useLocalRows(zones, columns, state);
  return (
    <DataTable
      id="zone.zones"
      label={t('zones.title')}
      columns={columns}
      rows={rows.items}
      total={rows.total}
      rowKey={(z) => z.id}
      state={state}
      searchable={t('zones.search')}
      exportHref="/api/v1/zone/assignments/export"
      to={(z) => keep(`/zones/${z.id}`)}
      empty={<Empty title={t('zones.empty')}>{t('zones.emptyHint')}</Empty>}
    />
  );
}
