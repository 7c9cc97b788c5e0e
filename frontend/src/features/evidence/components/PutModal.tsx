import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { problemMessage } from '@/lib/api/problem';
import { useDeed, type Item } from '../api/evidence';

/** Puts new or earlier files into an item. */
export function PutModal({ archive, item, onClose }: { archive: string; item: Item; onClose: () => void }) {
  const { t, i18n } = useTranslation('evidence');
  const { message } = App.useApp();
  const [sent, setSent] = useState<Sent>({ ids: [], pending: 0 });
  const deed = useDeed(archive);
  return (
    <Modal
      open
      title={t('putName', { name: i18n.language === 'en' ? item.nameEn : item.nameZh })}
      okText={t('put')}
      okButtonProps={{ disabled: sent.ids.length === 0 || sent.pending > 0 }}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() =>
        deed.mutate(
          { name: 'put', item: item.code, files: sent.ids },
          { onSuccess: onClose, onError: (error) => void message.error(problemMessage(error, t), 8) },
        )
      }
    >
      <Uploader onChange={setSent} />
    </Modal>
  );
}
