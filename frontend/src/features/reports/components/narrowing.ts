import dayjs from 'dayjs';
import type { Row, Table } from '../api/reports';

/** What narrows a list of visits to those of a line of the table: its days, and whose they are. */
export function useNarrowing(table: Table, month: string) {
  const from = `${month}-01`;
  const until = dayjs(from).endOf('month').format('YYYY-MM-DD');
  const of = ({ id }: Row) => {
    if (table.by === 'INSPECTOR') return id ? { inspector: id } : { unassigned: true };
    return id ? { zone: id } : { noZone: true };
  };
  return (row: Row) => ({ from, until, ...(row === table.total ? {} : of(row)) });
}
