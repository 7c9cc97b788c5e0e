import { useEffect, useState } from 'react';
import { language } from './texts';

/** What the server refused, in its own words; status 0 when it was not reached. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly fields: Record<string, string> = {},
  ) {
    super(detail);
  }
}

interface Problem {
  detail?: string;
  errors?: { field: string; message: string }[];
}

/** Calls the public part of the interface; no session is asked for and none is needed. */
export async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', language);
  headers.set('X-Requested-With', 'JavaScript');
  const response = await fetch(`/api/v1/public${path}`, { ...init, headers }).catch(() => {
    throw new Refused(0, '');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = (answer ?? {}) as Problem;
    throw new Refused(
      response.status,
      problem.detail ?? '',
      Object.fromEntries((problem.errors ?? []).map((e) => [e.field, e.message])),
    );
  }
  return answer as T;
}

export type Loaded<T> =
  { state: 'loading' } | { state: 'there'; value: T } | { state: 'refused'; why: Refused };

/** What a page shows, asked for once. */
export function useLoaded<T>(path: string): Loaded<T> {
  const [loaded, set] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    call<T>(path)
      .then((value) => current && set({ state: 'there', value }))
      .catch((why: unknown) => current && set({ state: 'refused', why: why as Refused }));
    return () => {
      current = false;
    };
  }, [path]);
  return loaded;
}
