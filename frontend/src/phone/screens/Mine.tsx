import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, LANGUAGES, type Language } from '@/lib/i18n/language';
import { useOnce } from '@/lib/useOnce';
import { ORIGINALS } from '../components/Files';
import { Passcode } from '../components/Passcode';
import { Screen, useUnsent, useUnsentWords } from '../components/Screen';
import { UpdateOffer } from '../components/UpdateOffer';
import { switchLanguage } from '../i18n';
import styles from '../phone.module.css';
import { leave } from '../runtime';
import { db } from '../store/db';
import { othersUnsent } from '../store/records';
import { askToKeep } from '../store/space';
import { useOnline } from '../useOnline';
import { usePerson } from '../usePerson';
import { useSpace } from '../useSpace';
import { bytes } from '../words';

/** Whose turn it is, what room there is, and the way out. */
export function Mine() {
  const { t, i18n } = useTranslation('phone');
  const person = usePerson();
  const online = useOnline();
  const unsent = useUnsent();
  const words = useUnsentWords();
  const room = useSpace();
  const [leaving, setLeaving] = useState(false);
  const stored = useLiveQuery(async () => (await db.notes.get(ORIGINALS)) !== undefined);
  const [ticked, setTicked] = useState<boolean>();
  const keepOriginals = (on: boolean) => {
    setTicked(on);
    void (on ? db.notes.put({ name: ORIGINALS, value: 'yes' }) : db.notes.delete(ORIGINALS));
  };
  const others = useLiveQuery(() => othersUnsent(person.subject), [person.subject]) ?? [];
  const out = useOnce(leave);
  return (
    <Screen title={t('mine.title')} notices={<UpdateOffer />}>
      <dl className={styles.facts}>
        <dt>{t('mine.name')}</dt>
        <dd>{person.name}</dd>
        {room && (
          <>
            <dt>{t('mine.storage')}</dt>
            <dd>
              {t('mine.storageUsed', { used: bytes(room.used), free: bytes(room.free) })}
              <br />
              {t(room.kept ? 'mine.storageKept' : 'mine.storageNotKept')}
            </dd>
          </>
        )}
      </dl>
      {room && !room.kept && (
        <button type="button" className={styles.button} onClick={() => void askToKeep()}>
          {t('mine.keepAsk')}
        </button>
      )}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={ticked ?? stored ?? false}
          onChange={(event) => keepOriginals(event.target.checked)}
        />
        <span>
          {t('mine.originals')}
          <span className={`${styles.soft} ${styles.block}`}>{t('mine.originalsHint')}</span>
        </span>
      </label>
      <label className={styles.field}>
        <span>{t('mine.language')}</span>
        <select
          value={i18n.language}
          onChange={(event) => void switchLanguage(event.target.value as Language)}
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {languageNames[language]}
            </option>
          ))}
        </select>
      </label>
      <Passcode />
      {others.length > 0 && (
        <section className={styles.section}>
          <p>{t('welcome.others')}</p>
          <ul>
            {others.map((other) => (
              <li key={other.name}>{t('welcome.other', other)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.soft}>{t('mine.version', { version: __VERSION__ })}</p>
      <a className={styles.button} href="/">
        {t('mine.desk')}
      </a>
      {leaving ? (
        <section className={styles.card} role="alertdialog" aria-label={t('mine.leave')}>
          <p>{unsent?.all ? t('mine.leaveUnsent', { what: words(unsent) }) : t('mine.leaveNothing')}</p>
          {!online && <p>{t('mine.offlineLeave')}</p>}
          <div className={styles.row}>
            <button type="button" className={styles.button} onClick={() => setLeaving(false)}>
              {t('record.cancel')}
            </button>
            <button type="button" className={`${styles.button} ${styles.danger}`} onClick={out}>
              {t('mine.leaveSure')}
            </button>
          </div>
        </section>
      ) : (
        <button
          type="button"
          className={`${styles.button} ${styles.danger}`}
          onClick={() => setLeaving(true)}
        >
          {t('mine.leave')}
        </button>
      )}
    </Screen>
  );
}
