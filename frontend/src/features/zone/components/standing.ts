import type { Tone } from '@/components/states/Mark';
import type { AppointmentState, InspectorRow } from '../api/inspectors';

export const STANDINGS = [
  'IN_OFFICE',
  'TO_BEGIN',
  'CANDIDATE',
  'EXPIRED',
  'DISMISSED',
  'REGISTERED',
] as const satisfies InspectorRow['standing'][];

export const STANDING_TONES: Record<InspectorRow['standing'], Tone> = {
  IN_OFFICE: 'done',
  TO_BEGIN: 'accent',
  CANDIDATE: 'dueSoon',
  EXPIRED: 'quiet',
  DISMISSED: 'quiet',
  REGISTERED: 'quiet',
};

export const KINDS = ['FULL_TIME', 'PART_TIME', 'RESPONSIBLE', 'SPECIAL'] as const;
export const DEGREES = ['ASSOCIATE', 'BACHELOR', 'MASTER', 'DOCTOR'] as const;

/** The way of an appointment, step by step. */
export const WAY = ['RECOMMENDED', 'REVIEWED', 'APPROVED', 'ANNOUNCED', 'APPOINTED'] as const;

/** The step that comes next, undefined when nothing is under way. */
export function nextStep(process: AppointmentState | null): AppointmentState | undefined {
  const at = WAY.findIndex((one) => one === process);
  return at < 0 ? undefined : WAY[at + 1];
}
