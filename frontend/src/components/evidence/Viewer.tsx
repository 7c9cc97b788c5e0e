import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { contentOf, type EvidenceFile } from '@/lib/api/files';
import { date, moment } from '@/lib/format/dates';
import { fileSize } from '@/lib/format/numbers';
import { usePhone } from '@/lib/useMediaQuery';
import styles from './evidence.module.css';

interface Props {
  files: EvidenceFile[];
  start: number;
  onClose: () => void;
}

/** One file large, the others by arrow: what it shows, when, from whom. */
export function Viewer({ files, start, onClose }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [at, setAt] = useState(start);
  const file = files[Math.min(at, files.length - 1)];
  if (!file) return null;
  const turn = (by: number) => setAt((now) => (now + by + files.length) % files.length);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') turn(-1);
    if (event.key === 'ArrowRight') turn(1);
  };
  return (
    <Modal
      open
      title={file.name}
      onCancel={onClose}
      width={phone ? '100%' : 960}
      footer={
        <div className={styles.viewerFoot}>
          {files.length > 1 && (
            <span className={styles.turn}>
              <Button
                size="large"
                icon={<LeftOutlined aria-hidden />}
                aria-label={t('files.before')}
                onClick={() => turn(-1)}
              />
              <span className="dd-num">{t('files.place', { n: at + 1, all: files.length })}</span>
              <Button
                size="large"
                icon={<RightOutlined aria-hidden />}
                aria-label={t('files.after')}
                onClick={() => turn(1)}
              />
            </span>
          )}
          {file.readable && (
            <DownloadButton size="large" from={contentOf(file.id, true)}>
              {t('files.download')}
            </DownloadButton>
          )}
        </div>
      }
    >
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the buttons below do the same */}
      <div onKeyDown={keys}>
        <Look file={file} />
        <p className={styles.about}>
          {file.factOn && <span>{t('files.factOn', { date: date(file.factOn) })}</span>}
          {file.takenAt && <span>{t('files.takenAt', { time: moment(file.takenAt) })}</span>}
          <span>{t('files.sentBy', { name: file.uploaderName, time: moment(file.receivedAt) })}</span>
          <span>{fileSize(file.size)}</span>
        </p>
        {file.note && <p>{file.note}</p>}
      </div>
    </Modal>
  );
}

function Look({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation();
  const from = contentOf(file.id, false);
  if (file.scan === 'INFECTED')
    return <p className={styles.blank}>{t('files.infectedBy', { name: file.signature })}</p>;
  if (!file.readable) return <p className={styles.blank}>{t('files.scanningLong')}</p>;
  if (file.kind === 'PHOTO' && file.thumbnail)
    return <img className={styles.large} src={from} alt={file.name} />;
  if (file.kind === 'VIDEO')
    return (
      <video className={styles.large} src={from} controls preload="metadata">
        <track kind="captions" />
      </video>
    );
  if (file.kind === 'AUDIO')
    return (
      <audio className={styles.sound} src={from} controls preload="metadata">
        <track kind="captions" />
      </audio>
    );
  return <p className={styles.blank}>{t('files.noPreview')}</p>;
}
