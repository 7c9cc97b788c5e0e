import type { Tone } from '@/components/states/Mark';
import type { AppraisalRow, Grade } from '../api/appraisals';

export type Standing = NonNullable<AppraisalRow['state']> | 'NONE';

export const STANDINGS: readonly Standing[] = ['NONE', 'DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED'];

export const STANDING_TONES: Record<Standing, Tone> = {
  NONE: 'quiet',
  DRAFT: 'quiet',
  SUBMITTED: 'accent',
  RETURNED: 'dueSoon',
  CONFIRMED: 'done',
};

export const GRADES: readonly Grade[] = ['EXCELLENT', 'COMPETENT', 'BASIC', 'INCOMPETENT'];

export const MEASURES = ['FULFILMENT', 'COVERAGE', 'CLOSURE', 'TRAINING', 'REPORTS', 'FEEDBACK'] as const;
