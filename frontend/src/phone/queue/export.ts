import { strToU8, zipSync, type Zippable } from 'fflate';
import {
  FORMAT,
  INDEX,
  pathOf,
  VERSION,
  type ExportedFile,
  type ExportedRecord,
} from '@/lib/visits/exported';
import { envelope } from '../model';
import { db, FILES_LEFT } from '../store/db';
import { contentOf } from '../store/files';
import type { Person } from '../store/people';
import { openRecord } from '../store/records';
import { UNSENT } from './states';

/**
 * Everything of one person the server has not acknowledged, as a file that the office can hand in: an index with the
 * records as they would be sent, and beside it the files by their ids.
 */
export async function exported(person: Person): Promise<Blob> {
  const now = new Date().toISOString();
  const unsent = await db.records
    .where('[owner+state]')
    .anyOf(UNSENT.map((state) => [person.subject, state]))
    .primaryKeys();
  const pending = await db.files
    .where('[owner+state]')
    .anyOf(FILES_LEFT.map((state) => [person.subject, state]))
    .toArray();
  const ids = new Set([...unsent, ...pending.map((file) => file.record)]);
  const records: ExportedRecord[] = [];
  for (const id of ids) {
    const opened = await openRecord(person, id);
    if (opened)
      records.push({
        ...envelope(opened.draft, now, person.subject),
        schoolName: opened.draft.schoolName,
        draft: opened.row.state === 'draft',
      });
  }
  const zip: Zippable = {};
  const files: ExportedFile[] = [];
  for (const file of pending) {
    const content = await contentOf(person, file.id);
    if (!content) continue;
    zip[pathOf(file.id)] = [new Uint8Array(await content.arrayBuffer()), { level: 0 }];
    const { id, record, item, name, type, takenAt } = file;
    files.push({ id, record, item, name, type, takenAt });
  }
  const index = {
    format: FORMAT,
    version: VERSION,
    madeBy: person.subject,
    name: person.name,
    exportedAt: now,
    records,
    files,
  };
  zip[INDEX] = strToU8(JSON.stringify(index));
  return new Blob([zipSync(zip)], { type: 'application/zip' });
}
