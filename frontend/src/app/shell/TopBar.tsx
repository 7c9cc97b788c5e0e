import { BellOutlined, DownOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Dropdown, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { useMe } from '@/lib/api/me';
import { unreadQuery } from '@/lib/api/messages';
import { schoolYear } from '@/lib/format/dates';
import { LANGUAGES, languageNames } from '@/lib/i18n/language';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { switchLanguage } from '../i18n';
import { RegionPicker } from './RegionPicker';
import styles from './Shell.module.css';

/** Where and when the page is about, in which language, and who is looking. */
export function TopBar({ phone }: { phone: boolean }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const { region, year, thisYear, figureYears, set } = useWorkContext();
  const queryClient = useQueryClient();
  const years = [...new Set([thisYear, year, ...figureYears])].sort((a, b) => b - a);

  const language = (next: (typeof LANGUAGES)[number]) =>
    void switchLanguage(next).then(() => queryClient.invalidateQueries());

  const languages = (
    <div className={styles.languages} role="group" aria-label={t('top.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={i18n.language === one}
          onClick={() => language(one)}
        >
          {languageNames[one]}
        </button>
      ))}
    </div>
  );

  return (
    <div className={styles.tools}>
      <RegionPicker value={region} onChange={(code) => set({ region: code })} />
      <Select
        aria-label={t('top.year')}
        value={year}
        variant="filled"
        className={styles.year}
        popupMatchSelectWidth={false}
        options={years.map((one) => ({ value: one, label: schoolYear(one) }))}
        onChange={(value) => set({ year: value })}
      />
      <span className={styles.spread} />
      {!phone && languages}
      <Bell />
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <div className={styles.who}>
                  <strong>{me.displayName}</strong>
                  <span>{t(`role.${me.role}`)}</span>
                  <span>{me.scope?.schoolName ?? me.scope?.zoneName ?? me.scope?.regionName}</span>
                </div>
              ),
            },
            { type: 'divider' },
            ...(phone
              ? LANGUAGES.map((one) => ({
                  key: one,
                  label: languageNames[one],
                  onClick: () => language(one),
                }))
              : []),
            { key: 'out', label: <a href="/session/logout">{t('top.logout')}</a> },
          ],
        }}
      >
        <Button
          type="text"
          aria-label={`${t('top.user')} ${me.displayName}`}
          icon={<UserOutlined aria-hidden />}
        >
          {!phone && (
            <>
              {me.displayName} <DownOutlined aria-hidden className={styles.caret} />
            </>
          )}
        </Button>
      </Dropdown>
    </div>
  );
}

/** The way to what the reader was told, with how much is unread. */
function Bell() {
  const { t } = useTranslation();
  const keep = useKeepContext();
  const count = useQuery(unreadQuery).data?.count ?? 0;
  return (
    <Badge count={count} size="small" offset={[-6, 6]}>
      <LinkButton
        type="text"
        to={keep('/messages')}
        aria-label={count ? t('top.unread', { count }) : t('top.messages')}
        icon={<BellOutlined aria-hidden />}
      />
    </Badge>
  );
}
