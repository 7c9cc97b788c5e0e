import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import type { Row, Table } from '../api/reports';
import { useNarrowing } from './narrowing';
import styles from './reports.module.css';

interface Props {
  table: Table;
  month: string;
  onFindings: (row: Row, matter: number) => void;
}

/** On how many visits each of the eight matters was looked at, and how many findings arose under it. */
export function MatterTable({ table, month, onFindings }: Props) {
  const { t } = useTranslation('reports');
  const keep = useKeepContext();
  const named = useNamed();
  const narrowed = useNarrowing(table, month);
  const cells = (row: Row) =>
    row.matters.map(({ no, visits, findings }) => {
      const name = `${row === table.total ? t('total') : (row.name ?? t('none'))} ${no}`;
      return (
        <span key={no} className={styles.pair}>
          {visits === 0 ? (
            number(0)
          ) : (
            <Link
              aria-label={t('matterVisits', { name, n: number(visits) })}
              to={keep(`/visits${queryString({ measure: 'MADE', matter: no, ...narrowed(row) })}`)}
            >
              {number(visits)}
            </Link>
          )}
          {findings > 0 && (
            <Button
              type="link"
              size="small"
              danger
              aria-label={t('matterFindings', { name, n: number(findings) })}
              onClick={() => onFindings(row, no)}
            >
              {t('found1', { n: number(findings) })}
            </Button>
          )}
        </span>
      );
    });
  return (
    <PlainTable
      label={t('matters')}
      cards
      columns={[
        { title: t(`bys.${table.by === 'ZONE' ? 'ZONE' : 'INSPECTOR'}`) },
        ...table.matters.map((matter) => ({
          title: `${matter.no} ${named({ nameZh: matter.name, nameEn: matter.nameEn })}`,
          numeric: true,
        })),
      ]}
      rows={table.rows.map((row) => ({
        key: row.id ?? 'none',
        cells: [row.name ?? t('none'), ...cells(row)],
      }))}
      foot={[t('total'), ...cells(table.total)]}
    />
  );
}
