import { App, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { useStep, type FindingRow, type Step } from '../api/findings';
import type { StepName } from './steps';

interface Fields {
  text?: string;
  on?: Dayjs;
  until?: Dayjs;
  deadline?: Dayjs;
  mode?: 'ON_SITE' | 'ON_PAPER';
  files?: Sent;
}

const day = (value: Dayjs | undefined) => value?.format('YYYY-MM-DD') ?? '';

function toStep(name: StepName, { text = '', on, until, deadline, mode = 'ON_SITE', files }: Fields): Step {
  const evidence = files?.ids ?? [];
  switch (name) {
    case 'reply':
      return { name, body: { measure: text, on: day(on), evidence } };
    case 'accept':
      return { name, body: { mode, text, evidence } };
    case 'return':
      return { name, body: { mode, reason: text, deadline: deadline ? day(deadline) : undefined, evidence } };
    case 'extend':
    case 'reopen':
      return { name, body: { deadline: day(deadline), reason: text } };
    case 'void':
      return { name, body: { reason: text } };
    case 'close':
      return { name, body: { text } };
    case 'pause':
      return { name, body: { from: day(on), until: day(until), reason: text } };
  }
}

const TEXT: Record<StepName, string> = {
  reply: 'measure',
  accept: 'text',
  return: 'reason',
  extend: 'reason',
  close: 'closeText',
  reopen: 'reason',
  pause: 'reason',
  void: 'reason',
};
const TEXT_MAY_BE_BLANK = new Set<StepName>(['accept', 'close']);

interface Props {
  finding: FindingRow;
  step: StepName;
  onClose: () => void;
}

/** One step of a finding: what it needs to say, and nothing else. */
export function StepModal({ finding, step, onClose }: Props) {
  const { t } = useTranslation('rectification');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const today = useToday();
  const take = useStep(finding);
  const finish = (fields: Fields) =>
    take.mutate(toStep(step, fields), {
      onSuccess: () => {
        void message.success(t('done'));
        onClose();
      },
      onError: (error) => void message.error(problemMessage(error, t), 8),
    });
  const needed = (field: string) => [
    { required: true, message: t('required', { field: t(`fields.${field}`) }) },
  ];
  const arrived = async (_: unknown, files?: Sent) => {
    if (files?.pending) throw new Error(t('common:files.waitUntilSent', { n: files.pending }));
  };
  const checking = step === 'accept' || step === 'return';
  return (
    <Modal
      open
      title={t(`actions.${step}`)}
      okText={t(`actions.${step}`)}
      onCancel={onClose}
      confirmLoading={take.isPending}
      onOk={() => form.submit()}
    >
      <p>{finding.description}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ mode: 'ON_SITE', on: dayjs(today) }}
        onFinish={finish}
      >
        {checking && (
          <Form.Item name="mode" label={t('fields.mode')}>
            <Radio.Group
              options={(['ON_SITE', 'ON_PAPER'] as const).map((value) => ({
                value,
                label: t(`modes.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={t(`fields.${TEXT[step]}`)}
          rules={TEXT_MAY_BE_BLANK.has(step) ? [] : needed(TEXT[step] ?? 'reason')}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        {(step === 'reply' || checking) && (
          <Form.Item
            name="files"
            label={t('fields.evidence')}
            validateTrigger="onSubmit"
            rules={[{ validator: arrived }]}
          >
            <Uploader />
          </Form.Item>
        )}
        {step === 'reply' && (
          <Form.Item name="on" label={t('fields.on')} rules={needed('on')}>
            <DatePicker allowClear={false} maxDate={dayjs(today)} />
          </Form.Item>
        )}
        {step === 'pause' && (
          <>
            <Form.Item name="on" label={t('fields.from')} rules={needed('from')}>
              <DatePicker allowClear={false} />
            </Form.Item>
            <Form.Item name="until" label={t('fields.until')} rules={needed('until')}>
              <DatePicker allowClear={false} />
            </Form.Item>
          </>
        )}
        {(step === 'extend' || step === 'reopen' || step === 'return') && (
          <Form.Item
            name="deadline"
            label={t(step === 'return' ? 'fields.deadlineOptional' : 'fields.deadline')}
            rules={step === 'return' ? [] : needed('deadline')}
          >
            <DatePicker minDate={dayjs(finding.deadline ?? today)} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
