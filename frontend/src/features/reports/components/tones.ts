import type { Tone } from '@/components/states/Mark';
import type { Report } from '../api/reports';

export const REPORT_TONES: Record<NonNullable<Report['state']>, Tone> = {
  DRAFT: 'quiet',
  SUBMITTED: 'accent',
  RETURNED: 'dueSoon',
  ACCEPTED: 'done',
};
