import { useLiveQuery } from 'dexie-react-hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '@/lib/useOnce';
import styles from '../phone.module.css';
import { keepPasscode } from '../runtime';
import { db } from '../store/db';
import { dropPasscode, SHORTEST } from '../store/passcode';
import { useOnline } from '../useOnline';
import { usePerson } from '../usePerson';

/** The passcode by which its owner takes this phone over without a network: set, changed, removed. */
export function Passcode() {
  const { t } = useTranslation('phone');
  const person = usePerson();
  const online = useOnline();
  const set = useLiveQuery(
    async () => (await db.people.get(person.subject))?.locked !== undefined,
    [person.subject],
  );
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<'short' | 'differ' | 'needsNetwork'>();
  const close = () => {
    setOpen(false);
    setTyped('');
    setAgain('');
    setWrong(undefined);
  };
  const save = useOnce(async () => {
    if (typed.length < SHORTEST) setWrong('short');
    else if (typed !== again) setWrong('differ');
    else if (await keepPasscode(person, typed)) close();
    else setWrong('needsNetwork');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  if (set === undefined) return null;
  return (
    <section className={styles.section}>
      <h2>{t('passcode.title')}</h2>
      <p className={styles.soft}>{t(set ? 'passcode.isSet' : 'passcode.why')}</p>
      {open ? (
        <form className={styles.card} onSubmit={submit}>
          {(['first', 'again'] as const).map((which) => (
            <label key={which} className={styles.field}>
              <span>{t(`passcode.${which}`)}</span>
              <input
                type="password"
                autoComplete="new-password"
                value={which === 'first' ? typed : again}
                onChange={(event) => (which === 'first' ? setTyped : setAgain)(event.target.value)}
              />
            </label>
          ))}
          {wrong && (
            <p role="alert" className={styles.late}>
              {t(`passcode.${wrong}`)}
            </p>
          )}
          <div className={styles.row}>
            <button type="button" className={styles.button} onClick={close}>
              {t('passcode.cancel')}
            </button>
            <button type="submit" className={`${styles.button} ${styles.main}`}>
              {t('passcode.save')}
            </button>
          </div>
        </form>
      ) : (
        <div className={styles.row}>
          <button type="button" className={styles.button} disabled={!online} onClick={() => setOpen(true)}>
            {t(set ? 'passcode.change' : 'passcode.set')}
          </button>
          {set && (
            <button type="button" className={styles.button} onClick={() => void dropPasscode(person.subject)}>
              {t('passcode.drop')}
            </button>
          )}
        </div>
      )}
      {!open && !online && <p className={styles.soft}>{t('passcode.needsNetwork')}</p>}
    </section>
  );
}
