import Dexie from 'dexie';
import { db, type FileRow, type FileState } from './db';
import type { Person } from './people';
import { openBytes, sealBytes } from './seal';

/** Keeps a photo or voice note until the server has it. Its id is the file's id at the server. */
export async function keepFile(
  person: Person,
  record: string,
  item: string | null,
  kind: FileRow['kind'],
  file: File,
): Promise<string> {
  const id = crypto.randomUUID();
  const sealed = await sealBytes(person.key, await file.arrayBuffer());
  await db.transaction('rw', db.files, db.bytes, async () => {
    await db.bytes.put({ id, sealed });
    await db.files.put({
      id,
      owner: person.subject,
      record,
      item,
      kind,
      name: file.name,
      type: file.type,
      size: file.size,
      takenAt: new Date().toISOString(),
      state: 'waiting',
      uploadUrl: null,
      refusal: null,
    });
  });
  return id;
}

/** Which files of a person are in these states: the record each belongs to, and its state. */
export async function fileKeys(
  subject: string,
  states: readonly FileState[],
): Promise<{ record: string; state: FileState }[]> {
  const keys = await Promise.all(
    states.map(
      (state) =>
        db.files
          .where('[owner+state+record]')
          .between([subject, state, Dexie.minKey], [subject, state, Dexie.maxKey])
          .keys() as unknown as Promise<[string, FileState, string][]>,
    ),
  );
  return keys.flat().map(([, state, record]) => ({ record, state }));
}

export const filesOf = (record: string): Promise<FileRow[]> => db.files.where({ record }).sortBy('takenAt');

export async function contentOf(person: Person, id: string): Promise<Blob | undefined> {
  const [file, bytes] = await Promise.all([db.files.get(id), db.bytes.get(id)]);
  if (!file || !bytes || file.owner !== person.subject) return undefined;
  return new Blob([await openBytes(person.key, bytes.sealed)], { type: file.type });
}

/** Only while the record is a draft: what the server may know of is not taken back. */
export async function dropFile(id: string): Promise<boolean> {
  return db.transaction('rw', db.records, db.files, db.bytes, async () => {
    const file = await db.files.get(id);
    const record = file && (await db.records.get(file.record));
    if (record?.state !== 'draft') return false;
    await db.files.delete(id);
    await db.bytes.delete(id);
    return true;
  });
}

/** Takes away a file the server does not want; the record stays as it was received. */
export async function dropRefused(id: string): Promise<void> {
  await db.transaction('rw', db.files, db.bytes, async () => {
    if ((await db.files.get(id))?.state !== 'refused') return;
    await db.files.delete(id);
    await db.bytes.delete(id);
  });
}

/** The files of a record the server does not want. */
export const refusedOf = (record: string): Promise<FileRow[]> =>
  db.files
    .where({ record })
    .and((file) => file.state === 'refused')
    .toArray();
