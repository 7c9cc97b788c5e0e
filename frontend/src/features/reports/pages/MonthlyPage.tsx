import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { AddressNotice } from '@/components/states/AddressNotice';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { queryString } from '@/lib/api/client';
import { usePermission, useToday } from '@/lib/api/me';
import { month as monthOf } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useUrlMonth } from '@/lib/url/useUrlMonth';
import { useUrlState } from '@/lib/url/useUrlState';
import { tableQuery, type Row, type Table } from '../api/reports';
import { ComplaintTable } from '../components/ComplaintTable';
import { FindingsDrawer } from '../components/FindingsDrawer';
import { MatterTable } from '../components/MatterTable';
import { MonthlyTable } from '../components/MonthlyTable';
import styles from '../components/reports.module.css';

/** The office's table of a month: visits, findings, reports. */
export function MonthlyPage() {
  const { t } = useTranslation('reports');
  const may = usePermission();
  const today = useToday();
  const [kind, choose] = useUrlState('by', { replace: true });
  const { month, ask, wrong } = useUrlMonth(today);
  const by = kind === 'ZONE' ? 'ZONE' : 'INSPECTOR';
  const query = useQuery({ ...tableQuery(month, by), enabled: may('report:read') });
  if (!may('report:read')) return <NoPermission />;
  return (
    <div className={styles.sheet}>
      <PageHeader
        title={t('title')}
        state={
          query.data &&
          t('state', {
            month: monthOf(month),
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
      <AddressNotice asked={wrong} shown={monthOf(month)} />
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
      <QueryView query={query}>{(table) => <Tables table={table} month={month} />}</QueryView>
    </div>
  );
}

/** What is looked at behind a number of findings. */
interface Looked {
  row: Row;
  matter?: number;
}

function Tables({ table, month }: { table: Table; month: string }) {
  const { t } = useTranslation('reports');
  const [looked, look] = useState<Looked>();
  const findings = (row: Row, matter?: number) => look({ row, matter });
  return (
    <>
      <Section title={t('table')}>
        <MonthlyTable table={table} month={month} onFindings={findings} />
      </Section>
      <Section title={t('matters')} note={t('mattersNote')}>
        <MatterTable table={table} month={month} onFindings={findings} />
      </Section>
      {table.total.complaints && (
        <Section title={t('complaints')}>
          <ComplaintTable table={table} month={month} />
        </Section>
      )}
      {looked && (
        <FindingsDrawer
          of={looked.row}
          matter={looked.matter}
          table={table}
          month={month}
          onClose={() => look(undefined)}
        />
      )}
    </>
  );
}
