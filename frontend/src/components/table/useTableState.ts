import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { usePhone } from '@/lib/useMediaQuery';

/** Cards on a page of a phone: a few thumbs' lengths, not a whole office's year. */
const PHONE_SIZE = 10;

export interface TableState {
  q: string;
  filters: Record<string, string | undefined>;
  sort: string | undefined;
  page: number;
  size: number;
  set: (change: Partial<Pick<TableState, 'q' | 'sort' | 'page' | 'size'>>) => void;
  setFilter: (name: string, value: string | undefined) => void;
  /** Several at once, as one step back. */
  setFilters: (values: Record<string, string | undefined>) => void;
  clear: () => void;
  filtered: boolean;
}

interface Options {
  filters?: readonly string[];
  defaultSort?: string;
  defaultSize?: number;
  /** Sets two tables on one page apart in the address line. */
  prefix?: string;
}

/** What a table shows, kept in the address line: search, filters, sort, page, size. */
export function useTableState({
  filters = [],
  defaultSort,
  defaultSize = 50,
  prefix = '',
}: Options = {}): TableState {
  const [params, setParams] = useSearchParams();
  const usual = usePhone() ? PHONE_SIZE : defaultSize;
  const change = useCallback(
    (entries: Record<string, string | number | undefined>) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(entries)) {
          if (value === undefined || value === '') after.delete(prefix + name);
          else after.set(prefix + name, String(value));
        }
        return after;
      }),
    [prefix, setParams],
  );
  const names = filters.join(' ');
  return useMemo(() => {
    const get = (name: string) => params.get(prefix + name) ?? undefined;
    const list = names ? names.split(' ') : [];
    const chosen = Object.fromEntries(list.map((name) => [name, get(name)]));
    const q = get('q') ?? '';
    return {
      q,
      filters: chosen,
      sort: get('sort') ?? defaultSort,
      page: Math.max(1, Number(get('page')) || 1),
      size: Math.min(200, Math.max(10, Number(get('size')) || usual)),
      set: (entries) => change('page' in entries ? entries : { ...entries, page: undefined }),
      setFilter: (name, value) => change({ [name]: value, page: undefined }),
      setFilters: (values) => change({ ...values, page: undefined }),
      clear: () =>
        change({ q: undefined, page: undefined, ...Object.fromEntries(list.map((n) => [n, undefined])) }),
      filtered: q !== '' || Object.values(chosen).some((value) => value !== undefined),
    };
  }, [params, prefix, names, defaultSort, usual, change]);
}
