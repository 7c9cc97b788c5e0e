import { MenuOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { ErrorBoundary } from '@/components/states/ErrorBoundary';
import { ErrorState, Loading } from '@/components/states/States';
import { meQuery } from '@/lib/api/me';
import { usePhone } from '@/lib/useMediaQuery';
import styles from './Shell.module.css';
import { SideNav } from './SideNav';
import { TopBar } from './TopBar';
import { YearNotice } from './YearNotice';

/** The frame every page stands in. Nothing is drawn until it is known who is asking. */
export function Shell() {
  const me = useQuery(meQuery);
  if (me.isError) {
    return (
      <main className={styles.alone}>
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (!me.data) {
    return (
      <main className={styles.alone}>
        <Loading />
      </main>
    );
  }
  return <Frame />;
}

function Frame() {
  const { t } = useTranslation();
  const phone = usePhone();
  const { pathname } = useLocation();
  const moving = useNavigation().state !== 'idle';
  const [menu, setMenu] = useState(false);
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.top}>
        {phone && (
          <Button
            type="text"
            className={styles.menuButton}
            icon={<MenuOutlined aria-hidden />}
            aria-label={t('nav.open')}
            onClick={() => setMenu(true)}
          />
        )}
        <Link to="/" className={styles.brand} aria-label={t('appName')}>
          <img src="/favicon.svg" alt="" width={24} height={24} />
          <span>{t('appName')}</span>
        </Link>
        <TopBar phone={phone} />
      </header>
      {phone ? (
        <Drawer open={menu} placement="left" size={280} title={t('nav.label')} onClose={() => setMenu(false)}>
          <SideNav onGo={() => setMenu(false)} />
        </Drawer>
      ) : (
        <aside className={styles.side}>
          <SideNav />
        </aside>
      )}
      <main id="content" tabIndex={-1} className={styles.main} aria-busy={moving}>
        <YearNotice />
        <ErrorBoundary resetKey={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}
