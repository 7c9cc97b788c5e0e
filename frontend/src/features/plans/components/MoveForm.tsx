import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { daysOffQuery, usePlanDeed, type Visit } from '../api/plans';

interface Fields {
  to: Dayjs;
  reason: string;
  dayOff?: boolean;
}

/** Another day for a planned visit, with the reason; a day off is said to be one and must be meant. */
export function MoveForm({
  visit,
  to,
  onClose,
}: {
  visit: Visit;
  to: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('plans');
  const { message } = App.useApp();
  const today = useToday();
  const deed = usePlanDeed();
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('to', form)?.format('YYYY-MM-DD') ?? to;
  const off = useQuery({
    ...daysOffQuery(chosen ?? today, chosen ?? today),
    enabled: chosen !== undefined,
  });
  const isOff = Boolean(chosen && off.data?.has(chosen));
  return (
    <Modal
      open
      title={t('moveOf', { school: visit.schoolName })}
      okText={t('move')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('moveFrom', { school: visit.schoolName, day: date(visit.plannedOn) })}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: to && dayjs(to) }}
        onFinish={({ to: day, reason, dayOff }: Fields) =>
          void deed
            .mutateAsync({
              name: 'move',
              visit,
              body: { to: day.format('YYYY-MM-DD'), reason, dayOff: dayOff ?? false },
            })
            .then(
              () => {
                void message.success(t('moved', { day: date(day.format('YYYY-MM-DD')) }));
                onClose();
              },
              (error: unknown) => void message.error(problemMessage(error, t), 8),
            )
        }
      >
        <Form.Item
          name="to"
          label={t('newDay')}
          rules={[{ required: true, message: t('required', { field: t('newDay') }) }]}
        >
          <DatePicker allowClear={false} minDate={dayjs(today)} />
        </Form.Item>
        {isOff && chosen && (
          <Form.Item
            name="dayOff"
            valuePropName="checked"
            rules={[
              {
                validator: (_, value) =>
                  value ? Promise.resolve() : Promise.reject(new Error(t('onDayOff', { day: date(chosen) }))),
              },
            ]}
          >
            <Checkbox>{t('onDayOff', { day: date(chosen) })}</Checkbox>
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: t('required', { field: t('reason') }) }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
