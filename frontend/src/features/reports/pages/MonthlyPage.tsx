import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark, type Tone } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { usePermission, useToday } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { findingsQuery, tableQuery, type Report, type Row, type Table } from '../api/reports';
import styles from '../components/reports.module.css';

export const REPORT_TONES: Record<NonNullable<Report['state']>, Tone> = {
  DRAFT: 'quiet',
  SUBMITTED: 'accent',
  RETURNED: 'dueSoon',
  ACCEPTED: 'done',
};

/** The office's table of a month: visits, findings, reports. */
export function MonthlyPage() {
  const { t } = useTranslation('reports');
  const may = usePermission();
  const today = useToday();
  const [asked, ask] = useUrlState('month');
  const [kind, choose] = useUrlState('by', { replace: true });
  const month = asked && /^\d{4}-\d{2}$/.test(asked) ? asked : today.slice(0, 7);
  const by = kind === 'ZONE' ? 'ZONE' : 'INSPECTOR';
  const query = useQuery({ ...tableQuery(month, by), enabled: may('report:read') });
  if (!may('report:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('title')}
        state={
          query.data &&
          t('state', {
            month,
            made: number(query.data.total.visits.made),
            findings: number(query.data.total.findings),
            closed: number(query.data.total.closed),
          })
        }
        actions={
          <>
            <Button onClick={() => window.print()}>{t('print')}</Button>
            <DownloadButton from={`/api/v1/zone/monthly-table/export${queryString({ month, by })}`}>
              {t('export')}
            </DownloadButton>
          </>
        }
      />
      <div className={styles.tools}>
        <DatePicker
          picker="month"
          aria-label={t('month')}
          allowClear={false}
          value={dayjs(`${month}-01`)}
          maxDate={dayjs(today)}
          onChange={(day) => ask(day?.format('YYYY-MM'))}
        />
        <Segmented
          aria-label={t('by')}
          value={by}
          onChange={(value) => choose(value)}
          options={(['INSPECTOR', 'ZONE'] as const).map((value) => ({ value, label: t(`bys.${value}`) }))}
        />
      </div>
      <Section title={t('table')}>
        <QueryView query={query}>{(table) => <Rows table={table} month={month} />}</QueryView>
      </Section>
    </>
  );
}

const NUMBERS = [
  ['planned', 'PLANNED'],
  ['done', 'DONE'],
  ['made', 'MADE'],
  ['unplanned', 'UNPLANNED'],
  ['overdue', 'OVERDUE'],
] as const;

function Rows({ table, month }: { table: Table; month: string }) {
  const { t } = useTranslation('reports');
  const may = usePermission();
  const keep = useKeepContext();
  const [looked, look] = useState<Row>();
  const from = `${month}-01`;
  const until = dayjs(from).endOf('month').format('YYYY-MM-DD');
  const person = table.by === 'INSPECTOR';
  const where = (row: Row) =>
    row === table.total
      ? {}
      : person
        ? row.id
          ? { inspector: row.id }
          : { unassigned: true }
        : row.id
          ? { zone: row.id }
          : { noZone: true };
  const cells = (row: Row) => [
    ...NUMBERS.map(([field, measure]) => {
      const n = row.visits[field];
      const none = row.visits.planned === 0;
      if (none && field === 'planned') return t('noPlan');
      if (none && (field === 'done' || field === 'overdue')) return MISSING;
      return n === 0 ? (
        number(0)
      ) : (
        <Link key={field} to={keep(`/visits${queryString({ measure, from, until, ...where(row) })}`)}>
          {number(n)}
        </Link>
      );
    }),
    row.visits.rate === null ? MISSING : `${number(row.visits.rate)}%`,
    ...[row.findings, row.closed].map((n, i) =>
      n === 0 ? (
        number(0)
      ) : (
        <Button key={i} type="link" size="small" onClick={() => look(row)}>
          {number(n)}
        </Button>
      ),
    ),
  ];
  const report = (row: Row) => {
    const word = row.report ? (
      <Mark plain tone={REPORT_TONES[row.report]}>
        {t(`states.${row.report}`)}
      </Mark>
    ) : (
      t('noReport')
    );
    return may('report:open') && row.id ? (
      <Link key="report" to={keep(`/monthly/${row.id}/${month}`)}>
        {word}
      </Link>
    ) : (
      word
    );
  };
  return (
    <>
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
      {looked && <Findings of={looked} table={table} month={month} onClose={() => look(undefined)} />}
    </>
  );
}

/** The findings behind a number. */
function Findings({
  of,
  table,
  month,
  onClose,
}: {
  of: Row;
  table: Table;
  month: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('reports');
  const keep = useKeepContext();
  const query = useQuery(findingsQuery(month));
  const all = of === table.total;
  return (
    <Drawer
      open
      size={800}
      title={t('findingsOf', { name: all ? t('total') : (of.name ?? t('none')) })}
      onClose={onClose}
    >
      <QueryView query={query}>
        {(rows) => (
          <PlainTable
            label={t('findings')}
            cards
            columns={[
              { title: t('what') },
              { title: t('school') },
              { title: t('found') },
              { title: t('closed') },
            ]}
            rows={rows
              .filter((one) => all || (table.by === 'ZONE' ? one.zoneId : one.inspectorId) === of.id)
              .map(({ finding }) => ({
                key: finding.id,
                cells: [
                  <Link key="finding" to={keep(`/rectification/findings/${finding.id}`)}>
                    {finding.description}
                  </Link>,
                  finding.unitName,
                  date(finding.foundOn),
                  finding.closedOn ? date(finding.closedOn) : t('open'),
                ],
              }))}
          />
        )}
      </QueryView>
    </Drawer>
  );
}
