import { db } from './db';

const LOW = 100 * 1024 * 1024;
const SPARE = 4 * 1024 * 1024;

export interface Space {
  used: number;
  free: number;
  /** whether the browser promised to keep what is here */
  kept: boolean;
  low: boolean;
}

/**
 * Holds some room back, so that words can still be kept when the phone is full: browsers tell too late, or a wrong figure.
 * A blob is a file of its own, so that its room is free the moment it goes.
 *
 * @returns whether there is that much room
 */
export async function holdSpare(): Promise<boolean> {
  try {
    if ((await db.spare.count()) === 0)
      await db.spare.put({ id: 1, room: new Blob([new Uint8Array(SPARE)]) });
    return true;
  } catch (error) {
    if (isFull(error)) return false;
    throw error;
  }
}

/** Does it; when there is no room left, gives the spare room away and does it again. */
export async function withSpare<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isFull(error) || (await db.spare.count()) === 0) throw error;
    await db.spare.clear();
    return work();
  }
}

/** What this phone has room for; nothing when the browser does not tell. */
export async function space(): Promise<Space | undefined> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage === undefined || quota === undefined) return undefined;
  const free = Math.max(0, quota - usage);
  return {
    used: usage,
    free,
    kept: (await navigator.storage.persisted?.()) ?? false,
    low: free < LOW || !(await holdSpare()),
  };
}

/** Asks the browser not to clear this away when the phone is full. */
export const askToKeep = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false;

/** Whether something could not be kept because the phone is full. */
export function isFull(error: unknown): boolean {
  const name = (one: unknown) => (one instanceof Error || one instanceof DOMException ? one.name : '');
  const inner = (error as { inner?: unknown } | null)?.inner;
  return [name(error), name(inner)].includes('QuotaExceededError');
}
