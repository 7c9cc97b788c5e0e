import { OURS } from '@/lib/api/ours';
import { currentLanguage } from '@/lib/i18n/language';
import { came } from './line';

const PATIENCE = 90_000;
const JSON_TYPE = /\bjson\b/;

/** What came back over the line: the status, and what was said if it was JSON. */
export interface Answered {
  status: number;
  said: unknown;
}

/** Asks the server. Never leaves the page and never throws: nothing comes back over a broken line. */
export async function ask(
  path: string,
  { method = 'GET', body, patience = PATIENCE }: { method?: string; body?: unknown; patience?: number } = {},
): Promise<Answered | undefined> {
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
      signal: AbortSignal.timeout(patience),
      cache: 'no-store',
    });
    came(true);
    const typed = JSON_TYPE.test(response.headers.get('Content-Type') ?? '');
    const said: unknown =
      typed && response.status !== 204 ? await response.json().catch(() => undefined) : undefined;
    return { status: response.status, said };
  } catch (fault) {
    // one that takes its time may be there or not
    if ((fault as Error).name !== 'TimeoutError') came(false);
    return undefined;
  }
}
