import type { Answer } from '@/lib/api/types';
import type { IndexSystem } from '@/lib/indexsystem/model';
import { call } from '../queue/remote';
import { db } from './db';
import type { Person } from './people';
import { open, seal } from './seal';

export type PlannedVisit = Answer<'listVisits'>['items'][number];
export type SchoolCard = Answer<'listSchools'>['items'][number];
export type OpenFinding = Answer<'listFindings'>['items'][number];
type Summary = Answer<'listIndexSystems'>[number];

/** What an inspector needs at the schools of the next days. */
export interface Pack {
  takenAt: string;
  today: string;
  visits: PlannedVisit[];
  made: PlannedVisit[];
  schools: SchoolCard[];
  findings: OpenFinding[];
  /** Checklists in force, by what they are for. */
  systems: { id: string; code: string; nameZh: string; nameEn: string }[];
}

const PAGE = 200;
const AHEAD_DAYS = 14;
const BACK_DAYS = 90;
/** The checklist of a visit nobody chose another for. */
export const EIGHT_MATTERS = 'VISIT_EIGHT_MATTERS';

/** What kept the pack from being taken. */
export class NotTaken extends Error {
  constructor(readonly why: 'login' | 'later' | 'refused') {
    super(why);
  }
}

async function get<T>(path: string, shape: keyof T): Promise<T> {
  const reply = await call<T>(path, (value) => shape in value);
  if (reply.outcome !== 'received' || reply.value === undefined) {
    throw new NotTaken(reply.outcome === 'login' || reply.outcome === 'refused' ? reply.outcome : 'later');
  }
  return reply.value;
}

interface Paged<T> {
  items: T[];
  total: number;
}

async function every<T>(path: string): Promise<T[]> {
  const found: T[] = [];
  for (let page = 1; ; page++) {
    const one = await get<Paged<T>>(`${path}&size=${PAGE}&page=${page}`, 'items');
    found.push(...one.items);
    if (one.items.length < PAGE || found.length >= one.total) return found;
  }
}

const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

/**
 * Fetches everything for the next days; what is here stays as it is when anything of it fails.
 *
 * @param office whether the person looks after every school of the region: then everybody's visits come along
 */
export async function take(person: Person, today: string, office: boolean): Promise<Pack> {
  const visits = `/api/v1/zone/visits?mine=${!office}&sort=day`;
  const [planned, made, schools, late, openOnes, systems] = await Promise.all([
    every<PlannedVisit>(
      `${visits}&state=PLANNED&from=${shifted(today, -AHEAD_DAYS)}&until=${shifted(today, AHEAD_DAYS)}`,
    ),
    every<PlannedVisit>(`${visits}&state=MADE&from=${shifted(today, -BACK_DAYS)}`),
    every<SchoolCard>('/api/v1/schools?sort=name'),
    every<OpenFinding>('/api/v1/rectification/findings?standing=OVERDUE'),
    every<OpenFinding>('/api/v1/rectification/findings?standing=OPEN'),
    get<Summary[]>('/api/v1/index-systems?state=PUBLISHED', 'length'),
  ]);
  const chosen = new Set(planned.map((visit) => visit.systemId).filter(Boolean));
  const newest = new Map<string, Summary>();
  for (const one of systems.filter(({ subject }) => subject === 'VISIT' || subject === 'SCHOOL')) {
    const known = newest.get(one.code);
    if (!known || one.version > known.version) newest.set(one.code, one);
  }
  const wanted = systems.filter((one) => newest.get(one.code) === one || chosen.has(one.id));
  const here = new Set(await db.systems.toCollection().primaryKeys());
  const missing = wanted.filter((one) => !here.has(one.id));
  const documents = await Promise.all(
    missing.map((one) => get<IndexSystem>(`/api/v1/index-systems/${one.id}`, 'document')),
  );
  const pack: Pack = {
    takenAt: new Date().toISOString(),
    today,
    visits: planned,
    made,
    schools,
    findings: [...late, ...openOnes],
    systems: wanted.map(({ id, code, nameZh, nameEn }) => ({ id, code, nameZh, nameEn })),
  };
  const sealed = await seal(person.key, pack);
  await db.transaction('rw', db.packs, db.systems, async () => {
    await db.systems.bulkPut(documents.map(({ id, document, state }) => ({ id, document, state })));
    await db.packs.put({ owner: person.subject, takenAt: pack.takenAt, sealed });
  });
  return pack;
}

export async function packOf(person: Person): Promise<Pack | undefined> {
  const row = await db.packs.get(person.subject);
  return row && open<Pack>(person.key, row.sealed);
}
