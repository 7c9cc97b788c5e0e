import type { Answers, ItemAnswer } from '@/components/checklist/answers';
import type { Asked, Schema } from '@/lib/api/types';

export type VisitKind = Schema<'VisitKind'>;
export const KINDS: readonly VisitKind[] = ['ROUTINE', 'SPECIAL', 'COMPREHENSIVE', 'JOINT'];
export type Severity = Schema<'FindingSeverity'>;
/** By what it takes to rectify: on the spot first. */
export const SEVERITIES: readonly Severity[] = ['ON_THE_SPOT', 'GENERAL', 'SERIOUS', 'COMPLEX'];

export interface Found {
  id: string;
  item: string | null;
  rule: string;
  description: string;
  severity: Severity;
}

/** One person's work at a school, as this phone keeps it. */
export interface Draft {
  id: string;
  visitId: string;
  planned: boolean;
  schoolId: string;
  schoolName: string;
  kind: VisitKind;
  systemId: string;
  startedAt: string;
  finishedAt: string | null;
  position: { longitude: number; latitude: number; accuracy: number } | null;
  positionNote: string | null;
  answers: Answers;
  findings: Found[];
  received: { name: string; mark: string | null } | null;
  feedback: string | null;
}

export type Envelope = Asked<'sendVisitRecord'>;

const blank = (text: string | null) => (text?.trim() ? text.trim() : null);

/** Whether anything was put down for an item. */
export const given = (a: ItemAnswer): boolean =>
  a.notApplicable ||
  a.choice !== null ||
  a.number !== null ||
  Boolean(a.text?.trim()) ||
  a.marks !== null ||
  a.longitude !== null ||
  a.evidence.length > 0 ||
  Boolean(a.note?.trim());

/** What is sent; the same however often, but for the clock and whose work it is. */
export function envelope(draft: Draft, sentAt: string, madeBy: string): Envelope {
  const said = Object.values(draft.answers).filter(given);
  return {
    id: draft.id,
    visitId: draft.visitId,
    schoolId: draft.schoolId,
    kind: draft.kind,
    systemId: draft.systemId,
    startedAt: draft.startedAt,
    finishedAt: draft.finishedAt ?? draft.startedAt,
    sentAt,
    madeBy,
    position: draft.position,
    positionNote: blank(draft.positionNote),
    answers: said,
    findings: draft.findings,
    received: draft.received,
    feedback: blank(draft.feedback),
  } as Envelope;
}

/** What keeps a record from being finished. */
export type Lack = 'place' | 'answers' | 'finding' | 'receiver';
export function lacks(draft: Draft): Lack[] {
  const found: Lack[] = [];
  if (!draft.position && !draft.positionNote?.trim()) found.push('place');
  if (!Object.values(draft.answers).some(given) && draft.findings.length === 0) found.push('answers');
  if (draft.findings.some((f) => !f.rule.trim() || !f.description.trim())) found.push('finding');
  // who signed must be known: a signature nobody can read is none
  if (draft.received && !draft.received.name.trim()) found.push('receiver');
  return found;
}
