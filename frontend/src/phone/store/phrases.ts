import { db } from './db';
import type { Person } from './people';
import { open, seal } from './seal';

const MOST = 30;
const SHORTEST = 4;

/** What this person wrote before, most recent first. */
export async function phrasesOf(person: Person): Promise<string[]> {
  const row = await db.phrases.get(person.subject);
  return row ? open<string[]>(person.key, row.sealed) : [];
}

export async function remember(person: Person, written: (string | null)[]): Promise<void> {
  const texts = written.map((text) => text?.trim() ?? '').filter((text) => text.length >= SHORTEST);
  if (texts.length === 0) return;
  const all = [...new Set([...texts, ...(await phrasesOf(person))])].slice(0, MOST);
  await db.phrases.put({ owner: person.subject, sealed: await seal(person.key, all) });
}
