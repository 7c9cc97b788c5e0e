import { useMemo } from 'react';
import { sortField, type Column } from './columns';
import type { TableState } from './useTableState';

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compare(a: unknown, b: unknown): number {
  const missingA = a === null || a === undefined;
  const missingB = b === null || b === undefined;
  if (missingA || missingB) return Number(missingA) - Number(missingB);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Search, sort and page over rows that are all here; missing values stand last either way. */
export function useLocalRows<T>(rows: readonly T[] | undefined, columns: Column<T>[], state: TableState) {
  return useMemo(() => {
    const wanted = state.q.trim().toLowerCase();
    const found = (rows ?? []).filter(
      (row) =>
        wanted === '' ||
        columns.some((column) => {
          const value = column.value?.(row);
          return typeof value === 'string' && value.toLowerCase().includes(wanted);
        }),
    );
    const down = state.sort?.startsWith('-') ?? false;
    const field = down ? state.sort?.slice(1) : state.sort;
    const column = columns.find((c) => sortField(c) === field);
    if (column?.value) {
      const read = column.value;
      found.sort((a, b) => {
        const [x, y] = [read(a), read(b)];
        const missing = (v: unknown) => v === null || v === undefined;
        if (missing(x) || missing(y)) return compare(x, y);
        return down ? compare(y, x) : compare(x, y);
      });
    }
    const from = (state.page - 1) * state.size;
    return { items: found.slice(from, from + state.size), total: found.length, all: found };
  }, [rows, columns, state]);
}
