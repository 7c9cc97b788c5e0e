import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/components/states/Mark';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { calendarQuery, useReplaceCalendar, type CalendarYear } from '../api/records';
import { readSpecialDays } from './specialDays';

/** The days of a year that differ from the week. */
export function CalendarSection() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const [chosen, choose] = useUrlState('calendar', { replace: true });
  const [importing, setImporting] = useState(false);
  const thisYear = Number(useToday().slice(0, 4));
  const year = Number(chosen) || thisYear;
  const query = useQuery(calendarQuery(year));
  return (
    <Section
      title={t('terms.calendar')}
      note={t('terms.calendarNote')}
      actions={
        <>
          <InputNumber
            aria-label={t('terms.year')}
            min={2000}
            max={2200}
            precision={0}
            value={year}
            onChange={(value) => value && choose(String(value))}
          />
          {may('calendar:write') && <Button onClick={() => setImporting(true)}>{t('terms.import')}</Button>}
        </>
      }
    >
      <QueryView query={query}>
        {({ value: calendar }) => (
          <>
            <CalendarOrigin calendar={calendar} />
            {calendar.days.length > 0 && (
              <PlainTable
                label={t('terms.calendar')}
                columns={[
                  { title: t('terms.day') },
                  { title: t('terms.kind') },
                  { title: t('terms.name') },
                  { title: t('terms.source') },
                ]}
                rows={calendar.days.map((one) => ({
                  key: one.day,
                  cells: [
                    date(one.day),
                    t(one.working ? 'terms.working' : 'terms.off'),
                    one.name,
                    one.source,
                  ],
                }))}
              />
            )}
          </>
        )}
      </QueryView>
      {importing && query.data && (
        <ImportModal year={year} etag={query.data.etag} onClose={() => setImporting(false)} />
      )}
    </Section>
  );
}

/** Where the days come from, and whether anybody has seen the paper. */
function CalendarOrigin({ calendar }: { calendar: CalendarYear }) {
  const { t } = useTranslation('rectification');
  const { origin, source, seenIn, year, verified } = calendar;
  if (origin === 'NONE') {
    return <Alert type="warning" showIcon title={t('terms.none', { year })} />;
  }
  if (origin === 'OFFICE') {
    return <p>{t('terms.own')}</p>;
  }
  return (
    <p>
      <Mark tone={verified ? 'done' : 'dueSoon'}>{t(verified ? 'terms.verified' : 'terms.unverified')}</Mark>{' '}
      {t('terms.shipped', { source, seenIn })}
    </p>
  );
}

interface ImportProps {
  year: number;
  etag: string | null;
  onClose: () => void;
}

function ImportModal({ year, etag, onClose }: ImportProps) {
  const { t } = useTranslation('rectification');
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [form] = Form.useForm<{ source: string }>();
  const replace = useReplaceCalendar(year, etag);
  const { days, bad } = readSpecialDays(text, year);
  return (
    <Modal
      open
      title={t('terms.import')}
      okText={t('terms.replace', { year, n: number(days.length) })}
      okButtonProps={{ disabled: days.length === 0 || bad.length > 0 }}
      confirmLoading={replace.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('terms.importHelp')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ source }) =>
          replace.mutate(
            { days: days.map((one) => ({ ...one, source })) },
            {
              onSuccess: () => {
                void message.success(t('terms.replaced'));
                onClose();
              },
              onError: (error) => void message.error(problemMessage(error, t), 8),
            },
          )
        }
      >
        <Form.Item
          name="source"
          label={t('terms.from')}
          extra={t('terms.fromHelp')}
          rules={[{ required: true, message: t('required', { field: t('terms.from') }) }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item label={t('terms.lines')}>
          <Input.TextArea
            aria-label={t('terms.lines')}
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
      </Form>
      {bad.length > 0 && (
        <Alert
          type="error"
          title={bad.map((one) => (
            <div key={one.line}>{t('terms.bad', one)}</div>
          ))}
        />
      )}
    </Modal>
  );
}
