import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignaturePad } from '@/components/signature/SignaturePad';
import { useMe, usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { useKeepContext } from '@/lib/url/workContext';
import { previewHref, useNoticeDeed, type Notice, type NoticeDeed } from '../api/notices';
import styles from './rectification.module.css';
import { answersFor } from './steps';

/** What may be done with a notice now; whatever cannot be undone says first what will happen. */
export function NoticeDeeds({ notice }: { notice: Notice }) {
  const { t } = useTranslation('rectification');
  const { message, modal } = App.useApp();
  const may = usePermission();
  const me = useMe();
  const navigate = useNavigate();
  const keep = useKeepContext();
  const deed = useNoticeDeed(notice);
  const [asking, ask] = useState<'receipt' | 'return' | 'withdraw'>();
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const run = (what: NoticeDeed) =>
    deed.mutateAsync(what).then(() => {
      void message.success(t('done'));
      ask(undefined);
      if (what.name === 'delete') void navigate(keep('/rectification/notices'));
    }, fail);
  const ours = !may('notice:draft');
  const drafting = notice.state === 'DRAFT' || notice.state === 'SUBMITTED';
  return (
    <div className={styles.actions}>
      {notice.state === 'DRAFT' && may('notice:draft') && (
        <Button type="primary" loading={deed.isPending} onClick={() => void run({ name: 'submit' })}>
          {t('noticePage.submit')}
        </Button>
      )}
      {notice.state === 'SUBMITTED' && may('notice:draft') && !may('notice:approve') && (
        <Button loading={deed.isPending} onClick={() => void run({ name: 'recall' })}>
          {t('noticePage.recall')}
        </Button>
      )}
      {drafting && may('notice:draft') && (
        <Button href={previewHref(notice.id)} target="_blank" rel="noreferrer">
          {t('noticePage.preview')}
        </Button>
      )}
      {notice.state === 'DRAFT' && may('notice:draft') && (
        <Button onClick={() => void navigate(keep(`/rectification/notices/${notice.id}/edit`))}>
          {t('noticePage.edit')}
        </Button>
      )}
      {notice.state === 'SUBMITTED' && may('notice:approve') && (
        <Button onClick={() => ask('return')}>{t('noticePage.return')}</Button>
      )}
      {notice.state === 'SUBMITTED' && may('notice:approve') && (
        <Button
          type="primary"
          onClick={() =>
            void modal.confirm({
              title: t('noticePage.approve'),
              content: t('noticePage.approveSure'),
              okText: t('noticePage.approve'),
              onOk: () => run({ name: 'approve' }),
            })
          }
        >
          {t('noticePage.approve')}
        </Button>
      )}
      {notice.state === 'APPROVED' && may('notice:receive') && answersFor(notice, may, me.scope.schoolId) && (
        <Button type={ours ? 'primary' : 'default'} onClick={() => ask('receipt')}>
          {t(ours ? 'noticePage.receive' : 'noticePage.receiveOnPaper')}
        </Button>
      )}
      {(notice.state === 'APPROVED' || notice.state === 'SERVED') && may('notice:approve') && (
        <Button danger onClick={() => ask('withdraw')}>
          {t('noticePage.withdraw')}
        </Button>
      )}
      {drafting && may('notice:draft') && (
        <Button
          danger
          onClick={() =>
            void modal.confirm({
              title: t('noticePage.delete'),
              content: t('noticePage.deleteSure'),
              okText: t('noticePage.delete'),
              okButtonProps: { danger: true },
              onOk: () => run({ name: 'delete' }),
            })
          }
        >
          {t('noticePage.delete')}
        </Button>
      )}
      {asking === 'receipt' && (
        <Receipt drawn={ours} busy={deed.isPending} onClose={() => ask(undefined)} onDone={run} />
      )}
      {(asking === 'withdraw' || asking === 'return') && (
        <WithReason name={asking} busy={deed.isPending} onClose={() => ask(undefined)} onDone={run} />
      )}
    </div>
  );
}

interface AskProps {
  busy: boolean;
  onClose: () => void;
  onDone: (deed: NoticeDeed) => void;
}

function Receipt({ drawn, busy, onClose, onDone }: AskProps & { drawn: boolean }) {
  const { t } = useTranslation('rectification');
  const [form] = Form.useForm<{ name: string }>();
  const [mark, setMark] = useState('');
  return (
    <Modal
      open
      title={t('noticePage.receipt')}
      okText={t('noticePage.receive')}
      onCancel={onClose}
      confirmLoading={busy}
      onOk={() => form.submit()}
    >
      <p>{t('noticePage.receiveText')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ name }) => onDone({ name: 'receipt', body: { name, mark: mark || undefined } })}
      >
        <Form.Item
          name="name"
          label={t('noticePage.name')}
          rules={[{ required: true, message: t('required', { field: t('noticePage.name') }) }]}
        >
          <Input maxLength={40} autoComplete="name" />
        </Form.Item>
        {drawn && (
          <Form.Item label={t('common:signature.label')}>
            <SignaturePad onChange={setMark} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

function WithReason({ name, busy, onClose, onDone }: AskProps & { name: 'return' | 'withdraw' }) {
  const { t } = useTranslation('rectification');
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={t(`noticePage.${name}`)}
      okText={t(`noticePage.${name}`)}
      okButtonProps={{ danger: name === 'withdraw' }}
      onCancel={onClose}
      confirmLoading={busy}
      onOk={() => form.submit()}
    >
      <p>{t(`noticePage.${name}Sure`)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(body) => onDone({ name, body })}>
        <Form.Item
          name="reason"
          label={t('fields.reason')}
          rules={[{ required: true, message: t('required', { field: t('fields.reason') }) }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
