import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { useComplaintDeed, type Complaint } from '../api/complaints';

const SEVERITIES = ['GENERAL', 'SERIOUS', 'ON_THE_SPOT'] as const;

/** Puts a finding into the ledger; the school reads it, so the complaint's own words are not taken over. */
export function FindingForm({ detail, onClose }: { detail: Complaint; onClose: () => void }) {
  const { t } = useTranslation('complaints');
  const { message } = App.useApp();
  const [id] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<{ description: string; severity: (typeof SEVERITIES)[number] }>();
  const deed = useComplaintDeed(detail);
  return (
    <Modal
      open
      title={t('raise')}
      okText={t('raise')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('raiseMeans')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ severity: 'GENERAL' }}
        onFinish={({ description, severity }) =>
          deed.mutate(
            { name: 'finding', body: { id, description, severity } },
            {
              onSuccess: () => {
                void message.success(t('raised'));
                onClose();
              },
              onError: (error) => void message.error(problemMessage(error, t), 8),
            },
          )
        }
      >
        <Form.Item
          name="description"
          label={t('description')}
          rules={[{ required: true, whitespace: true, message: t('required', { field: t('description') }) }]}
        >
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
        <Form.Item name="severity" label={t('severity')}>
          <Select options={SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
