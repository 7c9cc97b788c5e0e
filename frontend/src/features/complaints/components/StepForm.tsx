import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { useComplaintDeed, type Complaint, type ComplaintStep } from '../api/complaints';

interface Props {
  detail: Complaint;
  step: ComplaintStep;
  onClose: () => void;
}

/** One step with its words; what the sender will read is said so. */
export function StepForm({ detail, step, onClose }: Props) {
  const { t } = useTranslation('complaints');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ text: string; to?: string }>();
  const deed = useComplaintDeed(detail);
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('required', { field: t(field) }) },
  ];
  const label = `words.${step}`;
  return (
    <Modal
      open
      title={t(`steps.${step}`)}
      okText={t(`steps.${step}`)}
      okButtonProps={{ danger: step === 'REJECT' }}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t(`means.${step}`)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ text, to }) =>
          deed.mutate(
            { name: 'step', body: { step, text, to } },
            {
              onSuccess: onClose,
              onError: (error) => void message.error(problemMessage(error, t), 8),
            },
          )
        }
      >
        {step === 'PASS_ON' && (
          <Form.Item name="to" label={t('passedTo')} rules={needed('passedTo')}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        <Form.Item name="text" label={t(label)} rules={needed(label)}>
          <Input.TextArea rows={5} maxLength={2000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
