import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '@/components/layout/LinkButton';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { useKeepContext } from '@/lib/url/workContext';
import { systemQuery } from '../api/systems';
import { Editor } from '../components/editor/Editor';

/** A draft under edit. */
export function EditPage() {
  const { t } = useTranslation('indexsystem');
  const { id = '' } = useParams();
  const keep = useKeepContext();
  const may = usePermission();
  const query = useQuery({ ...systemQuery(id), refetchOnReconnect: false });
  return (
    <QueryView query={query} lines={10}>
      {(system) => {
        if (!may('index:edit') || !system.own) return <NoPermission />;
        if (system.state !== 'DRAFT') {
          return (
            <Empty
              title={t('edit.notDraft')}
              action={<LinkButton to={keep(`/index-systems/${id}`)}>{t('edit.back')}</LinkButton>}
            >
              {t('edit.notDraftHint')}
            </Empty>
          );
        }
        return <Editor key={system.lockVersion} system={system} onReload={() => void query.refetch()} />;
      }}
    </QueryView>
  );
}
