import { CameraOutlined, FolderOpenOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { fileSize } from '@/lib/format/numbers';
import { usePhone } from '@/lib/useMediaQuery';
import styles from './evidence.module.css';
import { FilePicker } from './FilePicker';
import { PhotoStrip } from './PhotoStrip';
import { useUploads, type Going } from './useUploads';

const ACCEPTED = 'image/*,video/mp4,video/quicktime,audio/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.tif,.tiff';

/** What has been sent, and how much is still on its way. */
export interface Sent {
  ids: string[];
  pending: number;
}

interface Props {
  value?: Sent;
  onChange?: (sent: Sent) => void;
  /** Offers files sent earlier. */
  reuse?: boolean;
}

/** Takes photos and files: a camera in one tap, progress that can be seen, and a broken line that mends itself. */
export function Uploader({ value, onChange, reuse = true }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [picking, setPicking] = useState(false);
  const [ids, setIds] = useState<string[]>(value?.ids ?? []);
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const status = useId();
  const append = (more: string[]) => setIds((had) => [...new Set([...had, ...more])]);
  const { going, add, resume, remove } = useUploads((id) => append([id]));
  const pending = going.filter((one) => one.state !== 'refused').length;
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  }, [onChange]);
  useEffect(() => {
    change.current?.({ ids, pending });
  }, [ids, pending]);
  const take = (input: HTMLInputElement) => {
    add([...(input.files ?? [])]);
    input.value = '';
  };
  return (
    <div className={styles.uploader}>
      <div className={styles.takers}>
        {phone && (
          <Button
            size="large"
            type="primary"
            icon={<CameraOutlined aria-hidden />}
            onClick={() => camera.current?.click()}
          >
            {t('files.camera')}
          </Button>
        )}
        <Button size="large" icon={<UploadOutlined aria-hidden />} onClick={() => chooser.current?.click()}>
          {t('files.choose')}
        </Button>
        {reuse && (
          <Button
            size="large"
            icon={<FolderOpenOutlined aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setPicking(true)}
          >
            {t('files.reuse')}
          </Button>
        )}
      </div>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        className={styles.input}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={chooser}
        type="file"
        accept={ACCEPTED}
        multiple
        className={styles.input}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => take(event.currentTarget)}
      />
      <p className={styles.hint}>{t('files.hint')}</p>
      {ids.length > 0 && (
        <PhotoStrip
          ids={ids}
          label={t('files.received', { n: ids.length })}
          onRemove={(id) => setIds((had) => had.filter((one) => one !== id))}
        />
      )}
      <ul className={styles.going} aria-describedby={status}>
        {going.map((one) => (
          <OnItsWay key={one.key} one={one} onResume={resume} onRemove={remove} />
        ))}
      </ul>
      <div id={status} className="dd-visually-hidden" role="status">
        {pending > 0 ? t('files.pending', { n: pending }) : ids.length > 0 ? t('files.allReceived') : ''}
      </div>
      {picking && <FilePicker onPick={append} onClose={() => setPicking(false)} />}
    </div>
  );
}

interface OneProps {
  one: Going;
  onResume: (key: string) => void;
  onRemove: (key: string) => void;
}

function OnItsWay({ one, onResume, onRemove }: OneProps) {
  const { t } = useTranslation();
  const percent = one.size > 0 ? Math.floor((one.sent / one.size) * 100) : 0;
  const words = { sent: fileSize(one.sent), size: fileSize(one.size) };
  return (
    <li data-state={one.state}>
      <div className={styles.line}>
        <strong>{one.name}</strong>
        <span>
          {one.state === 'waiting' && (
            <Button size="large" onClick={() => onResume(one.key)}>
              {t('files.resume')}
            </Button>
          )}
          <Button
            size="large"
            type="text"
            onClick={() => onRemove(one.key)}
            aria-label={t('files.removeName', { name: one.name })}
          >
            {t('files.remove')}
          </Button>
        </span>
      </div>
      {one.state !== 'refused' && (
        <Progress percent={percent} showInfo={false} aria-label={t('files.progress', { name: one.name })} />
      )}
      <small>
        {one.state === 'refused'
          ? problemMessage(one.problem, t)
          : t(one.state === 'waiting' ? 'files.waiting' : 'files.sending', words)}
      </small>
    </li>
  );
}
