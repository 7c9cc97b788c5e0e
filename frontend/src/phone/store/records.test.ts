import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../model';
import { db } from './db';
import { contentOf, dropFile, keepFile } from './files';
import { hasTurn, currentPerson, lock, type Person } from './people';
import { asNew, discard, keep, move, openRecord, othersUnsent, rowsOf } from './records';

const KEYS = { own: btoa('k'.repeat(32)), other: btoa('o'.repeat(32)) };

const aDraft = (change: Partial<Draft> = {}): Draft => ({
  id: crypto.randomUUID(),
  visitId: crypto.randomUUID(),
  planned: false,
  schoolId: crypto.randomUUID(),
  schoolName: 'School 1',
  kind: 'ROUTINE',
  systemId: crypto.randomUUID(),
  startedAt: '2026-11-22T01:00:00Z',
  finishedAt: null,
  position: null,
  positionNote: 'indoors',
  answers: {},
  findings: [],
  received: null,
  feedback: 'nobody else reads this',
  ...change,
});

async function turnOf(subject: string, name: string, key: string): Promise<Person> {
  await hasTurn(subject, name, key);
  return (await currentPerson()) as Person;
}

let own: Person;
beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  own = await turnOf('own', 'A', KEYS.own);
});

describe('a record', () => {
  it('comes back as it was written', async () => {
    const draft = aDraft();
    await keep(own, draft);
    expect((await openRecord(own, draft.id))?.draft).toEqual(draft);
  });

  it('is not changed once the server may have it', async () => {
    const draft = aDraft();
    await keep(own, draft);
    await move(draft.id, 'ready');
    await move(draft.id, 'sent');
    await keep(own, { ...draft, feedback: 'later' });
    expect((await openRecord(own, draft.id))?.draft.feedback).toBe(draft.feedback);
    expect(await move(draft.id, 'draft')).toBe(false);
  });

  it('is thrown away only while it is a draft', async () => {
    const draft = aDraft();
    await keep(own, draft);
    const photo = await keepFile(
      own,
      draft.id,
      '1.1',
      'photo',
      new File(['x'], 'x.jpg', { type: 'image/jpeg' }),
    );
    await move(draft.id, 'ready');
    await discard(draft.id);
    expect(await dropFile(photo)).toBe(false);
    expect(await rowsOf('own')).toHaveLength(1);
    await move(draft.id, 'draft');
    await discard(draft.id);
    expect(await rowsOf('own')).toHaveLength(0);
    expect(await db.bytes.count()).toBe(0);
  });

  it('goes as another one, with its findings and photos, when its id is another’s', async () => {
    const finding = {
      id: crypto.randomUUID(),
      item: null,
      rule: 'r',
      description: 'd',
      severity: 'GENERAL' as const,
    };
    const draft = aDraft({ findings: [finding] });
    await keep(own, draft);
    const photo = await keepFile(own, draft.id, finding.id, 'photo', new File(['x'], 'x.jpg'));
    await move(draft.id, 'ready');
    await move(draft.id, 'sent');
    await move(draft.id, 'rejected', { refusal: { code: 'zone.record.taken', message: 'taken' } });
    const fresh = (await asNew(own, draft.id)) ?? '';
    const renewed = await openRecord(own, fresh);
    expect(renewed?.row.state).toBe('draft');
    expect(renewed?.draft.findings[0]?.id).not.toBe(finding.id);
    const file = await db.files.get(photo);
    expect([file?.record, file?.item]).toEqual([fresh, renewed?.draft.findings[0]?.id]);
    expect(await openRecord(own, draft.id)).toBeUndefined();
  });
});

describe('a phone shared by two', () => {
  it('shows each their own, names what waits of the other, and keeps no key of theirs', async () => {
    const draft = aDraft();
    await keep(own, draft);
    const photo = await keepFile(own, draft.id, null, 'photo', new File(['secret'], 'x.jpg'));
    const other = await turnOf('other', 'B', KEYS.other);
    expect(await rowsOf('other')).toHaveLength(0);
    expect(await openRecord(other, draft.id)).toBeUndefined();
    expect(await contentOf(other, photo)).toBeUndefined();
    expect(await othersUnsent('other')).toEqual([{ name: 'A', count: 1 }]);
    expect((await db.people.get('own'))?.key).toBeNull();
    const stored = await db.records.get(draft.id);
    expect(new TextDecoder().decode(stored?.sealed.data)).not.toContain('nobody else');
    const again = await turnOf('own', 'A', KEYS.own);
    expect((await openRecord(again, draft.id))?.draft).toEqual(draft);
    expect(await (await contentOf(again, photo))?.text()).toBe('secret');
  });

  it('is nobody’s after a logout', async () => {
    await lock(false);
    expect(await currentPerson()).toBeUndefined();
    expect((await db.people.get('own'))?.key).toBeNull();
  });
});
