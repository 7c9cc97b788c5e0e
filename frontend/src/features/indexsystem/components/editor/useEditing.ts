import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { App } from 'antd';
import type { IndexSystem } from '@/lib/indexsystem/model';
import { documentOf, draftOf, same, type DraftDocument } from './draft';

interface Step {
  draft: DraftDocument;
  /** steps with the same mark follow one another as one, e.g. the letters of one name */
  mark?: string;
}

function remembered(key: string): Step[] {
  const text = sessionStorage.getItem(key);
  return text ? [{ draft: draftOf(JSON.parse(text) as DraftDocument) }] : [];
}

/** The unsaved state of a draft: changed step by step, undone step by step, kept over a reload, not left unasked. */
export function useEditing(system: IndexSystem) {
  const key = `dudao.indexSystem.${system.id}.${system.lockVersion}`;
  const [saved] = useState(() => draftOf(system.document));
  const [steps, setSteps] = useState<Step[]>(() => remembered(key));
  const draft = steps.at(-1)?.draft ?? saved;
  const changed = steps.length > 0 && !same(saved, draft);

  useEffect(() => {
    if (changed) sessionStorage.setItem(key, JSON.stringify(documentOf(draft)));
    else sessionStorage.removeItem(key);
  }, [key, draft, changed]);

  return {
    draft,
    changed,
    change: (next: DraftDocument, mark?: string) =>
      setSteps((before) => {
        const merges = mark !== undefined && before.at(-1)?.mark === mark;
        return [...(merges ? before.slice(0, -1) : before), { draft: next, mark }];
      }),
    canUndo: steps.length > 0,
    undo: () => setSteps((before) => before.slice(0, -1)),
    discard: () => setSteps([]),
    /** What is saved needs no keeping. */
    forget: () => sessionStorage.removeItem(key),
  };
}

/** Asks before what is not saved is left behind. */
export function useLeaving(changed: boolean, discard: () => void): void {
  const { t } = useTranslation('indexsystem');
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => changed && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const asked = modal.confirm({
      title: t('edit.leaveTitle'),
      content: t('edit.leaveText'),
      okText: t('edit.leave'),
      cancelText: t('edit.stay'),
      okButtonProps: { danger: true },
      onOk: () => {
        discard();
        blocker.proceed();
      },
      onCancel: () => blocker.reset(),
    });
    return () => asked.destroy();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once for each attempt to leave
  }, [blocker.state]);
  useEffect(() => {
    if (!changed) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [changed]);
}
