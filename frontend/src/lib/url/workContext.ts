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

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const isYear = (text: string | undefined): text is string =>
  /^\d{4}$/.test(text ?? '') && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;

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
  const inAddress = params.get('year') ?? undefined;
  const asked = isYear(inAddress) ? Number(inAddress) : undefined;
  const isKnown = (one: number | undefined): one is number =>
    one !== undefined && (one === me.schoolYear || one === me.schoolYear + 1 || me.figureYears.includes(one));
  const year = asked ?? (isKnown(kept.year) ? kept.year : (me.figureYears[0] ?? me.schoolYear));
  const known = isKnown(year);

  // a year without anything in it is looked at when asked for, and not kept for the pages after
  useEffect(() => remember(known ? { region, year } : { region }), [region, year, known]);

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
  return {
    region,
    year,
    thisYear: me.schoolYear,
    figureYears: me.figureYears,
    set,
    /** What the address says for a year and is none. */
    wrongYear: inAddress !== undefined && asked === undefined ? inAddress : undefined,
    /** The year to go to from one that has nothing in it. */
    yearBack: known ? undefined : (me.figureYears[0] ?? me.schoolYear),
  };
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
        if (value && !after.has(name) && (name !== 'year' || isYear(value))) after.set(name, value);
      }
      const text = after.toString();
      return text ? `${pathname}?${text}` : (pathname ?? path);
    },
    [search],
  );
}
