import { db, type PersonRow } from './db';
import { keyOf } from './seal';

const CURRENT = 'current';
const SIGN_OUT = 'signOutPending';

/** Whose turn it is, with their key. */
export interface Person {
  subject: string;
  name: string;
  key: CryptoKey;
}

const unlocked = (row: PersonRow | undefined): Person | undefined =>
  row?.key ? { subject: row.subject, name: row.name, key: row.key } : undefined;

/** Whose turn it is on this phone; nobody's before the first login and after a logout. */
export async function currentPerson(): Promise<Person | undefined> {
  const subject = (await db.notes.get(CURRENT))?.value;
  return subject === undefined ? undefined : unlocked(await db.people.get(subject));
}

/** It is this person's turn now: their key comes, everybody else's goes. */
export async function hasTurn(subject: string, name: string, base64Key: string): Promise<void> {
  const key = await keyOf(base64Key);
  await db.transaction('rw', db.people, db.notes, async () => {
    await db.people.toCollection().modify({ key: null });
    await db.people.put({ ...(await db.people.get(subject)), subject, name, key });
    await db.notes.put({ name: CURRENT, value: subject });
  });
}

/** Nobody's turn: what is unsent stays, and opens only when its owner logs in again. */
export async function lock(signOutLater: boolean): Promise<void> {
  await db.transaction('rw', db.people, db.notes, db.packs, async () => {
    await db.people.toCollection().modify({ key: null });
    await db.notes.delete(CURRENT);
    if (signOutLater) await db.notes.put({ name: SIGN_OUT, value: 'yes' });
  });
}

/** Whether somebody logged out here while there was no network to tell the server. */
export const signOutPending = async (): Promise<boolean> => (await db.notes.get(SIGN_OUT)) !== undefined;
export const signedOut = (): Promise<void> => db.notes.delete(SIGN_OUT);
