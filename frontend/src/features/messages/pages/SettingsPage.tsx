import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { QueryView } from '@/components/states/QueryView';
import { useKeepContext } from '@/lib/url/workContext';
import { settingsQuery } from '../api/messages';
import { Deliveries } from '../components/Deliveries';
import { SettingsForm } from '../components/SettingsForm';

/** How the reader is told: by which channels, of what, and when not. */
export function SettingsPage() {
  const { t } = useTranslation('messages');
  const keep = useKeepContext();
  const query = useQuery(settingsQuery);
  return (
    <>
      <PageHeader
        back={{ to: keep('/messages'), label: t('title') }}
        title={t('settingsTitle')}
        state={t('settingsState')}
      />
      <QueryView query={query}>
        {(settings) => <SettingsForm key={settings.version} settings={settings} />}
      </QueryView>
      <Deliveries />
    </>
  );
}
