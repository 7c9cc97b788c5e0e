/**
 * How far a record has come. `sent` means that the server may have it but has not said so: it is sent again until a receipt
 * or a refusal comes back, and cannot be changed meanwhile.
 */
export const STATES = ['draft', 'ready', 'sent', 'received', 'rejected'] as const;
export type State = (typeof STATES)[number];

const NEXT: Record<State, readonly State[]> = {
  draft: ['ready'],
  ready: ['sent', 'draft'],
  sent: ['received', 'rejected'],
  received: [],
  rejected: ['draft'],
};

export const mayBecome = (from: State, to: State): boolean => NEXT[from].includes(to);

/** What the server has not acknowledged; never removed by itself. */
export const UNSENT: readonly State[] = ['draft', 'ready', 'sent', 'rejected'];
export const WAITING: readonly State[] = ['ready', 'sent'];

/** What an answer of the server means for what was sent. */
export type Outcome =
  /** it has it */
  | 'received'
  /** it will never take it as it is */
  | 'refused'
  /** it wants to know first who we are */
  | 'login'
  /** nobody can tell: a broken line, a busy server, somebody else's page in between */
  | 'later';

/**
 * Reads an answer. Only the server itself can refuse, in its own words, or acknowledge, by naming what it has: a hotel's login
 * page answers 200 to everything.
 *
 * @param problem whether the body is a problem document with a code
 * @param named whether the body names what was sent
 */
export function outcome(status: number, problem: boolean, named: boolean): Outcome {
  if (status === 401 || status === 499) return 'login';
  if (status >= 200 && status < 300 && named) return 'received';
  const passing = status === 408 || status === 423 || status === 425 || status === 429;
  if (status >= 400 && status < 500 && !passing && problem) return 'refused';
  return 'later';
}

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 5 * 60_000;

/** Milliseconds until the next attempt after so many in vain. */
export const waitAfter = (failures: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failures - 1));
