import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Row, Table } from '../api/reports';
import { useNarrowing } from './narrowing';

const MEASURES = [
  ['received', 'RECEIVED'],
  ['closed', 'CLOSED'],
  ['overdue', 'OVERDUE'],
] as const;

/** Complaints of a month: received, closed, and those whose last day passed without an answer. */
export function ComplaintTable({ table, month }: { table: Table; month: string }) {
  const { t } = useTranslation('reports');
  const keep = useKeepContext();
  const narrowed = useNarrowing(table, month);
  const cells = (row: Row) =>
    MEASURES.map(([field, measure]) => {
      const n = row.complaints?.[field] ?? 0;
      const { unassigned, ...narrow } = { unassigned: undefined, ...narrowed(row) };
      const to = `/complaints${queryString({ measure, ...narrow, noInspector: unassigned })}`;
      return n === 0 ? (
        number(0)
      ) : (
        <Link key={field} to={keep(to)}>
          {number(n)}
        </Link>
      );
    });
  const some = (row: Row) => MEASURES.some(([field]) => (row.complaints?.[field] ?? 0) > 0);
  return (
    <PlainTable
      label={t('complaints')}
      cards
      columns={[
        { title: t(`bys.${table.by === 'ZONE' ? 'ZONE' : 'INSPECTOR'}`) },
        ...MEASURES.map(([field]) => ({ title: t(`complaintCounts.${field}`), numeric: true })),
      ]}
      rows={table.rows.filter(some).map((row) => ({
        key: row.id ?? 'none',
        cells: [row.name ?? t('none'), ...cells(row)],
      }))}
      foot={[t('total'), ...cells(table.total)]}
    />
  );
}
