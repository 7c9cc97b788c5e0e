import { mayBecome, UNSENT, type State } from '../queue/states';
import type { Draft } from '../model';
import { db, type RecordRow } from './db';
import type { Person } from './people';
import { open, seal } from './seal';
import { withSpare } from './space';

/** A record with what stands in it. */
export interface OpenRecord {
  row: RecordRow;
  draft: Draft;
}

const newest = (a: RecordRow, b: RecordRow) => b.changedAt - a.changedAt;

export const rowsOf = async (owner: string): Promise<RecordRow[]> =>
  (await db.records.where({ owner }).toArray()).sort(newest);

export async function openRecord(person: Person, id: string): Promise<OpenRecord | undefined> {
  const row = await db.records.get(id);
  if (!row || row.owner !== person.subject) return undefined;
  return { row, draft: await open<Draft>(person.key, row.sealed) };
}

/** Keeps a draft; refused once the server may have it. */
export async function keep(person: Person, draft: Draft): Promise<void> {
  const sealed = await seal(person.key, draft);
  await withSpare(() =>
    db.transaction('rw', db.records, async () => {
      const known = await db.records.get(draft.id);
      if (known && (known.owner !== person.subject || known.state !== 'draft')) return;
      await db.records.put({
        id: draft.id,
        owner: person.subject,
        state: 'draft',
        visitId: draft.visitId,
        changedAt: Date.now(),
        sealed,
        refusal: known?.refusal ?? null,
        receivedAt: null,
      });
    }),
  );
}

/** Moves a record on when that is allowed; tells whether it was. */
export async function move(
  id: string,
  to: State,
  change: Partial<Pick<RecordRow, 'refusal' | 'receivedAt'>> = {},
): Promise<boolean> {
  return withSpare(() =>
    db.transaction('rw', db.records, async () => {
      const row = await db.records.get(id);
      if (!row || !mayBecome(row.state, to)) return false;
      await db.records.update(id, { ...change, state: to });
      return true;
    }),
  );
}

/** Throws away a draft that was never sent, with its photos. */
export async function discard(id: string): Promise<void> {
  await db.transaction('rw', db.records, db.files, db.bytes, async () => {
    const row = await db.records.get(id);
    if (row?.state !== 'draft') return;
    await db.bytes.bulkDelete(await db.files.where({ record: id }).primaryKeys());
    await db.files.where({ record: id }).delete();
    await db.records.delete(id);
  });
}

/**
 * The same work under an id of its own: for a record the server knows with other content. Its photos come along.
 */
export async function asNew(person: Person, id: string): Promise<string | undefined> {
  const known = await openRecord(person, id);
  if (known?.row.state !== 'rejected') return undefined;
  const fresh = crypto.randomUUID();
  const renamed = new Map(known.draft.findings.map((found) => [found.id, crypto.randomUUID() as string]));
  const draft: Draft = {
    ...known.draft,
    id: fresh,
    findings: known.draft.findings.map((found) => ({ ...found, id: renamed.get(found.id) ?? found.id })),
  };
  const sealed = await seal(person.key, draft);
  await db.transaction('rw', db.records, db.files, async () => {
    await db.records.delete(id);
    await db.records.put({ ...known.row, id: fresh, state: 'draft', sealed, changedAt: Date.now() });
    await db.files.where({ record: id }).modify((file) => {
      file.record = fresh;
      file.item = renamed.get(file.item ?? '') ?? file.item;
    });
  });
  return fresh;
}

/** How much of other people's work waits here, by name. */
export async function othersUnsent(subject: string | undefined): Promise<{ name: string; count: number }[]> {
  const people = await db.people.toArray();
  const counted = await Promise.all(
    people
      .filter((one) => one.subject !== subject)
      .map(async (one) => ({
        name: one.name,
        count: await db.records
          .where('[owner+state]')
          .anyOf(UNSENT.map((state) => [one.subject, state]))
          .count(),
      })),
  );
  return counted.filter((one) => one.count > 0);
}
