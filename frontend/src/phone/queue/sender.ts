import type { Schema } from '@/lib/api/types';
import { ID_TAKEN } from '@/lib/upload/codes';
import { envelope, type Envelope } from '../model';
import { db, type FileRow, type FileState, type RecordRow } from '../store/db';
import { contentOf, fileKeys } from '../store/files';
import type { Person } from '../store/people';
import { move, openRecord } from '../store/records';
import { ask } from './ask';
import { call, understood, type Reply } from './remote';
import { outcome, WAITING, type Outcome } from './states';

const RECORDS = '/api/v1/zone/visit-records';
const LANES = 3;
/** Somebody else has logged in meanwhile in this browser. */
const SOMEBODY_ELSE = 'zone.record.madeBy';

/** As many records go in one request, and no more than fill this many bytes. */
const TOGETHER = 20;
const FULL = 150_000;
const BROKEN = 500;

type Receipt = Schema<'VisitReceipt'>;
type RecordAnswer = Schema<'VisitRecordAnswer'>;

/** Stops a run: nothing more can be sent before somebody logs in, or the line is back. */
class Halt extends Error {
  constructor(readonly why: 'login' | 'later') {
    super(why);
  }
}

/** What a run left behind: nothing to do, or what it is waiting for. */
export type Rest = 'nothing' | 'login' | 'later';

const byAge = (a: RecordRow, b: RecordRow) => a.changedAt - b.changedAt;

/** Of two outcomes the one that says more about what to do next. */
const worse = (a: Outcome, b: Outcome): Outcome =>
  (['login', 'later', 'refused', 'received'] as const).find((one) => one === a || one === b) ?? a;

/** What is to be sent of a record, which from now on may have reached the server; nothing when it cannot be sent now. */
async function leaving(person: Person, row: RecordRow): Promise<Envelope | undefined> {
  const opened = await openRecord(person, row.id);
  if (!opened) return undefined;
  if (row.state === 'ready' && !(await move(row.id, 'sent'))) return undefined;
  return envelope(opened.draft, new Date().toISOString(), person.subject);
}

/** Keeps what the server said of one record. */
async function settle(id: string, reply: Reply<Receipt>): Promise<Outcome> {
  if (reply.refusal?.code === SOMEBODY_ELSE) return 'login';
  if (reply.outcome === 'received') {
    await move(id, 'received', { receivedAt: reply.value?.receivedAt ?? null, refusal: null });
  } else if (reply.outcome === 'refused') {
    await move(id, 'rejected', { refusal: reply.refusal });
  }
  return reply.outcome;
}

const sendAlone = async (body: Envelope): Promise<Outcome> =>
  settle(
    body.id,
    await call<Receipt>(RECORDS, (receipt) => receipt.id === body.id, { method: 'POST', body }),
  );

/**
 * Sends several records in one request; each is answered for itself. When nobody could be answered, because the server broke on
 * one of them or cannot read it, each goes alone.
 */
async function sendTogether(bodies: Envelope[]): Promise<Outcome> {
  const answer = await ask(`${RECORDS}/batch`, { method: 'POST', body: { records: bodies } });
  const whole = understood<RecordAnswer[]>(
    answer,
    (said) => Array.isArray(said) && bodies.every((body, i) => said[i]?.id === body.id),
  );
  let so: Outcome = 'received';
  if (whole.outcome === 'refused' || answer?.status === BROKEN) {
    for (const body of bodies) {
      so = worse(so, await sendAlone(body));
      if (so === 'login' || !navigator.onLine) return so;
    }
    return so;
  }
  if (whole.outcome !== 'received') return whole.outcome;
  for (const { id, status, receipt, problem } of whole.value ?? []) {
    const one = understood<Receipt>({ status, said: receipt ?? problem }, (said) => said.id === id);
    so = worse(so, await settle(id, one));
  }
  return so;
}

/** Sends the words of records, in one request where there are several. */
async function sendTexts(person: Person, rows: RecordRow[]): Promise<Outcome> {
  const bodies: Envelope[] = [];
  for (const row of rows) {
    const body = await leaving(person, row);
    if (body) bodies.push(body);
  }
  const [only] = bodies;
  if (!only) return 'later';
  const so = await (bodies.length === 1 ? sendAlone(only) : sendTogether(bodies));
  return bodies.length < rows.length ? worse(so, 'later') : so;
}

/** Records as they go together, in their order; one that is long goes alone. */
function packed(rows: RecordRow[]): RecordRow[][] {
  const packs: RecordRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const pack = packs.at(-1);
    bytes += row.sealed.data.byteLength;
    if (pack && pack.length < TOGETHER && bytes <= FULL) pack.push(row);
    else {
      packs.push([row]);
      bytes = row.sealed.data.byteLength;
    }
  }
  return packs;
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
    const words = await lanes(packed(rows.sort(byAge)), (pack) => sendTexts(person, pack));
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
