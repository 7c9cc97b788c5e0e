import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { problemMessage } from '@/lib/api/problem';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { useMakeSystem } from '../api/changeSystem';
import type { SystemSummary } from '../api/systems';
import {
  SUBJECTS,
  SYSTEM_CODE,
  type IndexDocument,
  type IndexSystem,
  type Subject,
} from '@/lib/indexsystem/model';
import { blankDocument } from './blank';
import { receivedDocument } from './received';

interface Props {
  /** Offered to copy from. */
  systems: Pick<SystemSummary, 'id' | 'code' | 'version' | 'nameZh' | 'nameEn' | 'regionCode'>[];
  /** Copies this one, without asking which. */
  from?: string;
  onClose: () => void;
}

interface Fields {
  source: string;
  code: string;
  nameZh: string;
  nameEn: string;
  subject: Subject;
}

const BLANK = 'blank';
const FILE = 'file';

/** A new draft: from a version that is there, or from nothing. The code of an own system makes its next version. */
export function NewSystemDialog({ systems, from, onClose }: Props) {
  const { t, i18n } = useTranslation('indexsystem');
  const named = useNamed();
  const { message } = App.useApp();
  const go = useNavigate();
  const keep = useKeepContext();
  const [form] = Form.useForm<Fields>();
  const source = Form.useWatch('source', form) ?? from;
  const { copy, create } = useMakeSystem();
  const [received, setReceived] = useState<IndexDocument>();
  const read = async (file: File | undefined) => {
    setReceived(undefined);
    if (!file) return;
    const document = receivedDocument(await file.text());
    if (!document) return void message.error(t('make.fileUnreadable'), 8);
    setReceived(document);
    form.setFieldsValue({ code: document.code, nameZh: document.nameZh, nameEn: document.nameEn });
  };
  const title = t(from ? 'make.copy' : 'make.title');
  const suggested = (id: string | undefined): Partial<Fields> => {
    const base = systems.find((s) => s.id === id);
    if (!base) return { code: '', nameZh: '', nameEn: '' };
    return { code: base.regionCode ? base.code : '', nameZh: base.nameZh, nameEn: base.nameEn };
  };
  const answered = {
    onSuccess: (made: IndexSystem) => {
      void message.success(t('make.done'));
      onClose();
      void go(keep(`/index-systems/${made.id}/edit`));
    },
    onError: (error: unknown) => void message.error(problemMessage(error, t), 8),
  };
  const submit = ({ source: id, subject, ...names }: Fields) => {
    if (id === FILE && !received) return void message.error(t('make.fileNeeded'));
    if (id === FILE && received) return create.mutate({ ...received, ...names }, answered);
    return id === BLANK
      ? create.mutate(
          blankDocument(
            names,
            subject,
            i18n.getFixedT('zh-CN', 'indexsystem'),
            i18n.getFixedT('en', 'indexsystem'),
          ),
          answered,
        )
      : copy.mutate({ id, ...names }, answered);
  };
  const options = systems.map((s) => ({
    value: s.id,
    label: `${named(s)} · ${t('version', { version: s.version })}`,
  }));
  return (
    <Modal
      open
      title={title}
      okText={t('make.ok')}
      cancelText={t('common:action.cancel')}
      confirmLoading={copy.isPending || create.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('make.hint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ source: from ?? undefined, subject: 'SCHOOL', ...suggested(from) }}
        onFinish={submit}
      >
        <Form.Item
          name="source"
          label={t('make.source')}
          rules={[{ required: true, message: t('make.sourceNeeded') }]}
          hidden={Boolean(from)}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('make.sourceNeeded')}
            options={[
              { value: BLANK, label: t('make.blank') },
              { value: FILE, label: t('make.file') },
              ...options,
            ]}
            onChange={(id: string) => form.setFieldsValue(suggested(id))}
          />
        </Form.Item>
        {source === FILE && (
          <Form.Item label={t('make.fileLabel')} htmlFor="index-system-file" extra={t('make.fileHelp')}>
            <input
              id="index-system-file"
              type="file"
              accept=".json,application/json"
              onChange={(event) => void read(event.target.files?.[0])}
            />
          </Form.Item>
        )}
        {source === BLANK && (
          <Form.Item name="subject" label={t('list.subject')}>
            <Select options={SUBJECTS.map((value) => ({ value, label: t(`subject.${value}`) }))} />
          </Form.Item>
        )}
        <Form.Item
          name="code"
          label={t('list.code')}
          extra={t('make.codeHelp')}
          rules={[{ required: true, pattern: SYSTEM_CODE, message: t('make.codeRule') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="nameZh"
          label={t('make.nameZh')}
          rules={[{ required: true, message: t('make.nameNeeded') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="nameEn"
          label={t('make.nameEn')}
          rules={[{ required: true, message: t('make.nameNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
