import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from './model';
import type { RecordRow } from './store/db';
import type { Person } from './store/people';
import { keep, openRecord } from './store/records';
import { isFull } from './store/space';

export interface Editing {
  draft: Draft;
  row: RecordRow;
  /** Changes it and keeps it at once; what is on screen is what a reload brings back. */
  change: (next: (draft: Draft) => Draft) => void;
  /** Why the last change could not be kept. */
  failed: 'full' | 'unknown' | undefined;
  /** Waits until everything is kept. */
  settled: () => Promise<void>;
}

/** What could not be kept is tried again: room given back is not seen at once. */
const AGAIN = 3_000;

/** A record under work. Nothing while it loads, null when there is none. */
export function useDraft(person: Person, id: string): Editing | null | undefined {
  const [loaded, setLoaded] = useState<{ draft: Draft; row: RecordRow } | null>();
  const [failed, setFailed] = useState<Editing['failed']>();
  const latest = useRef<Draft>(undefined);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const pending = useRef(false);
  const again = useRef<Editing['change']>(undefined);
  useEffect(() => {
    let stale = false;
    void openRecord(person, id).then((found) => {
      if (stale) return;
      latest.current = found?.draft;
      setLoaded(found ?? null);
    });
    return () => {
      stale = true;
    };
  }, [person, id]);
  const change = useCallback(
    (next: (draft: Draft) => Draft) => {
      if (!latest.current) return;
      const changed = next(latest.current);
      latest.current = changed;
      setLoaded((before) => before && { ...before, draft: changed });
      if (pending.current) return;
      pending.current = true;
      writing.current = writing.current.then(async () => {
        pending.current = false;
        try {
          if (latest.current) await keep(person, latest.current);
          setFailed(undefined);
        } catch (error) {
          setFailed(isFull(error) ? 'full' : 'unknown');
          setTimeout(() => again.current?.((draft) => draft), AGAIN);
        }
      });
    },
    [person],
  );
  useEffect(() => {
    again.current = change;
    return () => {
      again.current = undefined;
    };
  }, [change]);
  const settled = useCallback(() => writing.current, []);
  return loaded && { ...loaded, change, failed, settled };
}
