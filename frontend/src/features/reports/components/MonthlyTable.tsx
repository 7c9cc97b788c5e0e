import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '@/components/states/Mark';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Row, Table } from '../api/reports';
import { useNarrowing } from './narrowing';
import styles from './reports.module.css';
import { REPORT_TONES } from './tones';

interface Props {
  table: Table;
  month: string;
  onFindings: (row: Row) => void;
}

const NUMBERS = [
  ['planned', 'PLANNED'],
  ['done', 'DONE'],
  ['made', 'MADE'],
  ['unplanned', 'UNPLANNED'],
  ['overdue', 'OVERDUE'],
] as const;

/** Visits, findings and reports of a month. */
export function MonthlyTable({ table, month, onFindings }: Props) {
  const { t } = useTranslation('reports');
  const may = usePermission();
  const keep = useKeepContext();
  const person = table.by === 'INSPECTOR';
  const narrowed = useNarrowing(table, month);
  const cells = (row: Row) => [
    ...NUMBERS.map(([field, measure]) => {
      const n = row.visits[field];
      const none = row.visits.planned === 0;
      if (none && field === 'planned') return t('noPlan');
      if (none && (field === 'done' || field === 'overdue')) return MISSING;
      return n === 0 ? (
        number(0)
      ) : (
        <Link key={field} to={keep(`/visits${queryString({ measure, ...narrowed(row) })}`)}>
          {field === 'overdue' ? (
            <Mark plain tone="failing">
              {number(n)}
            </Mark>
          ) : (
            number(n)
          )}
        </Link>
      );
    }),
    row.visits.rate === null ? MISSING : `${number(row.visits.rate, 1)}%`,
    ...[row.findings, row.closed].map((n, i) =>
      n === 0 ? (
        number(0)
      ) : (
        <Button key={i} type="link" size="small" className={styles.figure} onClick={() => onFindings(row)}>
          {number(n)}
        </Button>
      ),
    ),
  ];
  const report = (row: Row) => {
    // visits nobody is named for have no report to wait for
    if (!row.id) return MISSING;
    const word = row.report ? (
      <Mark plain tone={REPORT_TONES[row.report]}>
        {t(`states.${row.report}`)}
      </Mark>
    ) : (
      t('noReport')
    );
    return may('report:open') ? (
      <Link key="report" to={keep(`/monthly/${row.id}/${month}`)}>
        {word}
      </Link>
    ) : (
      word
    );
  };
  return (
    <PlainTable
      label={t('table')}
      cards
      columns={[
        { title: t(`bys.${person ? 'INSPECTOR' : 'ZONE'}`) },
        ...NUMBERS.map(([field]) => ({ title: t(field), numeric: true })),
        { title: t('rate'), numeric: true },
        { title: t('findings'), numeric: true },
        { title: t('closed'), numeric: true },
        ...(person ? [{ title: t('report') }] : []),
      ]}
      rows={table.rows.map((row) => ({
        key: row.id ?? 'none',
        cells: [row.name ?? t('none'), ...cells(row), ...(person ? [report(row)] : [])],
      }))}
      foot={[t('total'), ...cells(table.total), ...(person ? [''] : [])]}
    />
  );
}
