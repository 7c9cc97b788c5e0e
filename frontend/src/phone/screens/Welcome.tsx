import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Enter } from '../components/Enter';
import styles from '../phone.module.css';
import { goToLogin, useStanding } from '../runtime';
import { withPasscode } from '../store/passcode';
import { othersUnsent } from '../store/records';

/** Nobody’s turn: how to begin, and whose work waits here. */
export function Welcome() {
  const { t } = useTranslation('phone');
  const { barred } = useStanding();
  const [gone, setGone] = useState(false);
  const known = useLiveQuery(withPasscode) ?? [];
  const others = useLiveQuery(() => othersUnsent(undefined)) ?? [];
  return (
    <main className={styles.app}>
      <div className={styles.center}>
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.lead')}</p>
        {barred && <p className={`${styles.notice} ${styles.failing}`}>{t('line.barred')}</p>}
        <button type="button" className={`${styles.button} ${styles.main}`} onClick={() => void goToLogin()}>
          {t('welcome.login')}
        </button>
        {known.map((one) => (
          <Enter key={one.subject} {...one} onGone={() => setGone(true)} />
        ))}
        {gone && (
          <p role="alert" className={styles.late}>
            {t('passcode.gone')}
          </p>
        )}
        <p className={styles.soft}>{t('welcome.offline')}</p>
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
      </div>
    </main>
  );
}
