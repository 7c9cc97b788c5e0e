import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import styles from '../phone.module.css';
import { goToLogin, useStanding } from '../runtime';
import { othersUnsent } from '../store/records';

/** Nobody’s turn: how to begin, and whose work waits here. */
export function Welcome() {
  const { t } = useTranslation('phone');
  const { barred } = useStanding();
  const others = useLiveQuery(() => othersUnsent(undefined)) ?? [];
  return (
    <main className={styles.app}>
      <div className={styles.center}>
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.lead')}</p>
        {barred && <p className={`${styles.notice} ${styles.failing}`}>{t('line.barred')}</p>}
        <button type="button" className={`${styles.button} ${styles.main}`} onClick={goToLogin}>
          {t('welcome.login')}
        </button>
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
