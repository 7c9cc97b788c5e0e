import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Draft } from './model';
import { db, FILES_LEFT, type RecordRow } from './store/db';
import { fileKeys } from './store/files';
import type { Pack } from './store/pack';
import { packOf } from './store/pack';
import type { Person } from './store/people';
import { rowsOf } from './store/records';
import { open } from './store/seal';

export interface Listed {
  row: RecordRow;
  draft: Draft;
}

/** Every record of a person, opened; what has not changed is not opened again. */
export function useRecords(person: Person): Listed[] | undefined {
  const rows = useLiveQuery(() => rowsOf(person.subject), [person.subject]);
  const known = useRef(new Map<string, { sealed: unknown; draft: Draft }>());
  const [opened, setOpened] = useState<Listed[]>();
  useEffect(() => {
    if (!rows) return undefined;
    let stale = false;
    void Promise.all(
      rows.map(async (row) => {
        const before = known.current.get(row.id);
        const mark = `${row.changedAt} ${row.state}`;
        const draft = before?.sealed === mark ? before.draft : await open<Draft>(person.key, row.sealed);
        known.current.set(row.id, { sealed: mark, draft });
        return { row, draft };
      }),
    ).then((list) => {
      if (!stale) setOpened(list);
    });
    return () => {
      stale = true;
    };
  }, [rows, person]);
  return opened;
}

/** Files of a record on their way, and those the server would not have. */
export interface Left {
  left: number;
  refused: number;
}

/** How many files of each record are not yet at the server. */
export function useFilesLeft(person: Person): Map<string, Left> {
  const keys = useLiveQuery(() => fileKeys(person.subject, FILES_LEFT), [person.subject]);
  const counted = new Map<string, Left>();
  for (const { state, record } of keys ?? []) {
    const one = counted.get(record) ?? { left: 0, refused: 0 };
    counted.set(record, {
      left: one.left + (state === 'refused' ? 0 : 1),
      refused: one.refused + (state === 'refused' ? 1 : 0),
    });
  }
  return counted;
}

/** What was taken along; null when nothing was yet. */
export function usePack(person: Person): Pack | null | undefined {
  const takenAt = useLiveQuery(
    async () => (await db.packs.get(person.subject))?.takenAt ?? null,
    [person.subject],
  );
  const [pack, setPack] = useState<Pack | null>();
  useEffect(() => {
    if (takenAt === undefined) return undefined;
    let stale = false;
    void packOf(person).then((found) => {
      if (!stale) setPack(found ?? null);
    });
    return () => {
      stale = true;
    };
  }, [takenAt, person]);
  return pack;
}
