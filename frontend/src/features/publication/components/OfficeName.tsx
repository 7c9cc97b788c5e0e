import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { officeQuery, useRenameOffice, type Office } from '../api/templates';

/** How the office calls itself on its documents. */
export function OfficeName() {
  const { t } = useTranslation('publication');
  const may = usePermission();
  const { data } = useQuery(officeQuery);
  const [editing, setEditing] = useState(false);
  if (!data) return null;
  return (
    <Section title={t('office')}>
      <SummaryList
        items={[
          {
            key: 'name',
            label: t('officeName'),
            value: data.own ? data.name : t('officeMade', { name: data.name }),
            action: may('office:edit') && (
              <Button size="small" onClick={() => setEditing(true)}>
                {t('officeEdit')}
              </Button>
            ),
          },
        ]}
      />
      {editing && <Edit office={data} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function Edit({ office, onClose }: { office: Office; onClose: () => void }) {
  const { t } = useTranslation('publication');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const rename = useRenameOffice(office);
  return (
    <Modal
      open
      title={t('officeEdit')}
      okText={t('save')}
      onCancel={onClose}
      confirmLoading={rename.isPending}
      onOk={() => form.submit()}
    >
      <p>{t('officeHelp')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: office.name }}
        onFinish={({ name }) =>
          rename.mutate(name, {
            onSuccess: onClose,
            onError: (error) => void message.error(problemMessage(error, t), 8),
          })
        }
      >
        <Form.Item
          name="name"
          label={t('officeName')}
          rules={[{ required: true, message: t('required', { field: t('officeName') }) }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
