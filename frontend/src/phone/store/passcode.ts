import { db, type Locked } from './db';
import { hasTurn } from './people';
import { openBytes, sealBytes } from './seal';

/** OWASP's figure for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;
const SALT_BYTES = 16;
export const SHORTEST = 6;
export const TRIES = 5;

async function stretched(
  passcode: string,
  { salt, rounds }: Pick<Locked, 'salt' | 'rounds'>,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passcode.normalize('NFKC'));
  const from = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Lets a person go on here without a network, with a passcode of their own. */
export async function setPasscode(
  subject: string,
  base64Key: string,
  passcode: string,
  rounds = ROUNDS,
): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const sealed = await sealBytes(
    await stretched(passcode, { salt, rounds }),
    new TextEncoder().encode(base64Key).buffer,
  );
  await db.people.update(subject, { locked: { salt, rounds, sealed, tries: 0 } });
}

export const dropPasscode = async (subject: string): Promise<void> => {
  await db.people.update(subject, { locked: undefined });
};

/** Those who can go on here without a network. */
export const withPasscode = async (): Promise<{ subject: string; name: string }[]> =>
  (await db.people.toArray())
    .filter((one) => one.locked && !one.key)
    .map(({ subject, name }) => ({ subject, name }));

/** What a passcode did: it is their turn; it was wrong, with so many tries left; there is none any more. */
export type Entered = { as: 'open' } | { as: 'wrong'; left: number } | { as: 'gone' };

/**
 * Makes it a person's turn by their passcode. A try is counted before it is judged; after too many the passcode is gone, and
 * only a login opens the work again.
 */
export async function enter(subject: string, passcode: string): Promise<Entered> {
  const row = await db.transaction('rw', db.people, async () => {
    const known = await db.people.get(subject);
    if (!known?.locked) return undefined;
    const locked = { ...known.locked, tries: known.locked.tries + 1 };
    await db.people.update(subject, { locked });
    return { ...known, locked };
  });
  if (!row) return { as: 'gone' };
  const { locked, name } = row;
  try {
    const key = await openBytes(await stretched(passcode, locked), locked.sealed);
    await hasTurn(subject, name, new TextDecoder().decode(key));
    await db.people.update(subject, { locked: { ...locked, tries: 0 } });
    return { as: 'open' };
  } catch (error) {
    if ((error as { name?: unknown }).name !== 'OperationError') throw error;
  }
  if (locked.tries < TRIES) return { as: 'wrong', left: TRIES - locked.tries };
  await dropPasscode(subject);
  return { as: 'gone' };
}
