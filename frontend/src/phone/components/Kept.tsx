import { useTranslation } from 'react-i18next';
import styles from '../phone.module.css';
import { useSpace } from '../useSpace';
import type { Editing } from '../useDraft';

/** Told before work is lost: that the phone is nearly full, or that the last change could not be kept. */
export function Kept({ failed }: Pick<Editing, 'failed'>) {
  const { t } = useTranslation('phone');
  const room = useSpace();
  if (failed) {
    return (
      <p role="alert" className={`${styles.notice} ${styles.failing}`}>
        {t(failed === 'full' ? 'line.full' : 'line.notKept')}
      </p>
    );
  }
  return room?.low ? (
    <p role="status" className={`${styles.notice} ${styles.warning}`}>
      {t('line.low')}
    </p>
  ) : null;
}
