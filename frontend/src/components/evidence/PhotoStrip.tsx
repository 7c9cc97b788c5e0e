import {
  AudioOutlined,
  CloseOutlined,
  FileOutlined,
  PictureOutlined,
  PlayCircleOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { someFilesQuery, thumbnailOf, type EvidenceFile } from '@/lib/api/files';
import styles from './evidence.module.css';
import { Viewer } from './Viewer';

const ICONS = {
  PHOTO: PictureOutlined,
  DOCUMENT: FileOutlined,
  AUDIO: AudioOutlined,
  VIDEO: PlayCircleOutlined,
} as const;

/** A small picture of a file, or a sign of its kind. */
export function Thumb({ file }: { file: EvidenceFile }) {
  const Icon = ICONS[file.kind];
  return file.thumbnail ? (
    <img src={thumbnailOf(file.id)} alt="" loading="lazy" />
  ) : (
    <span className={styles.icon}>
      <Icon aria-hidden />
    </span>
  );
}

interface Props {
  ids: string[];
  label: string;
  onRemove?: (id: string) => void;
}

/** Files side by side; one opens in the viewer. */
export function PhotoStrip({ ids, label, onRemove }: Props) {
  const query = useQuery(someFilesQuery(ids));
  return (
    <FileStrip
      files={(query.data ?? []).filter((f) => ids.includes(f.id))}
      label={label}
      onRemove={onRemove}
    />
  );
}

interface FilesProps {
  files: EvidenceFile[];
  label: string;
  onRemove?: (id: string) => void;
}

/** As {@link PhotoStrip}, with files already at hand. */
export function FileStrip({ files, label, onRemove }: FilesProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number>();
  if (files.length === 0) return null;
  return (
    <>
      <ul className={styles.strip} aria-label={label}>
        {files.map((file, i) => (
          <li key={file.id}>
            <button
              type="button"
              className={styles.tile}
              onClick={() => setOpen(i)}
              aria-label={t('files.open', { name: file.name })}
            >
              <Thumb file={file} />
              <span className={styles.caption}>{file.name}</span>
              {file.scan === 'INFECTED' && <span className={styles.flag}>{t('files.infected')}</span>}
              {file.scan === 'WAITING' && <span className={styles.flag}>{t('files.scanning')}</span>}
            </button>
            {onRemove && (
              <button
                type="button"
                className={styles.remove}
                onClick={() => onRemove(file.id)}
                aria-label={t('files.removeName', { name: file.name })}
              >
                <CloseOutlined aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {open !== undefined && <Viewer files={files} start={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
