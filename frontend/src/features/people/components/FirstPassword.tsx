import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SummaryList } from '@/components/layout/SummaryList';
import type { Created } from '../api/changeAccount';

/** The first password, shown this once. */
export function FirstPassword({ created, onClose }: { created: Created; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard
      .writeText(created.temporaryPassword)
      .then(() => void message.success(t('password.copied')));
  return (
    <Modal
      open
      closable={false}
      mask={{ closable: false }}
      title={t('password.title')}
      footer={
        <>
          <Button onClick={() => void copy()}>{t('password.copy')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('password.done')}
          </Button>
        </>
      }
    >
      <p>{t('password.text', { name: created.account.name })}</p>
      <SummaryList
        items={[
          { key: 'u', label: t('password.username'), value: <code>{created.account.username}</code> },
          { key: 'p', label: t('password.password'), value: <code>{created.temporaryPassword}</code> },
        ]}
      />
    </Modal>
  );
}
