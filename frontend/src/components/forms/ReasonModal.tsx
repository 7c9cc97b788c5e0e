import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';

interface Props {
  title: string;
  /** What the button says. */
  action: string;
  /** What the reason is called. */
  label: string;
  /** Said when it is left empty. */
  required: string;
  /** What will happen. */
  what?: string;
  danger?: boolean;
  onClose: () => void;
  onSend: (reason: string) => Promise<unknown>;
}

const LONGEST = 500;

/** Asks for the reason of a step, and takes it with nothing less. */
export function ReasonModal({ title, action, label, required, what, danger, onClose, onSend }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [sending, send] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const finish = async ({ reason }: { reason: string }) => {
    send(true);
    try {
      await onSend(reason);
      onClose();
    } catch (error) {
      void message.error(problemMessage(error, t), 8);
    } finally {
      send(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={action}
      okButtonProps={{ danger }}
      confirmLoading={sending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {what && <p>{what}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void finish(fields)}>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: required }]}
        >
          <Input.TextArea rows={3} maxLength={LONGEST} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
