import { App, Button, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import type { Document } from '@/lib/api/documents';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { useDocumentDeed, type DocumentDeed } from '../api/documents';

/** Kept where the notice is: signed for and withdrawn there. */
const ON_NOTICE = 'RECTIFICATION_NOTICE';

/** What may be done with a document in the register itself. */
export function DocumentDeeds({ document }: { document: Document }) {
  const { t } = useTranslation('publication');
  const { message, modal } = App.useApp();
  const may = usePermission();
  const deed = useDocumentDeed(document);
  const [asking, ask] = useState<'receipt' | 'withdraw'>();
  const here = document.kind !== ON_NOTICE && document.state === 'ISSUED';
  const run = (what: DocumentDeed) =>
    deed.mutate(what, {
      onSuccess: () => {
        void message.success(t('done'));
        ask(undefined);
      },
      onError: (error) => void message.error(problemMessage(error, t), 8),
    });
  return (
    <>
      {document.fileState === 'FAILED' && may('document:handle') && (
        <Button onClick={() => run({ name: 'render' })}>{t('renderAgain')}</Button>
      )}
      {here && !document.servedOn && may('document:handle') && (
        <Button onClick={() => ask('receipt')}>{t('serve')}</Button>
      )}
      {document.publishable && may('document:withdraw') && (
        <Button
          onClick={() =>
            void modal.confirm({
              title: t('publish'),
              content: t('publishSure'),
              okText: t('publish'),
              onOk: () => run({ name: 'publish' }),
            })
          }
        >
          {t('publish')}
        </Button>
      )}
      {here && may('document:withdraw') && (
        <Button danger onClick={() => ask('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {asking && (
        <Ask
          key={asking}
          what={asking}
          issuedOn={document.issuedOn}
          busy={deed.isPending}
          onClose={() => ask(undefined)}
          onDone={run}
        />
      )}
    </>
  );
}

interface AskProps {
  what: 'receipt' | 'withdraw';
  issuedOn: string;
  busy: boolean;
  onClose: () => void;
  onDone: (deed: DocumentDeed) => void;
}

function Ask({ what, issuedOn, busy, onClose, onDone }: AskProps) {
  const { t } = useTranslation('publication');
  const today = useToday();
  const [form] = Form.useForm<{ name: string; on: Dayjs; reason: string }>();
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  const title = t(what === 'receipt' ? 'serve' : 'withdraw');
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ danger: what === 'withdraw' }}
      onCancel={onClose}
      confirmLoading={busy}
      onOk={() => form.submit()}
    >
      {what === 'withdraw' && <p>{t('withdrawSure')}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: dayjs(today) }}
        onFinish={({ name, on, reason }) =>
          onDone(
            what === 'receipt'
              ? { name: 'receipt', body: { name, on: on.format('YYYY-MM-DD') } }
              : { name: 'withdraw', body: { reason } },
          )
        }
      >
        {what === 'receipt' ? (
          <>
            <Form.Item name="name" label={t('receipt')} rules={needed('receipt')}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="on" label={t('servedOn')} rules={needed('servedOn')}>
              <DatePicker allowClear={false} minDate={dayjs(issuedOn)} maxDate={dayjs(today)} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="reason" label={t('reason')} rules={needed('reason')}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
