import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { date, schoolYear } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { rowsQuery, sheetHref, type Measure, type Row, type Which } from '../api/innovation';
import styles from './innovation.module.css';

/** Where a row is worked on; undefined for one without a page. */
function pageOf(row: Row): string | undefined {
  switch (row.kind) {
    case 'SCHOOL':
      return `/schools/${row.id}`;
    case 'INSPECTOR':
      return `/inspectors/${row.id}`;
    case 'ZONE':
      return `/zones/${row.id}`;
    case 'VISIT':
      return `/visits/${row.id}`;
    case 'REPORT':
      return `/monthly/${row.id}/${row.about}`;
    case 'FINDING':
      return `/rectification/findings/${row.id}`;
    case 'COMPLAINT':
      return `/complaints/${row.id}`;
    case 'TERM':
      return '/visit-plans?tab=plans';
    case 'KEY_POINTS':
      return '/key-points';
  }
}

interface Props {
  which: Which;
  measure: Measure;
  title: string;
  onClose: () => void;
}

/** The things behind a number, those not in order first. */
export function RowsDrawer({ which, measure, title, onClose }: Props) {
  const { t } = useTranslation('innovation');
  const query = useQuery(rowsQuery(which, measure));
  return (
    <Drawer
      open
      size={860}
      title={title}
      onClose={onClose}
      extra={<DownloadButton from={sheetHref(which, measure)}>{t('export')}</DownloadButton>}
    >
      <QueryView query={query}>{(rows) => <Rows rows={rows} measure={measure} title={title} />}</QueryView>
    </Drawer>
  );
}

function Rows({ rows, measure, title }: { rows: Row[]; measure: Measure; title: string }) {
  const { t } = useTranslation('innovation');
  const keep = useKeepContext();
  const missed = rows.filter((row) => !row.met).length;
  const has = {
    about: rows.some((row) => row.about !== null),
    day: rows.some((row) => row.day !== null),
    value: rows.some((row) => row.value !== null),
  };
  const name = (row: Row) => (row.kind === 'TERM' ? schoolYear(Number(row.name)) : row.name);
  const cells = (row: Row) => {
    const page = pageOf(row);
    return [
      page ? (
        <Link key="name" to={keep(page)}>
          {name(row)}
        </Link>
      ) : (
        name(row)
      ),
      ...(has.about ? [row.kind === 'TERM' ? t(`halves.${row.about}`) : (row.about ?? MISSING)] : []),
      ...(has.day ? [row.day ? date(row.day) : MISSING] : []),
      ...(has.value ? [row.value === null ? MISSING : number(row.value, measure === 'COSTS' ? 2 : 0)] : []),
      <Mark key="met" plain tone={row.met ? 'done' : 'failing'}>
        {t(row.met ? 'outcomes.MET' : 'outcomes.SHORT')}
      </Mark>,
    ];
  };
  return (
    <>
      <p className={styles.small}>
        {t('rowsState', {
          total: number(rows.length),
          unit: t(`units.${measure}`),
          missed: number(missed),
        })}
      </p>
      <PlainTable
        label={title}
        cards
        columns={[
          { title: t('name') },
          ...(has.about ? [{ title: t(`abouts.${measure}`) }] : []),
          ...(has.day ? [{ title: t(`days.${measure}`) }] : []),
          ...(has.value ? [{ title: t(`values.${measure}`), numeric: true }] : []),
          { title: t('outcome') },
        ]}
        rows={rows.map((row, n) => ({ key: `${row.id ?? n}${row.about ?? ''}`, cells: cells(row) }))}
      />
    </>
  );
}
