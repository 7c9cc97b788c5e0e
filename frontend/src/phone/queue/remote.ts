import { toProblem } from '@/lib/api/problem';
import { ask, type Answered } from './ask';
import { refusalWords } from './refusal';
import { outcome, type Outcome } from './states';

/** What came back of a call: what it means, and what was said. */
export interface Reply<T> {
  outcome: Outcome;
  value: T | undefined;
  refusal: { code: string; message: string } | null;
}

/**
 * What an answer means.
 *
 * @param names whether a body is the answer to what was asked, not some other page
 */
export function understood<T>(answer: Answered | undefined, names: (value: Partial<T>) => boolean): Reply<T> {
  if (!answer) return { outcome: 'later', value: undefined, refusal: null };
  const { status, said } = answer;
  const ok = status >= 200 && status < 300;
  const problem = ok ? undefined : toProblem(status, said);
  const value = ok ? (said as T | undefined) : undefined;
  const named = status === 204 ? names({}) : value !== undefined && names(value as Partial<T>);
  return {
    outcome: outcome(status, Boolean(problem?.code), named),
    value,
    refusal: problem?.code ? { code: problem.code, message: refusalWords(problem) } : null,
  };
}

/** Asks the server, as {@link ask}, and says what the answer means, as {@link understood}. */
export const call = async <T>(
  path: string,
  names: (value: Partial<T>) => boolean,
  what: { method?: string; body?: unknown } = {},
): Promise<Reply<T>> => understood(await ask(path, what), names);
