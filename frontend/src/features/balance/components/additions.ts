import { useEffect, useState } from 'react';
import type { AdditionRequest } from '../api/whatIf';
import type { Framework } from '../model';

/** An addition under way, as the user sees it: one per school, fact and stage. */
export type Draft = AdditionRequest;

export const draftKey = (draft: Draft) => `${draft.schoolId} ${draft.stage ?? ''} ${draft.factCode}`;

/** Two additions of the same fact at the same school become one; nothing added is nothing. */
export function merged(drafts: Draft[]): Draft[] {
  const byKey = new Map<string, Draft>();
  for (const draft of drafts) {
    const before = byKey.get(draftKey(draft));
    byKey.set(draftKey(draft), before ? { ...before, amount: before.amount + draft.amount } : draft);
  }
  return [...byKey.values()].filter((draft) => draft.amount !== 0);
}

/** Own additions to a run, kept in this tab so that a reload or a look elsewhere loses none. */
export function useDrafts(runId: string, initial: Draft[]): [Draft[], (drafts: Draft[]) => void] {
  const key = `dudao.additions.${runId}`;
  const [drafts, setDrafts] = useState<Draft[]>(() => {
    try {
      return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft[] | null) ?? initial;
    } catch {
      return initial;
    }
  });
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(drafts));
    } catch {
      // they then last as long as the page
    }
  }, [key, drafts]);
  return [drafts, (next) => setDrafts(merged(next))];
}

export interface AddableFact {
  fact: string;
  /** Stage facts are added to one stage, whole-school facts to the school. */
  shared: boolean;
  indicator: string;
}

/** The facts a plan of this framework can add to, each with the first indicator it moves. */
export function addableFacts(framework: Framework): AddableFact[] {
  const seen = new Map<string, AddableFact>();
  for (const indicator of framework.indicators) {
    for (const term of indicator.numerator) {
      if (!seen.has(term.fact)) {
        seen.set(term.fact, { fact: term.fact, shared: indicator.shared, indicator: indicator.code });
      }
    }
  }
  return [...seen.values()];
}
