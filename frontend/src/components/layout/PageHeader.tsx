import { ArrowLeftOutlined } from '@ant-design/icons';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './PageHeader.module.css';

interface Props {
  title: string;
  /** One sentence on how things stand. */
  state?: ReactNode;
  /** The one main action; lesser ones before it. */
  actions?: ReactNode;
  back?: { to: string; label: string };
  tags?: ReactNode;
}

/** One title, one sentence of state, one main action; the title is also the window's. */
export function PageHeader({ title, state, actions, back, tags }: Props) {
  const { t } = useTranslation();
  const app = t('common:appName');
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {back && (
          <Link to={back.to} className={styles.back}>
            <ArrowLeftOutlined aria-hidden /> {back.label}
          </Link>
        )}
        <div className={styles.titleRow}>
          <h1 className={styles.title}>{title}</h1>
          {tags}
        </div>
        {state && <div className={styles.state}>{state}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
