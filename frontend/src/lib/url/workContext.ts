import { useCallback, useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useMe } from '@/lib/api/me';

const KEY = 'dudao.context';

interface Remembered {
  region?: string;
  year?: number;
}

function remembered(): Remembered {
  try {
    return JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}') as Remembered;
  } catch {
    return {};
  }
}

function remember(context: Remembered): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify({ ...remembered(), ...context }));
  } catch {
    // the address line still carries it
  }
}

/**
 * The region and the school year everything on the page is about. They stand in the address line, so that a link
 * sent to a colleague shows the same; without them the last choice counts, then the person's own scope.
 */
export function useWorkContext() {
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const scope = me.scope?.regionCode ?? '';
  const kept = remembered();
  const inScope = (code: string | null | undefined) => (code?.startsWith(scope) ? code : undefined);
  const region = inScope(params.get('region')) ?? inScope(kept.region) ?? scope;
  const asked = Number(params.get('year'));
  const year = asked >= 1990 && asked <= 2100 ? asked : (kept.year ?? me.figureYears[0] ?? me.schoolYear);

  useEffect(() => remember({ region, year }), [region, year]);

  const set = useCallback(
    (change: Remembered) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (change.region) after.set('region', change.region);
        if (change.year) after.set('year', String(change.year));
        return after;
      }),
    [setParams],
  );
  return { region, year, thisYear: me.schoolYear, figureYears: me.figureYears, set };
}

/** Makes addresses of other pages that keep the region and year of this one. */
export function useKeepContext(): (path: string) => string {
  const { search } = useLocation();
  return useCallback(
    (path: string) => {
      const [pathname, own = ''] = path.split('?');
      const after = new URLSearchParams(own);
      const before = new URLSearchParams(search);
      for (const name of ['region', 'year']) {
        const value = before.get(name);
        if (value && !after.has(name)) after.set(name, value);
      }
      const text = after.toString();
      return text ? `${pathname}?${text}` : (pathname ?? path);
    },
    [search],
  );
}
