import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { DatePicker } from '@/components/forms/DatePicker';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useInspectorDeed, type Inspector } from '../api/inspectors';
import styles from './zone.module.css';

/** Training year by year, and what is missing to this year's hours. */
export function Training({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('zone');
  const { message, modal } = App.useApp();
  const may = usePermission();
  const [adding, add] = useState(false);
  const deed = useInspectorDeed(inspector);
  const { trainingHours, trainingShort } = inspector.summary;
  const remove = (id: string, topic: string) =>
    void modal.confirm({
      title: t('removeTraining'),
      content: topic,
      okButtonProps: { danger: true },
      okText: t('remove'),
      onOk: () =>
        deed
          .mutateAsync({ name: 'removeTraining', id })
          .catch((error: unknown) => void message.error(problemMessage(error, t), 8)),
    });
  return (
    <Section
      anchor="training"
      title={t('training')}
      actions={may('inspector:write') && <Button onClick={() => add(true)}>{t('addTraining')}</Button>}
    >
      <p className={styles.hours}>
        {t('hoursThisYear', {
          hours: number(trainingHours, 1),
          required: number(inspector.trainingRequired),
        })}{' '}
        {trainingShort !== null && (
          <Mark tone="dueSoon">{t('hoursShort', { hours: number(trainingShort, 1) })}</Mark>
        )}
      </p>
      <ul className={styles.entries}>
        {inspector.trainings.map((one) => (
          <li key={one.id}>
            <div>
              {one.topic}
              <small>
                {date(one.fromDay)}
                {one.untilDay !== one.fromDay && `—${date(one.untilDay)}`} · {one.organiser} ·{' '}
                {t('hours', { n: number(one.hours, 1) })}
              </small>
              {one.evidence.length > 0 && <PhotoStrip ids={one.evidence} label={t('certificates')} />}
            </div>
            {may('inspector:write') && (
              <Button
                type="text"
                aria-label={`${t('remove')} ${one.topic}`}
                onClick={() => remove(one.id, one.topic)}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <Add inspector={inspector} onClose={() => add(false)} />}
    </Section>
  );
}

interface Fields {
  days: [Dayjs, Dayjs];
  hours: number;
  topic: string;
  organiser: string;
  files?: Sent;
}

function Add({ inspector, onClose }: { inspector: Inspector; onClose: () => void }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const today = useToday();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(() => crypto.randomUUID());
  const deed = useInspectorDeed(inspector);
  const finish = ({ days: [from, until], files, ...fields }: Fields) =>
    deed
      .mutateAsync({
        name: 'train',
        body: {
          ...fields,
          id,
          fromDay: from.format('YYYY-MM-DD'),
          untilDay: until.format('YYYY-MM-DD'),
          evidence: files?.ids ?? [],
        },
      })
      .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8));
  const arrived = async (_: unknown, files?: Sent) => {
    if (files?.pending) throw new Error(t('common:files.waitUntilSent', { n: files.pending }));
  };
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  return (
    <Modal
      open
      title={t('addTraining')}
      okText={t('save')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item name="topic" label={t('topic')} rules={needed('topic')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="organiser" label={t('organiser')} rules={needed('organiser')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="days" label={t('days')} rules={needed('days')}>
          <DatePicker.RangePicker maxDate={dayjs(today)} />
        </Form.Item>
        <Form.Item name="hours" label={t('hoursLabel')} rules={needed('hoursLabel')}>
          <InputNumber min={0.5} max={2000} step={0.5} precision={1} />
        </Form.Item>
        <Form.Item name="files" label={t('certificates')} rules={[{ validator: arrived }]}>
          <Uploader />
        </Form.Item>
      </Form>
    </Modal>
  );
}
