import { useEffect, useState } from 'react';
import type { Framework } from '../../model';
import { changes, draftOf, type Draft } from './draft';

interface Step {
  draft: Draft;
  /** steps with the same mark follow one another as one, e.g. the digits of one number */
  mark?: string;
}

function remembered(key: string): Step[] {
  const text = sessionStorage.getItem(key);
  return text ? [{ draft: JSON.parse(text) as Draft }] : [];
}

/** The unsaved state of a draft: changed step by step, undone step by step, and still there after a reload. */
export function useDraftEditing(framework: Framework) {
  const key = `dudao.framework.${framework.id}.${framework.lockVersion}`;
  const saved = draftOf(framework);
  const [steps, setSteps] = useState<Step[]>(() => remembered(key));
  const draft = steps.at(-1)?.draft ?? saved;
  const unsaved = changes(saved, draft);

  useEffect(() => {
    if (unsaved > 0) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  }, [key, draft, unsaved]);

  return {
    draft,
    unsaved,
    change: (next: Draft, mark?: string) =>
      setSteps((before) => {
        const same = mark !== undefined && before.at(-1)?.mark === mark;
        return [...(same ? before.slice(0, -1) : before), { draft: next, mark }];
      }),
    canUndo: steps.length > 0,
    undo: () => setSteps((before) => before.slice(0, -1)),
    discard: () => setSteps([]),
  };
}
