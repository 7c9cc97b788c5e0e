import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MISSING } from '@/lib/format/numbers';
import type { Column } from './columns';
import { DataTable } from './DataTable';
import { useLocalRows } from './useLocalRows';
import { useTableState } from './useTableState';

interface Row {
  id: string;
  number: string | null;
  title: string;
  count: number | null;
}
const rows: Row[] = Array.from({ length: 14 }, (_, i) => ({
  id: `r${i}`,
  number: i === 0 ? null : `第${i}号`,
  title: `关于第${i}件事的通知`,
  count: i === 0 ? null : i,
}));
const columns: Column<Row>[] = [
  { key: 'number', title: '文号', render: (r) => r.number ?? MISSING },
  { key: 'title', title: '标题', heads: true, render: (r) => r.title },
  { key: 'count', title: '件数', numeric: true, render: (r) => r.count ?? MISSING },
];

function List({ onOpen }: { onOpen?: (row: Row) => void }) {
  const state = useTableState();
  const local = useLocalRows(rows, columns, state);
  return (
    <DataTable
      id="test"
      label="清单"
      columns={columns}
      rows={local.items}
      total={local.total}
      rowKey={(r) => r.id}
      state={state}
      to={(r) => `/things/${r.id}`}
      onOpen={onOpen}
    />
  );
}

function Beyond() {
  const state = useTableState();
  return (
    <DataTable
      id="test"
      label="清单"
      columns={columns}
      rows={[]}
      total={state.size * 2 + 1}
      rowKey={(r) => r.id}
      state={state}
      empty={<p>还没有</p>}
    />
  );
}

function show(onOpen?: (row: Row) => void) {
  const router = createMemoryRouter([{ path: '*', element: <List onOpen={onOpen} /> }]);
  render(<RouterProvider router={router} />);
  return { user: userEvent.setup(), router };
}

const narrow = () =>
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) =>
      ({
        matches: query.includes('767'),
        addEventListener: () => {},
        removeEventListener: () => {},
      }) as never,
  );

afterEach(() => vi.restoreAllMocks());

describe('DataTable', () => {
  it('opens a row by a real link, and the whole row does as the link does', async () => {
    const opened = vi.fn();
    const { user, router } = show(opened);
    expect(screen.getByRole('link', { name: '第1号' })).toHaveAttribute('href', '/things/r1');
    await user.click(screen.getByRole('cell', { name: '关于第2件事的通知' }));
    expect(router.state.location.pathname).toBe('/things/r2');
    expect(opened).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('link', { name: '第3号' }));
    expect(router.state.location.pathname).toBe('/things/r3');
    expect(opened).toHaveBeenCalledTimes(2);
  });

  it('opens a row beside with the middle button or a key held', async () => {
    const beside = vi.spyOn(window, 'open').mockReturnValue(null);
    const { user, router } = show();
    const cell = screen.getByRole('cell', { name: '关于第2件事的通知' });
    await user.pointer({ target: cell, keys: '[MouseMiddle]' });
    await user.keyboard('{Control>}');
    await user.click(cell);
    await user.keyboard('{/Control}');
    expect(beside.mock.calls.map(([address]) => address)).toEqual(['/things/r2', '/things/r2']);
    expect(router.state.location.pathname).toBe('/');
  });

  it('offers the last page where the address names one beyond it', async () => {
    const router = createMemoryRouter([{ path: '*', element: <Beyond /> }], {
      initialEntries: ['/?page=99999'],
    });
    render(<RouterProvider router={router} />);
    const user = userEvent.setup();
    expect(screen.queryByText('还没有')).toBeNull();
    await user.click(screen.getByRole('button', { name: '去最后一页' }));
    expect(new URLSearchParams(router.state.location.search).get('page')).toBe('3');
  });

  it('is short cards on a phone, headed by what names the row, ten to a page', () => {
    narrow();
    show();
    const cards = within(screen.getByRole('list', { name: '清单' })).getAllByRole('listitem');
    expect(cards).toHaveLength(10);
    expect(within(cards[0] as HTMLElement).getByRole('link')).toHaveAccessibleName('关于第0件事的通知');
    expect(cards[1]).toHaveTextContent('文号第1号');
    // missing words take no room, a missing figure does
    expect(cards[0]).not.toHaveTextContent('文号');
    expect(cards[0]).toHaveTextContent(`件数${MISSING}`);
  });
});
