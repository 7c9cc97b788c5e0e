import { App, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { useInspectorDeed, type AppointmentState, type Inspector } from '../api/inspectors';

interface Fields {
  on: Dayjs;
  until?: Dayjs;
  startsOn?: Dayjs;
  text?: string;
  files?: Sent;
}

const day = (value: Dayjs | undefined) => value?.format('YYYY-MM-DD');

interface Props {
  inspector: Inspector;
  step: AppointmentState;
  onClose: () => void;
}

/** One step of an appointment with its paper. */
export function StepForm({ inspector, step, onClose }: Props) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const today = useToday();
  const [form] = Form.useForm<Fields>();
  const deed = useInspectorDeed(inspector);
  const grounds = step === 'REFUSED' || step === 'DISMISSED';
  const finish = ({ on, until, startsOn, text, files }: Fields) =>
    deed
      .mutateAsync({
        name: 'step',
        body: {
          kind: step,
          on: day(on) ?? today,
          until: day(until),
          startsOn: day(startsOn),
          text,
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
      title={`${t(`deeds.${step}`)} · ${inspector.summary.name}`}
      okText={t(`deeds.${step}`)}
      okButtonProps={{ danger: grounds }}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: dayjs(today) }}
        onFinish={finish}
      >
        <Form.Item name="on" label={t('stepOn')} rules={needed('stepOn')}>
          <DatePicker allowClear={false} maxDate={dayjs(today)} />
        </Form.Item>
        {step === 'ANNOUNCED' && (
          <Form.Item name="until" label={t('announcedUntil')} rules={needed('announcedUntil')}>
            <DatePicker />
          </Form.Item>
        )}
        {step === 'APPOINTED' && (
          <Form.Item
            name="startsOn"
            label={t('startsOn')}
            extra={t('startsOnHelp')}
            rules={needed('startsOn')}
          >
            <DatePicker />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={t(grounds ? 'grounds' : 'stepText')}
          rules={grounds ? needed('grounds') : []}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="files" label={t('papers')} rules={[{ validator: arrived }]}>
          <Uploader />
        </Form.Item>
      </Form>
    </Modal>
  );
}
