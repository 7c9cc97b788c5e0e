import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/states/QueryView';
import { filesQuery } from '@/lib/api/files';
import { date } from '@/lib/format/dates';
import styles from './evidence.module.css';
import { Thumb } from './PhotoStrip';

interface Props {
  onPick: (ids: string[]) => void;
  onClose: () => void;
}

/** Files sent earlier, to be used once more. */
export function FilePicker({ onPick, onClose }: Props) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const query = useQuery(filesQuery({ q: q || undefined, size: 30 }));
  const toggle = (id: string) =>
    setChosen((had) => (had.includes(id) ? had.filter((one) => one !== id) : [...had, id]));
  return (
    <Modal
      open
      title={t('files.reuse')}
      okText={t('files.use', { n: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0, size: 'large' }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => {
        onPick(chosen);
        onClose();
      }}
      onCancel={onClose}
    >
      <Input.Search
        allowClear
        size="large"
        aria-label={t('files.search')}
        placeholder={t('files.search')}
        onSearch={setQ}
      />
      <QueryView query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <p>{t('files.none')}</p>
          ) : (
            <ul className={styles.choices}>
              {page.items.map((file) => (
                <li key={file.id}>
                  <Checkbox
                    checked={chosen.includes(file.id)}
                    disabled={file.scan === 'INFECTED'}
                    onChange={() => toggle(file.id)}
                  >
                    <span className={styles.choice}>
                      <Thumb file={file} />
                      <span>
                        {file.name}
                        <small>
                          {date(file.factOn ?? file.receivedAt)} · {file.uploaderName}
                        </small>
                      </span>
                    </span>
                  </Checkbox>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Modal>
  );
}
