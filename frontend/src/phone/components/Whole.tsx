import { Component, type ReactNode } from 'react';
import { withTranslation, type WithTranslation } from 'react-i18next';
import styles from '../phone.module.css';

interface Props extends WithTranslation<'phone'> {
  children: ReactNode;
}

/** Stands in for a screen that could not be shown; whatever was written is kept beside it. */
class WholeOrNot extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { t, children } = this.props;
    if (!this.state.broken) return children;
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
}

export const Whole = withTranslation('phone')(WholeOrNot);
