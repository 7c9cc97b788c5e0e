import { App, Form, Input, InputNumber, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { usePlanDeed, type KeyPoints } from '../api/plans';

interface Fields {
  year: number;
  title: string;
  preface?: string;
  points: string;
}

/** Writes the draft of a year. */
export function KeyPointsForm({
  of,
  known,
  onClose,
}: {
  of: KeyPoints | undefined;
  known: KeyPoints[];
  onClose: () => void;
}) {
  const { t } = useTranslation('plans');
  const { message } = App.useApp();
  const today = dayjs(useToday());
  const deed = usePlanDeed();
  const [form] = Form.useForm<Fields>();
  const next = Math.max(today.year(), ...known.map((one) => one.year + 1));
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('required', { field: t(field) }) },
  ];
  return (
    <Modal
      open
      width={720}
      title={t(of ? 'points.edit' : 'points.write')}
      okText={t('save')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          of ? { ...of, preface: of.preface ?? undefined, points: of.points.join('\n') } : { year: next }
        }
        onFinish={({ year, title, preface, points }: Fields) =>
          void deed
            .mutateAsync({
              name: 'writePoints',
              year,
              version: known.find((one) => one.year === year)?.version ?? 0,
              body: {
                title,
                preface: preface || undefined,
                points: points
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
              },
            })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item name="year" label={t('points.of', { year: '' })} rules={[{ required: true }]}>
          <InputNumber min={2000} max={2100} precision={0} disabled={Boolean(of)} />
        </Form.Item>
        <Form.Item name="title" label={t('points.name')} rules={needed('points.name')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="preface" label={t('points.preface')}>
          <Input.TextArea rows={3} maxLength={4000} />
        </Form.Item>
        <Form.Item
          name="points"
          label={t('points.points')}
          extra={t('points.pointsHint')}
          rules={needed('points.points')}
        >
          <Input.TextArea rows={10} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Approves a draft from a day on, or takes approved points back with the reason. */
export function KeyPointsStep({ of, onClose }: { of: KeyPoints; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const { message } = App.useApp();
  const today = dayjs(useToday());
  const deed = usePlanDeed();
  const [form] = Form.useForm<{ inForceFrom?: Dayjs; reason?: string }>();
  const draft = of.state === 'DRAFT';
  const first = dayjs(`${of.year}-01-01`);
  return (
    <Modal
      open
      title={t(draft ? 'points.approveOf' : 'points.reopenOf', { title: of.title })}
      okText={t(draft ? 'points.approve' : 'points.reopen')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {draft && <p>{t('points.approveWhat')}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ inForceFrom: first.isAfter(today) ? first : today }}
        onFinish={({ inForceFrom, reason }) =>
          void deed
            .mutateAsync(
              draft
                ? {
                    name: 'approvePoints',
                    of,
                    inForceFrom: (inForceFrom ?? today).format('YYYY-MM-DD'),
                  }
                : { name: 'reopenPoints', of, reason: reason ?? '' },
            )
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        {draft ? (
          <Form.Item name="inForceFrom" label={t('points.inForceFrom')} rules={[{ required: true }]}>
            <DatePicker allowClear={false} />
          </Form.Item>
        ) : (
          <Form.Item
            name="reason"
            label={t('reason')}
            rules={[{ required: true, whitespace: true, message: t('required', { field: t('reason') }) }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
