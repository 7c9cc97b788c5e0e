import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useNavigate } from 'react-router';
import styles from '../phone.module.css';
import { UNSENT } from '../queue/states';
import { goToLogin, useStanding } from '../runtime';
import { db, FILES_LEFT } from '../store/db';
import { useReached } from '../useOnline';

interface Props {
  title: string;
  /** Where the arrow leads; without it the tabs are shown instead. */
  back?: string;
  /** Stands at the bottom, under the thumb. */
  foot?: ReactNode;
  /** Whatever must be known before anything else. */
  notices?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

/** What the server has not acknowledged: records, and photos and voice notes. */
export interface Unsent {
  records: number;
  files: number;
  all: number;
}

/** How many pieces of work the server has not acknowledged: records and files; nothing until that is known. */
export function useUnsent(): Unsent | undefined {
  const { person } = useStanding();
  const subject = person?.subject ?? '';
  return useLiveQuery(async () => {
    // counted by the index, state by state: while hundreds are being sent, anything slower would never come to an end
    const sum = (counts: number[]) => counts.reduce((all, n) => all + n, 0);
    const [records, files] = await Promise.all([
      Promise.all(UNSENT.map((state) => db.records.where('[owner+state]').equals([subject, state]).count())),
      Promise.all(
        FILES_LEFT.map((state) => db.files.where('[owner+state]').equals([subject, state]).count()),
      ),
    ]);
    return { records: sum(records), files: sum(files), all: sum(records) + sum(files) };
  }, [subject]);
}

/** Records and attachments by their names: `2 份记录、5 个附件`. */
export function useUnsentWords(): (unsent: Unsent) => string {
  const { t } = useTranslation('phone');
  return ({ records, files }) =>
    [records > 0 && t('line.records', { count: records }), files > 0 && t('line.files', { count: files })]
      .filter(Boolean)
      .join(t('line.and'));
}

/** One screen: what it is called, what is unsent, what can be done with the thumb. */
export function Screen({ title, back, foot, notices, flush, children }: Props) {
  const { t } = useTranslation('phone');
  const navigate = useNavigate();
  const { login, sending, barred } = useStanding();
  const reached = useReached();
  const unsent = useUnsent() ?? { records: 0, files: 0, all: 0 };
  const words = useUnsentWords();
  const line = !reached
    ? t('line.offline')
    : sending && unsent.all > 0
      ? t('line.sending', { what: words(unsent) })
      : '';
  return (
    <div className={styles.app}>
      <header className={styles.head}>
        {back !== undefined && (
          <button
            type="button"
            className={styles.back}
            aria-label={t('record.back')}
            onClick={() => void navigate(back)}
          >
            <span aria-hidden>‹</span>
          </button>
        )}
        <h1>{title}</h1>
        {back !== undefined && unsent.all > 0 && (
          <Link to="/outbox" className={styles.lineMark}>
            {t('line.waiting', { what: words(unsent) })}
          </Link>
        )}
      </header>
      {login && (
        <div className={`${styles.notice} ${styles.warning}`} role="status">
          <span>{t('line.login')}</span>
          <button type="button" className={styles.button} onClick={() => void goToLogin()}>
            {t('line.loginNow')}
          </button>
        </div>
      )}
      {barred && <p className={`${styles.notice} ${styles.failing}`}>{t('line.barred')}</p>}
      {line && (
        <p className={styles.notice} role="status">
          {line}
        </p>
      )}
      {notices}
      <main className={flush ? `${styles.body} ${styles.flush}` : styles.body}>{children}</main>
      {foot && <footer className={styles.foot}>{foot}</footer>}
      {back === undefined && (
        <nav className={styles.tabs} aria-label={t('nav.label')}>
          <NavLink to="/" end>
            {t('nav.home')}
          </NavLink>
          <NavLink to="/outbox">
            {t('nav.outbox')}
            {unsent.all > 0 && (
              <span
                className={styles.count}
                role="img"
                aria-label={t('line.waiting', { what: words(unsent) })}
              >
                {unsent.records || unsent.files}
              </span>
            )}
          </NavLink>
          <NavLink to="/mine">{t('nav.mine')}</NavLink>
        </nav>
      )}
    </div>
  );
}
