import { randomKey } from './key';

/** What was typed so far, kept in this tab only, so that a reload loses nothing and sends nothing twice. */
export interface Draft {
  key: string;
  matter: string;
  text: string;
  name: string;
  contact: string;
}

const place = (code: string) => `dudao.complaint.${code}`;
export const emptyDraft = (): Draft => ({ key: randomKey(), matter: '', text: '', name: '', contact: '' });

export function readDraft(code: string): Draft {
  try {
    const kept = sessionStorage.getItem(place(code));
    return kept ? { ...emptyDraft(), ...(JSON.parse(kept) as Partial<Draft>) } : emptyDraft();
  } catch {
    return emptyDraft();
  }
}

export function keepDraft(code: string, draft: Draft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(place(code), JSON.stringify(draft));
    else sessionStorage.removeItem(place(code));
  } catch {
    // a browser that keeps nothing loses the draft on reload only
  }
}
