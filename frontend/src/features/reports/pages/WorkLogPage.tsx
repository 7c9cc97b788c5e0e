import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Popconfirm, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { DatePicker } from '@/components/forms/DatePicker';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { AddressNotice } from '@/components/states/AddressNotice';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { Behind } from '@/components/table/Behind';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date, month as monthOf } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { isDay, isMonth } from '@/lib/url/useUrlMonth';
import { useUrlState } from '@/lib/url/useUrlState';
import { entriesQuery, peopleQuery, useReportDeed, type Entry, type Sum } from '../api/reports';
import styles from '../components/reports.module.css';

const KINDS: Entry['kind'][] = ['LOG', 'TRAVEL', 'FEE'];
const yuan = (amount: number | null) => (amount === null ? MISSING : number(amount, 2));

/** The days looked at: those of the address, else of its month, else the last half year. */
function useSpan(today: string) {
  const [first, setFrom] = useUrlState('from');
  const [last, setUntil] = useUrlState('until');
  const [month] = useUrlState('month');
  const of = isMonth(month) ? dayjs(`${month}-01`) : undefined;
  const start = of ?? dayjs(today).subtract(5, 'month').startOf('month');
  return {
    from: isDay(first) ? first : start.format('YYYY-MM-DD'),
    until: isDay(last) ? last : (of?.endOf('month').format('YYYY-MM-DD') ?? today),
    setFrom,
    setUntil,
    wrong: [
      ...[first, last].filter((day) => day !== undefined && !isDay(day)),
      ...(month === undefined || of ? [] : [month]),
    ].join(' '),
  };
}

/** Work log and what the work cost, with sums by inspector and month. */
export function WorkLogPage() {
  const { t } = useTranslation('reports');
  const { message } = App.useApp();
  const may = usePermission();
  const today = useToday();
  const { from, until, setFrom, setUntil, wrong } = useSpan(today);
  const [inspector, choose] = useUrlState('inspector');
  const [kind, narrow] = useUrlState('kind');
  const [adding, add] = useState(false);
  const allowed = may('report:open');
  const people = useQuery({ ...peopleQuery, enabled: allowed });
  const query = useQuery({ ...entriesQuery(from, until, inspector), enabled: allowed });
  const deed = useReportDeed();
  if (!allowed) return <NoPermission />;
  /** The entries a sum is made of. */
  const behind = (sum: Sum, of: Entry['kind'], words: string) => {
    const day = dayjs(`${sum.month}-01`);
    const first = day.format('YYYY-MM-DD');
    const last = day.endOf('month').format('YYYY-MM-DD');
    return words === MISSING || words === '0' ? (
      words
    ) : (
      <Behind
        key={of}
        to={`/work-log${queryString({
          from: first < from ? from : first,
          until: last > until ? until : last,
          inspector: sum.inspectorId,
          kind: of,
        })}#entries`}
      >
        {words}
      </Behind>
    );
  };
  const shown = (entries: Entry[]) => entries.filter((one) => !kind || one.kind === kind);
  return (
    <>
      <PageHeader
        title={t('log.title')}
        state={
          query.data &&
          t(query.data.total === null ? 'log.stateNone' : 'log.state', {
            n: number(query.data.entries.length),
            total: yuan(query.data.total),
          })
        }
        actions={
          <>
            <DownloadButton
              from={`/api/v1/zone/work-entries/export${queryString({ from, until, inspector })}`}
            >
              {t('export')}
            </DownloadButton>
            <Button type="primary" onClick={() => add(true)}>
              {t('log.add')}
            </Button>
          </>
        }
      />
      <AddressNotice
        asked={wrong}
        shown={t('common:address.span', { from: date(from), until: date(until) })}
      />
      <div className={styles.tools}>
        <DatePicker
          aria-label={`${t('log.span')} 1`}
          allowClear={false}
          value={dayjs(from)}
          onChange={(day) => setFrom(day?.format('YYYY-MM-DD'))}
        />
        <DatePicker
          aria-label={`${t('log.span')} 2`}
          allowClear={false}
          value={dayjs(until)}
          onChange={(day) => setUntil(day?.format('YYYY-MM-DD'))}
        />
        <Select
          aria-label={t('log.inspector')}
          allowClear
          style={{ minWidth: 160 }}
          placeholder={t('log.inspector')}
          value={inspector}
          onChange={(value: string | undefined) => choose(value)}
          options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </div>
      <QueryView query={query}>
        {({ entries, sums }) =>
          entries.length === 0 ? (
            <Empty title={t('log.empty')} />
          ) : (
            <>
              <Section title={t('log.sums')}>
                <PlainTable
                  label={t('log.sums')}
                  cards
                  pageSize={25}
                  columns={[
                    { title: t('log.inspector') },
                    { title: t('log.month') },
                    { title: t('log.logs'), numeric: true },
                    { title: t('log.travel'), numeric: true },
                    { title: t('log.fees'), numeric: true },
                  ]}
                  rows={sums.map((one) => ({
                    key: one.inspectorId + one.month,
                    cells: [
                      one.inspectorName,
                      monthOf(one.month),
                      behind(one, 'LOG', number(one.logs)),
                      behind(one, 'TRAVEL', yuan(one.travel)),
                      behind(one, 'FEE', yuan(one.fees)),
                    ],
                  }))}
                />
              </Section>
              <Section
                title={t('log.entries')}
                anchor="entries"
                note={t('log.shown', { n: number(shown(entries).length) })}
                actions={
                  <Select
                    aria-label={t('log.kind')}
                    allowClear
                    style={{ minWidth: 120 }}
                    placeholder={t('log.kind')}
                    value={kind}
                    onChange={(value: string | undefined) => narrow(value)}
                    options={KINDS.map((value) => ({ value, label: t(`log.kinds.${value}`) }))}
                  />
                }
              >
                <PlainTable
                  label={t('log.entries')}
                  cards
                  pageSize={50}
                  columns={[
                    { title: t('log.day') },
                    { title: t('log.inspector') },
                    { title: t('log.kind') },
                    { title: t('log.text') },
                    { title: `${t('log.amount')}（${t('log.yuan')}）`, numeric: true },
                    { title: t('log.files') },
                    { title: '' },
                  ]}
                  rows={shown(entries).map((one) => ({
                    key: one.id,
                    cells: [
                      date(one.onDay),
                      one.inspectorName,
                      t(`log.kinds.${one.kind}`),
                      one.text,
                      yuan(one.amount),
                      one.evidence.length > 0 ? (
                        <PhotoStrip key="files" ids={one.evidence} label={one.text} />
                      ) : (
                        MISSING
                      ),
                      <Popconfirm
                        key="remove"
                        title={t('log.removeOf')}
                        onConfirm={() =>
                          deed.mutate(
                            { name: 'remove', id: one.id },
                            { onError: (error) => void message.error(problemMessage(error, t), 8) },
                          )
                        }
                      >
                        <Button size="small" aria-label={`${t('log.remove')} ${one.text}`}>
                          {t('log.remove')}
                        </Button>
                      </Popconfirm>,
                    ],
                  }))}
                />
              </Section>
            </>
          )
        }
      </QueryView>
      {adding && <Add people={people.data ?? []} onClose={() => add(false)} />}
    </>
  );
}

interface Fields {
  inspectorId: string;
  kind: Entry['kind'];
  onDay: Dayjs;
  text: string;
  amount?: number;
}

function Add({ people, onClose }: { people: { id: string; name: string }[]; onClose: () => void }) {
  const { t } = useTranslation('reports');
  const { message } = App.useApp();
  const today = useToday();
  const deed = useReportDeed();
  const [id] = useState(() => crypto.randomUUID());
  const [sent, setSent] = useState<Sent>({ ids: [], pending: 0 });
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'LOG';
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  return (
    <Modal
      open
      title={t('log.add')}
      okText={t('log.add')}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: sent.pending > 0 }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: 'LOG',
          onDay: dayjs(today),
          inspectorId: people.length === 1 ? people[0]?.id : undefined,
        }}
        onFinish={({ onDay, amount, ...fields }: Fields) =>
          void deed
            .mutateAsync({
              name: 'add',
              body: {
                ...fields,
                id,
                onDay: onDay.format('YYYY-MM-DD'),
                amount: fields.kind === 'LOG' ? undefined : amount,
                evidence: sent.ids,
              },
            })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item name="inspectorId" label={t('log.inspector')} rules={needed('log.inspector')}>
          <Select options={people.map((one) => ({ value: one.id, label: one.name }))} />
        </Form.Item>
        <Form.Item name="kind" label={t('log.kind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`log.kinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="onDay" label={t('log.day')} rules={needed('log.day')}>
          <DatePicker allowClear={false} maxDate={dayjs(today)} />
        </Form.Item>
        <Form.Item name="text" label={t('log.text')} rules={needed('log.text')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        {kind !== 'LOG' && (
          <Form.Item name="amount" label={t('log.amount')} rules={needed('log.amount')}>
            <InputNumber
              min={0.01}
              max={999999.99}
              precision={2}
              suffix={t('log.yuan')}
              style={{ width: 180 }}
            />
          </Form.Item>
        )}
        <Uploader onChange={setSent} />
      </Form>
    </Modal>
  );
}
