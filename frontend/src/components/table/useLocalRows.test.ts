import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Column } from './columns';
import { useLocalRows } from './useLocalRows';
import type { TableState } from './useTableState';

interface Row {
  name: string;
  value: number | null;
}

const rows: Row[] = [
  { name: '乙校', value: 10 },
  { name: '甲校', value: null },
  { name: '丙校', value: 9 },
];
const columns: Column<Row>[] = [
  { key: 'name', title: '', sortable: true, value: (r) => r.name, render: (r) => r.name },
  { key: 'value', title: '', sortable: true, value: (r) => r.value, render: (r) => r.value },
];
const state = (change: Partial<TableState>): TableState => ({
  q: '',
  filters: {},
  sort: undefined,
  page: 1,
  size: 10,
  set: () => undefined,
  setFilter: () => undefined,
  setFilters: () => undefined,
  clear: () => undefined,
  filtered: false,
  ...change,
});
const names = (change: Partial<TableState>) =>
  renderHook(() => useLocalRows(rows, columns, state(change))).result.current.items.map((r) => r.name);

describe('useLocalRows', () => {
  it('sorts numbers as numbers and leaves what is missing last, either way', () => {
    expect(names({ sort: 'value' })).toEqual(['丙校', '乙校', '甲校']);
    expect(names({ sort: '-value' })).toEqual(['乙校', '丙校', '甲校']);
  });

  it('sorts Chinese by its sound', () => {
    expect(names({ sort: 'name' })).toEqual(['丙校', '甲校', '乙校']);
  });

  it('finds and pages', () => {
    expect(names({ q: '甲' })).toEqual(['甲校']);
    expect(names({ sort: 'name', size: 2, page: 2 })).toEqual(['乙校']);
  });
});
