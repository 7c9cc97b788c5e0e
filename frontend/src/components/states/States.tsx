import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isMissing, problemMessage } from '@/lib/api/problem';
import styles from './States.module.css';

interface PanelProps {
  mark: string;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  tone?: 'quiet' | 'failing';
  role?: 'alert' | 'status';
}

function Panel({ mark, title, children, action, tone = 'quiet', role }: PanelProps) {
  return (
    <div className={styles.panel} data-tone={tone} role={role}>
      <span className={styles.mark} aria-hidden>
        {mark}
      </span>
      <div className={styles.title}>{title}</div>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

/** Nothing here yet: says why, and what to do about it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Panel mark="○" title={title} action={action}>
      {children}
    </Panel>
  );
}

/** A failed request in the reader's words; a refusal of permission is told apart from an accident. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (error instanceof ApiProblem && error.status === 403) return <NoPermission />;
  const missing = isMissing(error);
  return (
    <Panel
      mark="!"
      tone={missing ? 'quiet' : 'failing'}
      role="alert"
      title={missing ? t('state.missing') : t('state.failed')}
      action={!missing && onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    >
      {missing && error instanceof ApiProblem && error.status !== 404
        ? t('problem.notFound')
        : problemMessage(error, t)}
    </Panel>
  );
}

/** The page exists, but not for this account. */
export function NoPermission() {
  const { t } = useTranslation();
  const title = `${t('state.noPermission')} · ${t('common:appName')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Panel mark="!" title={<h1 className={styles.heading}>{t('state.noPermission')}</h1>}>
      {t('state.noPermissionHint')}
    </Panel>
  );
}

/** Grey lines in the shape of what is coming; words for those who do not see them. */
export function Loading({ lines = 6, label }: { lines?: number; label?: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status">
      <span className="dd-visually-hidden">{label ?? t('state.loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={styles.bone} style={{ width: `${[42, 96, 88, 92, 64, 80][i % 6]}%` }} />
      ))}
    </div>
  );
}
