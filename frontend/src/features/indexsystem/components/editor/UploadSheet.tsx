import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PlainTable } from '@/components/table/PlainTable';
import { ApiProblem, problemMessage } from '@/lib/api/problem';
import type { useChangeSystem } from '../../api/changeSystem';
import styles from './editor.module.css';

const CELL = /^rows\[(\d+)\]\.(.+)$/;

interface Props {
  id: string;
  upload: ReturnType<typeof useChangeSystem>['upload'];
  onClose: () => void;
}

/** The office's own workbook in place of the tree; every cell that cannot be read is named. */
export function UploadSheet({ id, upload, onClose }: Props) {
  const { t } = useTranslation('indexsystem');
  const { message } = App.useApp();
  const [file, setFile] = useState<File>();
  const { error } = upload;
  const errors = error instanceof ApiProblem ? error.errors : [];
  return (
    <Modal
      open
      width={640}
      title={t('edit.upload')}
      onCancel={onClose}
      footer={[
        <DownloadButton key="sheet" from={`/api/v1/index-systems/${id}/sheet`}>
          {t('edit.template')}
        </DownloadButton>,
        <Button
          key="ok"
          type="primary"
          disabled={!file}
          loading={upload.isPending}
          onClick={() =>
            file &&
            upload.mutateAsync(file).then(
              () => void message.success(t('edit.uploaded')),
              () => undefined,
            )
          }
        >
          {t('edit.uploadOk')}
        </Button>,
      ]}
    >
      <p>{t('edit.uploadHint')}</p>
      <label className={styles.field}>
        <span className={styles.labelLike}>{t('edit.file')}</span>
        <input type="file" accept=".xlsx" onChange={(event) => setFile(event.target.files?.[0])} />
      </label>
      {error && (
        <div role="alert">
          <p className={styles.wrong}>
            ✕{' '}
            {errors.length > 0 ? t('edit.uploadRefused', { count: errors.length }) : problemMessage(error, t)}
          </p>
          {errors.length > 0 && (
            <PlainTable
              label={t('edit.upload')}
              columns={[
                { title: t('edit.row'), numeric: true },
                { title: t('edit.column') },
                { title: t('edit.problem') },
              ]}
              rows={errors.map((one, i) => {
                const cell = CELL.exec(one.field);
                return { key: String(i), cells: [cell?.[1] ?? '', cell?.[2] ?? '', one.message] };
              })}
            />
          )}
        </div>
      )}
    </Modal>
  );
}
