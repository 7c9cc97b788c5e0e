import { App, Button, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DatePicker } from '@/components/forms/DatePicker';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { useSteps, type FindingRow, type Step } from '../api/findings';
import styles from './rectification.module.css';
import { OFFERS } from './steps';

const BULK = ['accept', 'close', 'extend'] as const;
type Deed = (typeof BULK)[number];

interface Fields {
  text?: string;
  deadline?: Dayjs;
}

interface Outcome {
  finding: FindingRow;
  /** Why it was refused; undefined when done. */
  refused?: string;
}

interface Props {
  findings: FindingRow[];
  onDone: () => void;
}

/** What can be done to the chosen findings at once. */
export function BulkBar({ findings, onDone }: Props) {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [deed, take] = useState<Deed>();
  if (findings.length === 0) return null;
  const units = new Set(findings.map(unitOf));
  const draft = () => {
    if (units.size > 1 || findings.some((f) => f.state !== 'RAISED')) {
      void message.warning(t('bulk.oneUnit'), 6);
      return;
    }
    void navigate(
      keep(`/rectification/notices/new?unit=${[...units][0]}&pick=${findings.map((f) => f.id).join()}`),
    );
  };
  return (
    <div className={styles.bulk} role="group" aria-label={t('bulk.label')}>
      <span>{t('bulk.chosen', { n: number(findings.length) })}</span>
      {may('notice:draft') && <Button onClick={draft}>{t('draft')}</Button>}
      {BULK.filter((one) => may(OFFERS[one].needs)).map((one) => (
        <Button key={one} onClick={() => take(one)}>
          {t(`actions.${one}`)}
        </Button>
      ))}
      <Button type="link" onClick={onDone}>
        {t('bulk.clear')}
      </Button>
      {deed && (
        <BulkModal
          deed={deed}
          findings={findings}
          onClose={(changed) => {
            take(undefined);
            if (changed) onDone();
          }}
        />
      )}
    </div>
  );
}

export const unitOf = (finding: FindingRow) => finding.schoolId ?? finding.regionCode;

interface ModalProps {
  deed: Deed;
  findings: FindingRow[];
  onClose: (changed: boolean) => void;
}

/** Asks once, does it one after another, and says for each what became of it. */
function BulkModal({ deed, findings, onClose }: ModalProps) {
  const { t } = useTranslation('rectification');
  const [form] = Form.useForm<Fields>();
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [running, setRunning] = useState(false);
  const today = useToday();
  const step = useSteps();
  const fitting = findings.filter(OFFERS[deed].when);
  const done = outcomes.length > 0 && !running;
  const run = async (fields: Fields) => {
    setRunning(true);
    for (const finding of fitting) {
      const refused = await step(finding, toStep(deed, fields)).then(
        () => undefined,
        (error: unknown) => problemMessage(error, t),
      );
      setOutcomes((before) => [...before, { finding, refused }]);
    }
    setRunning(false);
  };
  const last = fitting.reduce((max, f) => (f.deadline && f.deadline > max ? f.deadline : max), '');
  return (
    <Modal
      open
      title={t(`actions.${deed}`)}
      okText={done ? t('bulk.ok') : t(`actions.${deed}`)}
      cancelButtonProps={{ hidden: done }}
      closable={!running}
      confirmLoading={running}
      okButtonProps={{ disabled: fitting.length === 0 }}
      onOk={() => (done ? onClose(true) : form.submit())}
      onCancel={() => onClose(outcomes.length > 0)}
    >
      <p>
        {t('bulk.fitting', { n: number(fitting.length), all: number(findings.length) })}
        {fitting.length < findings.length && ` ${t('bulk.others')}`}
      </p>
      {outcomes.length === 0 && (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void run(fields)}>
          {deed === 'extend' && (
            <Form.Item
              name="deadline"
              label={t('fields.deadline')}
              rules={[{ required: true, message: t('required', { field: t('fields.deadline') }) }]}
            >
              <DatePicker minDate={dayjs(last || today)} />
            </Form.Item>
          )}
          <Form.Item
            name="text"
            label={t(
              deed === 'extend' ? 'fields.reason' : deed === 'close' ? 'fields.closeText' : 'fields.text',
            )}
            rules={
              deed === 'extend'
                ? [{ required: true, message: t('required', { field: t('fields.reason') }) }]
                : []
            }
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </Form>
      )}
      {outcomes.length > 0 && (
        <PlainTable
          label={t('bulk.outcome')}
          columns={[{ title: t('description') }, { title: t('bulk.outcome') }]}
          rows={outcomes.map(({ finding, refused }) => ({
            key: finding.id,
            tone: refused === undefined ? undefined : 'failing',
            cells: [
              t('bulk.of', { unit: finding.unitName, text: finding.description }),
              refused ?? t('done'),
            ],
          }))}
        />
      )}
    </Modal>
  );
}

function toStep(deed: Deed, { text, deadline }: Fields): Step {
  switch (deed) {
    case 'accept':
      return { name: 'accept', body: { mode: 'ON_PAPER', text } };
    case 'close':
      return { name: 'close', body: { text } };
    case 'extend':
      return { name: 'extend', body: { deadline: deadline?.format('YYYY-MM-DD') ?? '', reason: text ?? '' } };
  }
}
