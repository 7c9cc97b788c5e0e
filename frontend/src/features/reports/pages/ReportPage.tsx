import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { moment, month as monthOf } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import dayjs from 'dayjs';
import { reportQuery, useReportDeed, type Report } from '../api/reports';
import styles from '../components/reports.module.css';
import { REPORT_TONES } from '../components/tones';

const TEXTS = ['work', 'problems', 'advice', 'next'] as const;

/** An inspector's report of a month. */
export function ReportPage() {
  const { inspector = '', month = '' } = useParams();
  const { t } = useTranslation('reports');
  const may = usePermission();
  const keep = useKeepContext();
  const possible = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  const query = useQuery({ ...reportQuery(inspector, month), enabled: may('report:open') && possible });
  if (!may('report:open')) return <NoPermission />;
  if (!possible) {
    return (
      <Empty
        title={t('badMonth', { month })}
        action={<LinkButton to={keep('/monthly')}>{t('toMonthly')}</LinkButton>}
      >
        {t('badMonthHint')}
      </Empty>
    );
  }
  return <QueryView query={query}>{(report) => <View key={report.version} report={report} />}</QueryView>;
}

function View({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const { message } = App.useApp();
  const may = usePermission();
  const keep = useKeepContext();
  const deed = useReportDeed();
  const [returning, giveBack] = useState(false);
  const [form] = Form.useForm<Report['text']>();
  const open = report.state !== 'SUBMITTED' && report.state !== 'ACCEPTED';
  const writing = open && may('report:write');
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const write = (submit: boolean) =>
    void form
      .validateFields()
      .then((text) =>
        deed.mutate(
          { name: 'write', of: report, body: { ...text, submit } },
          { onSuccess: () => void message.success(t(submit ? 'submitted' : 'saved')), onError: fail },
        ),
      );
  return (
    <>
      <PageHeader
        back={{ to: keep(`/monthly?month=${report.month}`), label: t('back') }}
        title={t('reportTitle', { name: report.inspectorName, month: monthOf(report.month) })}
        tags={report.state && <Mark tone={REPORT_TONES[report.state]}>{t(`states.${report.state}`)}</Mark>}
        state={
          report.returnedFor
            ? t('returned', { reason: report.returnedFor })
            : report.decidedBy && t('decided', { name: report.decidedBy, at: moment(report.decidedAt) })
        }
        actions={
          <>
            {writing && (
              <>
                <Button loading={deed.isPending} onClick={() => write(false)}>
                  {t('save')}
                </Button>
                <Button type="primary" loading={deed.isPending} onClick={() => write(true)}>
                  {t('submit')}
                </Button>
              </>
            )}
            {report.state === 'SUBMITTED' && may('report:decide') && (
              <>
                <Button onClick={() => giveBack(true)}>{t('giveBack')}</Button>
                <Button
                  type="primary"
                  loading={deed.isPending}
                  onClick={() => deed.mutate({ name: 'decide', of: report, body: {} }, { onError: fail })}
                >
                  {t('accept')}
                </Button>
              </>
            )}
          </>
        }
      />
      <Figures report={report} live={open} />
      <Section>
        {writing ? (
          <Form form={form} layout="vertical" requiredMark={false} initialValues={report.text}>
            {TEXTS.map((name) => (
              <Form.Item
                key={name}
                name={name}
                label={t(name)}
                rules={
                  name === 'work'
                    ? [{ required: true, whitespace: true, message: t('required', { field: t(name) }) }]
                    : []
                }
              >
                <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
              </Form.Item>
            ))}
          </Form>
        ) : report.state === null ? (
          <p>{t('notWritten')}</p>
        ) : (
          TEXTS.map((name) => (
            <div key={name}>
              <h2 className={styles.part}>{t(name)}</h2>
              <p className={styles.text}>{report.text[name] || MISSING}</p>
            </div>
          ))
        )}
      </Section>
      {returning && <GiveBack report={report} onClose={() => giveBack(false)} />}
    </>
  );
}

function Figures({ report, live }: { report: Report; live: boolean }) {
  const { t } = useTranslation('reports');
  const keep = useKeepContext();
  const { figures } = report;
  const from = `${report.month}-01`;
  const until = dayjs(from).endOf('month').format('YYYY-MM-DD');
  const rows = (measure: string, n: number) =>
    n === 0 ? (
      number(0)
    ) : (
      <Link to={keep(`/visits${queryString({ measure, from, until, inspector: report.inspectorId })}`)}>
        {measure === 'OVERDUE' ? (
          <Mark plain tone="failing">
            {number(n)}
          </Mark>
        ) : (
          number(n)
        )}
      </Link>
    );
  const none = figures.visits.planned === 0;
  return (
    <Section title={t('figures')} note={t(live ? 'live' : 'counted')}>
      <PlainTable
        label={t('figures')}
        cards
        columns={[
          { title: t('month') },
          { title: t('planned'), numeric: true },
          { title: t('made'), numeric: true },
          { title: t('unplanned'), numeric: true },
          { title: t('overdue'), numeric: true },
          { title: t('rate'), numeric: true },
          { title: t('schools'), numeric: true },
          ...Object.keys(figures.kinds).map((kind) => ({ title: t(`kinds.${kind}`), numeric: true })),
          { title: t('findings'), numeric: true },
          { title: t('closed'), numeric: true },
        ]}
        rows={[
          {
            key: 'figures',
            cells: [
              monthOf(report.month),
              none ? t('noPlan') : rows('PLANNED', figures.visits.planned),
              rows('MADE', figures.visits.made),
              rows('UNPLANNED', figures.visits.unplanned),
              none ? MISSING : rows('OVERDUE', figures.visits.overdue),
              figures.visits.rate === null ? MISSING : `${number(figures.visits.rate, 1)}%`,
              number(figures.schools),
              ...Object.values(figures.kinds).map((n) => number(n)),
              number(figures.findings),
              number(figures.closed),
            ],
          },
        ]}
      />
    </Section>
  );
}

function GiveBack({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation('reports');
  const { message } = App.useApp();
  const deed = useReportDeed();
  const [form] = Form.useForm<{ returnedFor: string }>();
  return (
    <Modal
      open
      title={t('giveBack')}
      okText={t('giveBack')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          void deed
            .mutateAsync({ name: 'decide', of: report, body })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item
          name="returnedFor"
          label={t('returnedFor')}
          rules={[{ required: true, whitespace: true, message: t('required', { field: t('returnedFor') }) }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
