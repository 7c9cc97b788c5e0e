import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from './db';
import { dropPasscode, enter, setPasscode, TRIES, withPasscode } from './passcode';
import { currentPerson, hasTurn, lock } from './people';
import { open, seal } from './seal';

const KEY = btoa('k'.repeat(32));
const FEW = 10;

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await hasTurn('own', 'A', KEY);
});

describe('a passcode', () => {
  it('makes it its owner’s turn again, with the key that opens their work', async () => {
    const sealed = await seal((await currentPerson())!.key, 'words');
    await setPasscode('own', KEY, '246810', FEW);
    await lock(true);
    await hasTurn('other', 'B', btoa('o'.repeat(32)));
    await lock(true);
    expect(await withPasscode()).toEqual([{ subject: 'own', name: 'A' }]);
    expect(await enter('own', '246810')).toEqual({ as: 'open' });
    const person = await currentPerson();
    expect(person?.subject).toBe('own');
    expect(await open(person!.key, sealed)).toBe('words');
    expect(await withPasscode()).toEqual([]);
  });

  it('is nowhere on the phone, and neither is the key', async () => {
    await setPasscode('own', KEY, '246810', FEW);
    await lock(false);
    const row = await db.people.get('own');
    expect(row?.key).toBeNull();
    const kept = new TextDecoder().decode(row?.locked?.sealed.data);
    expect(kept).not.toContain(KEY);
    expect(kept).not.toContain('246810');
  });

  it('is gone after too many wrong ones, and a right one in between begins anew', async () => {
    await setPasscode('own', KEY, '246810', FEW);
    await lock(false);
    expect(await enter('own', 'wrong!')).toEqual({ as: 'wrong', left: TRIES - 1 });
    expect(await enter('own', '246810')).toEqual({ as: 'open' });
    await lock(false);
    for (let left = TRIES - 1; left > 0; left--) {
      expect(await enter('own', 'wrong!')).toEqual({ as: 'wrong', left });
    }
    expect(await enter('own', 'wrong!')).toEqual({ as: 'gone' });
    expect(await enter('own', '246810')).toEqual({ as: 'gone' });
    expect(await currentPerson()).toBeUndefined();
  });

  it('outlives the next login of its owner, and goes when its owner removes it', async () => {
    await setPasscode('own', KEY, '246810', FEW);
    await hasTurn('own', 'A', KEY);
    expect((await db.people.get('own'))?.locked).toBeDefined();
    await dropPasscode('own');
    await lock(false);
    expect(await withPasscode()).toEqual([]);
  });

  it('reads the same from any keyboard', async () => {
    await setPasscode('own', KEY, '１２３４５６', FEW);
    await lock(false);
    expect(await enter('own', '123456')).toEqual({ as: 'open' });
  });
});
