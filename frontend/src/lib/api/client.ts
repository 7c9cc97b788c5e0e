import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '@/lib/i18n/language';
import type { paths } from './generated/schema';
import { OURS } from './ours';
import { ApiProblem, toProblem } from './problem';
import type { Sent } from './types';

/** The session ended or never was: leave for the login page and come back to where we were. */
export function goToLogin(location: Location = window.location): void {
  const back = location.pathname + location.search;
  location.assign(`/session/login?return=${encodeURIComponent(back)}`);
}

export const isLoggedOut = (status: number) => status === 401 || status === 499;

const middleware: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(OURS)) request.headers.set(name, value);
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
  onResponse({ response }) {
    if (isLoggedOut(response.status)) goToLogin();
    return response;
  },
};

export const api = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? '' : window.location.origin,
  fetch: (request) => globalThis.fetch(request),
  querySerializer: { array: { style: 'form', explode: true } },
});
api.use(middleware);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of an accepted request, or a thrown {@link ApiProblem}. */
export async function body<T>(answer: Promise<Answer<T>>): Promise<Sent<NonNullable<T>>> {
  return (await versioned(answer)).value;
}

/** As {@link body}, with the version to send back as `If-Match`. */
export async function versioned<T>(
  answer: Promise<Answer<T>>,
): Promise<{ value: Sent<NonNullable<T>>; etag: string | null }> {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    throw cause instanceof TypeError ? new ApiProblem(0, 'network', '') : cause;
  });
  if (!response.ok) throw toProblem(response.status, error);
  return { value: data as Sent<NonNullable<T>>, etag: response.headers.get('ETag') };
}

/** As {@link body}, for an answer whose shape the emitted document leaves open. */
export async function bodyAs<T>(
  answer: Promise<{ data?: unknown; error?: unknown; response: Response }>,
): Promise<T> {
  return (await body(answer)) as T;
}

/** `If-Match` of a resource whose body carries its version. */
export const ifMatch = (version: number | undefined) => ({ 'If-Match': `"${version ?? 0}"` });

/** Sends a form with a file; the typed client does not describe multipart bodies well. */
export async function sendFile<T>(
  path: string,
  form: FormData,
  { method = 'POST', headers = {} }: { method?: 'POST' | 'PUT'; headers?: Record<string, string> } = {},
): Promise<T> {
  const response = await globalThis
    .fetch(path, {
      method,
      body: form,
      headers: { ...OURS, 'Accept-Language': currentLanguage(), ...headers },
    })
    .catch(() => {
      throw new ApiProblem(0, 'network', '');
    });
  if (isLoggedOut(response.status)) goToLogin();
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toProblem(response.status, answer);
  return answer as T;
}

/** Query parameters without the empty ones, as a string with its question mark. */
export function queryString(params: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
