import { OURS } from '@/lib/api/ours';
import { currentLanguage } from '@/lib/i18n/language';
import { toProblem } from '@/lib/api/problem';
import { refusalWords } from './refusal';
import { outcome, type Outcome } from './states';

const PATIENCE = 90_000;
const JSON_TYPE = /\bjson\b/;

/** What came back of a call: what it means, and what was said. */
export interface Reply<T> {
  outcome: Outcome;
  value: T | undefined;
  refusal: { code: string; message: string } | null;
}

/**
 * Asks the server. Never leaves the page and never throws for a broken line.
 *
 * @param names whether a body is the answer to what was asked, not some other page
 */
export async function call<T>(
  path: string,
  names: (value: Partial<T>) => boolean,
  { method = 'GET', body }: { method?: string; body?: unknown } = {},
): Promise<Reply<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...OURS,
        'Accept-Language': currentLanguage(),
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
      cache: 'no-store',
    });
    const empty = response.status === 204;
    const typed = JSON_TYPE.test(response.headers.get('Content-Type') ?? '');
    const said: unknown = typed && !empty ? await response.json().catch(() => undefined) : undefined;
    const problem = response.ok ? undefined : toProblem(response.status, said);
    const value = response.ok ? (said as T | undefined) : undefined;
    const named = empty ? names({}) : value !== undefined && names(value as Partial<T>);
    return {
      outcome: outcome(response.status, Boolean(problem?.code), named),
      value,
      refusal: problem?.code
        ? {
            code: problem.code,
            message: refusalWords(problem),
          }
        : null,
    };
  } catch {
    return { outcome: 'later', value: undefined, refusal: null };
  }
}
