import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { schoolChoicesQuery } from '@/lib/api/schools';
import type { Asked } from '@/lib/api/types';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { useInspectorDeed, type Inspector } from '../api/inspectors';
import styles from './zone.module.css';

const KINDS = ['RELATIVE', 'FORMER_SCHOOL', 'OTHER'] as const;

/** Schools this inspector is kept from (回避), and why. */
export function Conflicts({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('zone');
  const { message, modal } = App.useApp();
  const may = usePermission();
  const keep = useKeepContext();
  const [adding, add] = useState(false);
  const deed = useInspectorDeed(inspector);
  const remove = (id: string, school: string) =>
    void modal.confirm({
      title: t('removeConflict'),
      content: school,
      okButtonProps: { danger: true },
      okText: t('remove'),
      onOk: () =>
        deed
          .mutateAsync({ name: 'removeConflict', id })
          .catch((error: unknown) => void message.error(problemMessage(error, t), 8)),
    });
  return (
    <Section
      title={t('conflicts')}
      note={t('conflictsNote')}
      actions={may('inspector:write') && <Button onClick={() => add(true)}>{t('addConflict')}</Button>}
    >
      {inspector.conflicts.length === 0 && <p>{t('noConflict')}</p>}
      <ul className={styles.entries}>
        {inspector.conflicts.map((one) => (
          <li key={one.id}>
            <div>
              <Link to={keep(`/schools/${one.schoolId}`)}>{one.schoolName}</Link>
              <small>
                {t(`conflictKinds.${one.kind}`)} · {one.note}
              </small>
            </div>
            {may('inspector:write') && (
              <Button
                type="text"
                aria-label={`${t('remove')} ${one.schoolName}`}
                onClick={() => remove(one.id, one.schoolName)}
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

function Add({ inspector, onClose }: { inspector: Inspector; onClose: () => void }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const { region } = useWorkContext();
  const [typed, setTyped] = useState('');
  const [form] = Form.useForm<Asked<'recordConflict'>>();
  const schools = useQuery(schoolChoicesQuery(region, typed));
  const deed = useInspectorDeed(inspector);
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  return (
    <Modal
      open
      title={t('addConflict')}
      okText={t('save')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'FORMER_SCHOOL' }}
        onFinish={(body) =>
          void deed
            .mutateAsync({ name: 'conflict', body })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item name="schoolId" label={t('school')} rules={needed('school')}>
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            options={(schools.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={t('conflictKind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`conflictKinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('conflictText')} rules={needed('conflictText')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
