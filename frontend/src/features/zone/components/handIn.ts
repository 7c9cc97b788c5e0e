import { strFromU8, unzip, type UnzipFileFilter } from 'fflate';
import { api, body } from '@/lib/api/client';
import type { ApiProblem } from '@/lib/api/problem';
import type { Asked, Schema } from '@/lib/api/types';
import { sendBytes } from '@/lib/upload/bytes';
import {
  FORMAT,
  INDEX,
  pathOf,
  VERSION,
  type ExportedFile,
  type ExportedIndex,
  type ExportedRecord,
} from '@/lib/visits/exported';
import type { VisitDetail } from '../api/visits';

/** Why a file is not taken as what a phone exported. */
export type Fault = 'notZip' | 'notOurs' | 'newer' | 'damaged';

export class NotExported extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
  }
}

/** An exported file, opened for reading. */
export interface Opened {
  index: ExportedIndex;
  /** The bytes of a photo or voice note; nothing when the file lacks them. */
  content: (file: ExportedFile) => Promise<Blob | undefined>;
}

type Receipt = Schema<'VisitReceipt'>;

const entries = (bytes: Uint8Array, filter: UnzipFileFilter): Promise<Record<string, Uint8Array>> =>
  new Promise((resolve, reject) => {
    unzip(bytes, { filter }, (error, found) => (error ? reject(error) : resolve(found)));
  });

const only = async (bytes: Uint8Array, name: string): Promise<Uint8Array | undefined> =>
  (await entries(bytes, (entry) => entry.name === name))[name];

function parsed(text: string): Partial<ExportedIndex> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<ExportedIndex>) : undefined;
  } catch {
    return undefined;
  }
}

/** @throws NotExported for anything a phone did not export */
export async function open(file: File): Promise<Opened> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let found: Uint8Array | undefined;
  try {
    found = await only(bytes, INDEX);
  } catch {
    throw new NotExported(bytes[0] === 0x50 && bytes[1] === 0x4b ? 'damaged' : 'notZip');
  }
  const index = found && parsed(strFromU8(found));
  if (index?.format !== FORMAT) throw new NotExported('notOurs');
  if (index.version !== VERSION) throw new NotExported('newer');
  if (!index.madeBy || !Array.isArray(index.records) || !Array.isArray(index.files)) {
    throw new NotExported('damaged');
  }
  return {
    index: index as ExportedIndex,
    content: async (one) => {
      const content = await only(bytes, pathOf(one.id)).catch(() => undefined);
      return content && new Blob([new Uint8Array(content)], { type: one.type });
    },
  };
}

export const filesOf = (index: ExportedIndex, record: string) =>
  index.files.filter((file) => file.record === record);

/** The first receipt of a record the server already has; nothing where it has none, or cannot be asked. */
export async function receivedBefore(record: ExportedRecord): Promise<Receipt | undefined> {
  const { data } = await api
    .GET('/api/v1/zone/visits/{id}', { params: { path: { id: record.visitId } } })
    .catch(() => ({ data: undefined }));
  return (data as VisitDetail | undefined)?.receipts.find((one) => one.id === record.id);
}

/** What came of handing a record in. */
export interface Outcome {
  receipt: Receipt;
  /** Files that did not arrive, each with why; no reason when the exported file lacks their bytes. */
  missing: { file: ExportedFile; problem: ApiProblem | undefined }[];
}

/**
 * Hands in a record for its maker, words first. Doing it again gives the first receipt again and sends only the files that are
 * not there yet.
 *
 * @throws ApiProblem when the server does not take the record, or cannot be reached
 */
export async function handIn(opened: Opened, record: ExportedRecord): Promise<Outcome> {
  const envelope: Partial<ExportedRecord> = {
    ...record,
    sentAt: opened.index.exportedAt,
    madeBy: opened.index.madeBy,
  };
  delete envelope.schoolName;
  delete envelope.draft;
  const receipt = await body(
    api.POST('/api/v1/zone/visit-records', { body: envelope as Asked<'sendVisitRecord'> }),
  );
  const missing: Outcome['missing'] = [];
  const arrived = new Map<string | null, string[]>();
  for (const file of filesOf(opened.index, record.id)) {
    const content = await opened.content(file);
    const not = content && (await sendBytes({ ...file, uploadUrl: null }, content, () => undefined));
    if (!content || not) missing.push({ file, problem: not?.problem });
    else arrived.set(file.item, [...(arrived.get(file.item) ?? []), file.id]);
  }
  for (const [item, files] of arrived) {
    await body(
      api.POST('/api/v1/zone/visit-records/{id}/files', {
        params: { path: { id: record.id } },
        body: { item: item ?? undefined, files },
      }),
    );
  }
  return { receipt: receipt as Receipt, missing };
}
