import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../phone.module.css';

/** Shows what it holds, or how to go on when that cannot be shown; whatever was written is kept beside it. */
export class Whole extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation('phone');
  return (
    <main className={styles.center} role="alert">
      <p>{t('broken.lead')}</p>
      <button
        type="button"
        className={`${styles.button} ${styles.main}`}
        onClick={() => window.location.reload()}
      >
        {t('broken.again')}
      </button>
    </main>
  );
}
