import type { Permission } from '@/lib/api/me';
import type { FindingRow, Step } from '../api/findings';

export type StepName = Step['name'];

interface Offer {
  needs: Permission;
  when: (finding: FindingRow) => boolean;
  danger?: boolean;
}

/** Which steps a finding offers, in the order of use. */
export const OFFERS: Record<StepName, Offer> = {
  reply: {
    needs: 'finding:reply',
    when: (f) => f.state === 'RECTIFYING' || (f.state === 'RAISED' && f.severity === 'ON_THE_SPOT'),
  },
  accept: { needs: 'finding:check', when: (f) => f.state === 'REPLIED' },
  return: {
    needs: 'finding:check',
    when: (f) => f.state === 'REPLIED' || f.state === 'ACCEPTED',
  },
  close: { needs: 'finding:check', when: (f) => f.state === 'ACCEPTED' },
  extend: {
    needs: 'finding:extend',
    when: (f) => f.state === 'RECTIFYING' && f.deadline !== null,
  },
  pause: { needs: 'finding:extend', when: (f) => f.state === 'RECTIFYING' && f.deadline !== null },
  reopen: { needs: 'finding:check', when: (f) => f.state === 'CLOSED' },
  void: { needs: 'finding:void', when: (f) => f.state === 'RAISED', danger: true },
};

/** Whether the reader is the unit itself, or the office acting for it; a township answers for itself only. */
export const answersFor = (
  of: { schoolId: string | null },
  may: (permission: Permission) => boolean,
  ownSchool: string | null,
): boolean => may('finding:check') || of.schoolId === ownSchool;

export const offered = (
  finding: FindingRow,
  may: (permission: Permission) => boolean,
  ownSchool: string | null,
): StepName[] =>
  (Object.keys(OFFERS) as StepName[]).filter(
    (name) =>
      may(OFFERS[name].needs) &&
      OFFERS[name].when(finding) &&
      (name !== 'reply' || answersFor(finding, may, ownSchool)),
  );
