import type { Tone } from '@/components/states/Mark';
import type { Outcome } from '../api/innovation';

export const OUTCOME_TONES: Record<Outcome, Tone> = { MET: 'done', SHORT: 'failing', OPEN: 'quiet' };
