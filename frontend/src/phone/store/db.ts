import Dexie, { type EntityTable, type Table } from 'dexie';
import type { IndexSystem } from '@/lib/indexsystem/model';
import type { State } from '../queue/states';

/** What only its owner can read: AES-GCM with the owner's key. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** A key that only a passcode opens: AES-GCM under a key stretched from it by PBKDF2. */
export interface Locked {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  sealed: Sealed;
  /** Wrong passcodes so far. */
  tries: number;
}

/** Somebody who has used this phone. The key is here only while it is their turn. */
export interface PersonRow {
  subject: string;
  name: string;
  key: CryptoKey | null;
  /** What lets them go on without a network; nothing without a passcode. */
  locked?: Locked;
}

/**
 * A record of a visit. What stands outside the seal says only that there is one, whose, and how far it has come.
 */
export interface RecordRow {
  id: string;
  owner: string;
  state: State;
  visitId: string;
  changedAt: number;
  sealed: Sealed;
  /** Why the server does not take it, in the reader's words. */
  refusal: { code: string; message: string } | null;
  /** The server's clock at receipt. */
  receivedAt: string | null;
}

export type FileState = 'waiting' | 'there' | 'attached' | 'refused';
/** What of a file the server has not taken as proof yet. */
export const FILES_LEFT: readonly FileState[] = ['waiting', 'there', 'refused'];

/** A photo or voice note of a record; its bytes go when the server says that it has them. */
export interface FileRow {
  id: string;
  owner: string;
  record: string;
  /** Item of the checklist or id of a finding; null for the visit as a whole. */
  item: string | null;
  kind: 'photo' | 'voice';
  name: string;
  type: string;
  size: number;
  takenAt: string;
  state: FileState;
  /** Where the server keeps what has arrived of it. */
  uploadUrl: string | null;
  refusal: string | null;
}

/** The bytes of a file, apart from it so that lists stay light. */
export interface BytesRow {
  id: string;
  sealed: Sealed;
}

/** What was taken along for the next days. */
export interface PackRow {
  owner: string;
  takenAt: string;
  sealed: Sealed;
}

/** A version of a checklist; it never changes, and is nobody's secret. */
export type SystemRow = Pick<IndexSystem, 'id' | 'document' | 'state'>;

export interface NoteRow {
  name: string;
  value: string;
}

class PhoneDatabase extends Dexie {
  declare people: EntityTable<PersonRow, 'subject'>;
  declare records: EntityTable<RecordRow, 'id'>;
  declare files: EntityTable<FileRow, 'id'>;
  declare bytes: EntityTable<BytesRow, 'id'>;
  declare packs: EntityTable<PackRow, 'owner'>;
  declare systems: EntityTable<SystemRow, 'id'>;
  /** What was written before, most recent first, sealed. */
  declare phrases: Table<{ owner: string; sealed: Sealed }, string>;
  /** Room held back for words when there is none left for anything. */
  declare spare: Table<{ id: number; room: Blob }, number>;
  declare notes: EntityTable<NoteRow, 'name'>;

  constructor() {
    super('dudao-phone');
    this.version(1).stores({
      people: 'subject',
      records: 'id, owner, [owner+state]',
      files: 'id, record, [owner+state], [owner+state+record]',
      bytes: 'id',
      packs: 'owner',
      systems: 'id',
      phrases: 'owner',
      notes: 'name',
      spare: 'id',
    });
  }
}

export const db = new PhoneDatabase();
