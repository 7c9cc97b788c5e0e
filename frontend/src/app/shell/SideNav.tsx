import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMe, usePermission } from '@/lib/api/me';
import { useKeepContext } from '@/lib/url/workContext';
import { navigation } from './navigation';
import styles from './Shell.module.css';

export function SideNav({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const may = usePermission();
  const keep = useKeepContext();
  const wide = useMe().scope.regionCode.length < 6;
  return (
    <nav aria-label={t('nav.label')} className={styles.nav}>
      {navigation.map((group, index) => {
        const items = group.items.filter((item) => (!item.needs || may(item.needs)) && (!item.wide || wide));
        if (items.length === 0) return null;
        return (
          <div key={group.label ?? index} className={styles.group}>
            {group.label && <div className={styles.groupLabel}>{t(group.label)}</div>}
            <ul>
              {items.map((item) => (
                <li key={item.to}>
                  <NavLink to={keep(item.to)} end={item.end} onClick={onGo} className={styles.link}>
                    {t(item.label)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
