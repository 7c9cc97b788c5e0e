import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useOutletContext, useParams } from 'react-router';
import type { IndexDocument } from '@/lib/indexsystem/model';
import { Screen } from '../components/Screen';
import { db } from '../store/db';
import { useDraft, type Editing } from '../useDraft';
import { usePerson } from '../usePerson';

export interface AtWork extends Editing {
  document: IndexDocument;
}

/** A record under work, kept by one hand whichever of its screens is shown. */
export function RecordFrame() {
  const { t } = useTranslation('phone');
  const { id = '' } = useParams();
  const editing = useDraft(usePerson(), id);
  const state = useLiveQuery(async () => (await db.records.get(id))?.state ?? null, [id]);
  const systemId = editing?.draft.systemId;
  const system = useLiveQuery(
    async () => (systemId ? ((await db.systems.get(systemId)) ?? null) : undefined),
    [systemId],
  );
  if (editing === undefined || state === undefined || (editing && system === undefined)) {
    return (
      <Screen title={t('appName')} back="/">
        {t('loading')}
      </Screen>
    );
  }
  if (!editing || !system || state === null) {
    return (
      <Screen title={t('appName')} back="/">
        {t('record.notHere')}
      </Screen>
    );
  }
  if (state !== 'draft') return <Navigate to="/outbox" replace />;
  return <Outlet context={{ ...editing, document: system.document } satisfies AtWork} />;
}

export const useAtWork = (): AtWork => useOutletContext<AtWork>();
