import type { Schema } from '@/lib/api/types';
import { ID_TAKEN } from '@/lib/upload/codes';
import { envelope } from '../model';
import { db, type FileRow, type FileState, type RecordRow } from '../store/db';
import { contentOf, fileKeys } from '../store/files';
import type { Person } from '../store/people';
import { move, openRecord } from '../store/records';
import { call, type Reply } from './remote';
import { outcome, WAITING, type Outcome } from './states';

const RECORDS = '/api/v1/zone/visit-records';
const LANES = 3;
/** Somebody else has logged in meanwhile in this browser. */
const SOMEBODY_ELSE = 'zone.record.madeBy';

type Receipt = Schema<'VisitReceipt'>;

/** Stops a run: nothing more can be sent before somebody logs in, or the line is back. */
class Halt extends Error {
  constructor(readonly why: 'login' | 'later') {
    super(why);
  }
}

/** What a run left behind: nothing to do, or what it is waiting for. */
export type Rest = 'nothing' | 'login' | 'later';

const byAge = (a: RecordRow, b: RecordRow) => a.changedAt - b.changedAt;

async function sendText(person: Person, row: RecordRow): Promise<Outcome> {
  const opened = await openRecord(person, row.id);
  if (!opened) return 'later';
  if (row.state === 'ready' && !(await move(row.id, 'sent'))) return 'later';
  const reply: Reply<Receipt> = await call<Receipt>(RECORDS, (receipt) => receipt.id === row.id, {
    method: 'POST',
    body: envelope(opened.draft, new Date().toISOString(), person.subject),
  });
  if (reply.refusal?.code === SOMEBODY_ELSE) return 'login';
  if (reply.outcome === 'received') {
    await move(row.id, 'received', { receivedAt: reply.value?.receivedAt ?? null, refusal: null });
  } else if (reply.outcome === 'refused') {
    await move(row.id, 'rejected', { refusal: reply.refusal });
  }
  return reply.outcome;
}

async function sendFile(person: Person, file: FileRow): Promise<Outcome> {
  const bytes = await contentOf(person, file.id);
  if (!bytes) {
    await db.files.update(file.id, { state: 'refused' });
    return 'refused';
  }
  const { sendBytes } = await import('@/lib/upload/bytes');
  const not = await sendBytes(file, bytes, (uploadUrl) => void db.files.update(file.id, { uploadUrl }));
  // the office has handed it in meanwhile, or it is not ours: attaching it will tell
  if (!not || not.problem.code === ID_TAKEN) {
    await db.files.update(file.id, { state: 'there', uploadUrl: null });
    return 'received';
  }
  // somebody else's turn at the same file, e.g. a request of before that is still under way
  const meaning = not.status === 409 ? 'later' : outcome(not.status, Boolean(not.problem.code), false);
  if (meaning === 'refused') {
    await db.files.update(file.id, { state: 'refused', refusal: not.problem.message });
  }
  return meaning;
}

/** Says which files of one item have arrived; their bytes are then no longer needed here. */
async function attach(record: string, item: string | null, files: FileRow[]): Promise<Outcome> {
  const reply = await call<unknown>(`${RECORDS}/${record}/files`, () => true, {
    method: 'POST',
    body: { item, files: files.map((file) => file.id) },
  });
  const ids = files.map((file) => file.id);
  if (reply.outcome === 'received') {
    await db.transaction('rw', db.files, db.bytes, async () => {
      await db.files.where('id').anyOf(ids).modify({ state: 'attached' });
      await db.bytes.bulkDelete(ids);
    });
  } else if (reply.outcome === 'refused') {
    await db.files
      .where('id')
      .anyOf(ids)
      .modify({ state: 'refused', refusal: reply.refusal?.message ?? '' });
  }
  return reply.outcome;
}

/** Takes from the list in several lanes; one that cannot be sent does not hold up the others. */
async function lanes<T>(list: T[], work: (one: T) => Promise<Outcome>): Promise<boolean> {
  const left = [...list];
  let all = true;
  let broken = 0;
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const result = await work(one);
      if (result === 'login') throw new Halt('login');
      if (result === 'later') {
        all = false;
        broken += 1;
        // nothing at all comes through: the line is down
        if (broken > LANES || !navigator.onLine) throw new Halt('later');
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return all;
}

/** Of two outcomes the one that says more about what to do next. */
const worse = (a: Outcome, b: Outcome): Outcome =>
  (['login', 'later', 'refused', 'received'] as const).find((one) => one === a || one === b) ?? a;

/** Sends the files of a record the server has, and says of each item which have arrived. */
async function sendFiles(person: Person, record: string): Promise<Outcome> {
  const of = (state: FileState) =>
    db.files.where('[owner+state+record]').equals([person.subject, state, record]).toArray();
  let so: Outcome = 'received';
  for (const file of await of('waiting')) {
    so = worse(so, await sendFile(person, file));
    if (so === 'login' || !navigator.onLine) return so;
  }
  const there = await of('there');
  for (const item of new Set(there.map((file) => file.item))) {
    so = worse(
      so,
      await attach(
        record,
        item,
        there.filter((file) => file.item === item),
      ),
    );
  }
  return so;
}

/** Everything of one person once: words first, then the files of what was received. */
export async function run(person: Person): Promise<Rest> {
  const of = (state: string) => [person.subject, state];
  try {
    const rows = await db.records.where('[owner+state]').anyOf(WAITING.map(of)).toArray();
    const words = await lanes(rows.sort(byAge), (row) => sendText(person, row));
    const received = new Set(await db.records.where('[owner+state]').equals(of('received')).primaryKeys());
    const open = await fileKeys(person.subject, ['waiting', 'there']);
    const waiting = [...new Set(open.map((key) => key.record))].filter((record) => received.has(record));
    const files = await lanes(waiting, (record) => sendFiles(person, record));
    return words && files ? 'nothing' : 'later';
  } catch (halt) {
    if (halt instanceof Halt) return halt.why;
    throw halt;
  }
}
