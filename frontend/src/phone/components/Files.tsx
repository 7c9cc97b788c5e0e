import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { photoOf } from '../media/photo';
import { recordVoice, type Recording } from '../media/voice';
import styles from '../phone.module.css';
import { db, type FileRow } from '../store/db';
import { contentOf, dropFile, keepFile } from '../store/files';
import { isFull } from '../store/space';
import { usePerson } from '../usePerson';

export const ORIGINALS = 'originals';

interface Props {
  record: string;
  item: string;
  /** Told whenever a file came or went, with all that are there now. */
  onChange: (files: string[]) => void;
}

/** Photos and voice notes of one item: taken in one touch, kept at once. */
export function Files({ record, item, onChange }: Props) {
  const { t } = useTranslation('phone');
  const person = usePerson();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const [recording, setRecording] = useState<Recording>();
  const [trouble, setTrouble] = useState<'line.full' | 'line.notKept' | 'item.noVoice' | 'item.notPicture'>();
  const files = useLiveQuery(
    async () => (await db.files.where({ record }).sortBy('takenAt')).filter((file) => file.item === item),
    [record, item],
  );
  const tell = async () => {
    const now = (await db.files.where({ record }).sortBy('takenAt')).filter((file) => file.item === item);
    onChange(now.map((file) => file.id));
  };
  const add = async (kind: FileRow['kind'], list: File[]) => {
    try {
      const original = (await db.notes.get(ORIGINALS)) !== undefined;
      let n = (files ?? []).filter((file) => file.kind === kind).length;
      let unreadable = false;
      for (const file of list) {
        const small = kind === 'photo' ? await photoOf(file, original) : file;
        if (!small) {
          unreadable = true;
          continue;
        }
        n += 1;
        const named = kind === 'photo' ? t('item.photoName', { n }) : t('item.voiceName', { n });
        const extension = /\.\w+$/.exec(small.name)?.[0] ?? '.jpg';
        await keepFile(
          person,
          record,
          item,
          kind,
          new File([small], `${named}${extension}`, { type: small.type }),
        );
      }
      setTrouble(unreadable ? 'item.notPicture' : undefined);
    } catch (error) {
      setTrouble(isFull(error) ? 'line.full' : 'line.notKept');
    }
    await tell();
  };
  const chosen = (input: HTMLInputElement) => {
    const list = [...(input.files ?? [])];
    input.value = '';
    void add('photo', list);
  };
  const talk = async () => {
    if (recording) {
      setRecording(undefined);
      await add('voice', [await recording.stop()]);
      return;
    }
    try {
      setRecording(await recordVoice('voice'));
      setTrouble(undefined);
    } catch {
      setTrouble('item.noVoice');
    }
  };
  return (
    <div className={styles.beside}>
      {files && files.length > 0 && (
        <ul className={styles.photos} aria-label={t('item.photos', { count: files.length })}>
          {files.map((file) => (
            <Kept
              key={file.id}
              file={file}
              onRemove={() => void dropFile(file.id).then((gone) => (gone ? tell() : undefined))}
            />
          ))}
        </ul>
      )}
      {trouble && (
        <p role="alert" className={styles.late}>
          {t(trouble)}
        </p>
      )}
      <div className={styles.row}>
        <button type="button" onClick={() => camera.current?.click()}>
          {t('item.takePhoto')}
        </button>
        <button type="button" onClick={() => album.current?.click()}>
          {t('item.chosePhoto')}
        </button>
        <button type="button" aria-pressed={recording !== undefined} onClick={() => void talk()}>
          {t(recording ? 'item.stopVoice' : 'item.voice')}
        </button>
      </div>
      <input
        ref={camera}
        className={styles.hidden}
        type="file"
        accept="image/*"
        capture="environment"
        tabIndex={-1}
        aria-label={t('item.takePhoto')}
        aria-hidden
        onChange={(event) => chosen(event.target)}
      />
      <input
        ref={album}
        className={styles.hidden}
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label={t('item.chosePhoto')}
        aria-hidden
        onChange={(event) => chosen(event.target)}
      />
    </div>
  );
}

function Kept({ file, onRemove }: { file: FileRow; onRemove: () => void }) {
  const { t } = useTranslation('phone');
  const person = usePerson();
  const [url, setUrl] = useState<string>();
  const [asking, ask] = useState(false);
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    void contentOf(person, file.id).then((content) => {
      if (!content || gone) return;
      made = URL.createObjectURL(content);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [person, file.id]);
  return (
    <li className={file.kind === 'voice' ? styles.wide : undefined}>
      {file.kind === 'photo' ? (
        <img src={url} alt={file.name} />
      ) : (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- what somebody just said has no captions
        <audio src={url} controls aria-label={file.name} />
      )}
      {asking ? (
        <div
          className={styles.sure}
          role="alertdialog"
          aria-label={t('item.removeSureOf', { name: file.name })}
        >
          <button
            type="button"
            className={styles.danger}
            aria-label={t('item.removeSureOf', { name: file.name })}
            onClick={onRemove}
          >
            {t('item.removeSure')}
          </button>
          <button type="button" onClick={() => ask(false)}>
            {t('item.keep')}
          </button>
        </div>
      ) : (
        <button type="button" aria-label={t('item.removeOf', { name: file.name })} onClick={() => ask(true)}>
          {t('item.remove')}
        </button>
      )}
    </li>
  );
}
