import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { officeLineQuery, useChangeOfficeLine, type OfficeLine } from '../api/officeLine';
import styles from './zones.module.css';

/** The number of the office that stands on every board; for the office alone. */
export function OfficePhone() {
  const { t } = useTranslation('zone');
  const { data } = useQuery(officeLineQuery);
  const [editing, setEditing] = useState(false);
  if (!data) return null;
  return (
    <p className={styles.line}>
      {data.phone ? t('zones.line.is', { phone: data.phone }) : t('zones.line.none')}
      <Button size="small" onClick={() => setEditing(true)}>
        {t('zones.line.edit')}
      </Button>
      {editing && <Edit line={data} onClose={() => setEditing(false)} />}
    </p>
  );
}

function Edit({ line, onClose }: { line: OfficeLine; onClose: () => void }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ phone: string }>();
  const change = useChangeOfficeLine(line);
  return (
    <Modal
      open
      title={t('zones.line.edit')}
      okText={t('save')}
      onCancel={onClose}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
    >
      <p>{t('zones.line.help')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ phone: line.phone ?? '' }}
        onFinish={({ phone }) =>
          change.mutate(phone, {
            onSuccess: onClose,
            onError: (error) => void message.error(problemMessage(error, t), 8),
          })
        }
      >
        <Form.Item
          name="phone"
          label={t('zones.line.label')}
          rules={[
            { required: true, message: t('required', { field: t('zones.line.label') }) },
            { pattern: /^[0-9+() -]{5,20}$/, message: t('phoneWrong') },
          ]}
        >
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
