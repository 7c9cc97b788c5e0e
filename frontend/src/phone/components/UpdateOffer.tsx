import { useTranslation } from 'react-i18next';
import styles from '../phone.module.css';
import { update, useUpdateReady } from '../update';

/** A newer version waits, and comes when somebody says so. */
export function UpdateOffer() {
  const { t } = useTranslation('phone');
  if (!useUpdateReady()) return null;
  return (
    <div className={styles.notice} role="status">
      <span>{t('line.newVersion')}</span>
      <button type="button" className={styles.button} onClick={update}>
        {t('line.update')}
      </button>
    </div>
  );
}
