import type { Tone } from '@/components/states/Mark';
import type { ComplaintState } from '../api/complaints';

export const TONES: Record<ComplaintState, Tone> = {
  RECEIVED: 'dueSoon',
  VERIFIED: 'accent',
  HANDLED: 'accent',
  PASSED_ON: 'accent',
  ANSWERED: 'done',
  REJECTED: 'quiet',
};
