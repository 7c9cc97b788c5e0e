import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { open } from '@/test/render';
import { at, gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const finding = (change: Record<string, unknown> = {}) => ({
  id: 'f1',
  regionCode: '530322101',
  schoolId: 's1',
  unitName: '松坪小学',
  origin: 'office',
  originRef: null,
  ruleCode: null,
  rule: '消防通道应保持畅通',
  description: '东侧疏散通道堆放杂物',
  severity: 'GENERAL',
  departments: [],
  evidence: [],
  foundOn: '2026-11-02',
  finderName: '林晓',
  recordedAt: '2026-11-02T02:00:00Z',
  state: 'RAISED',
  noticeId: null,
  requirement: null,
  termDays: null,
  termKind: null,
  deadline: null,
  closedOn: null,
  overdue: false,
  daysLeft: null,
  version: 3,
  ...change,
});

const detail = (change: Record<string, unknown> = {}, closeBarred: string | null = null) => ({
  finding: finding(change),
  events: [],
  escalations: [],
  repeats: [],
  closeBarred,
  handled: true,
});

const can = (...permissions: string[]) =>
  gives('/me', json({ ...officer, permissions: ['finding:read', ...permissions] }));

beforeEach(() => {
  server.use(
    gives('/rectification/findings', json(page([finding()]))),
    gives('/rectification/findings/f1', json(detail())),
    gives('/rectification/ledger', json([{ key: '', name: '', found: 1, closed: 0, open: 1, overdue: 0 }])),
    gives('/rectification/ageing', json([])),
    gives('/schools', json(page([]))),
  );
});

describe('what was recorded wrongly', () => {
  it('is mended at the version it was read at', async () => {
    const put = takes('put', '/rectification/findings/f1', json(detail()));
    server.use(can('finding:raise', 'notice:draft'), put.handler);
    const { user } = open('/rectification/findings/f1');
    await user.click(await screen.findByRole('button', { name: /更\s*正/ }));
    const dialog = await screen.findByRole('dialog');
    const text = within(dialog).getByRole('textbox', { name: /问题/ });
    await user.clear(text);
    await user.type(text, '西侧通道堆物');
    await user.click(within(dialog).getByRole('button', { name: '保存更正' }));
    await waitFor(() =>
      expect(put.seen[0]?.body).toMatchObject({ description: '西侧通道堆物', foundOn: '2026-11-02' }),
    );
    expect(put.seen[0]?.headers.get('If-Match')).toBe('"3"');
  });

  it('is struck out by whoever may, with the reason', async () => {
    const post = takes('post', '/rectification/findings/f1/void', json(detail({ state: 'VOIDED' })));
    server.use(can('finding:void'), post.handler);
    const { user } = open('/rectification/findings/f1');
    await user.click(await screen.findByRole('button', { name: '撤销登记' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '重复登记');
    await user.click(within(dialog).getByRole('button', { name: '撤销登记' }));
    await waitFor(() => expect(post.seen[0]?.body).toEqual({ reason: '重复登记' }));
  });

  it('is not offered once a notice demands it', async () => {
    server.use(
      can('finding:raise', 'notice:draft', 'finding:void'),
      gives('/rectification/findings/f1', json(detail({ state: 'RECTIFYING' }))),
    );
    open('/rectification/findings/f1');
    await screen.findByRole('heading', { level: 1, name: '松坪小学' });
    expect(screen.queryByRole('button', { name: /更\s*正/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '撤销登记' })).not.toBeInTheDocument();
  });
});

describe('what is barred', () => {
  it('is said before it is tried', async () => {
    server.use(
      can('finding:check'),
      gives('/rectification/findings/f1', json(detail({ state: 'ACCEPTED' }, 'FINDER'))),
    );
    open('/rectification/findings/f1');
    expect(await screen.findByRole('button', { name: /销\s*号/ })).toBeDisabled();
    expect(screen.getByText('问题由您登记，销号请由他人办理')).toBeInTheDocument();
  });
});

describe('what was typed', () => {
  it('is not thrown away without asking', async () => {
    server.use(can('finding:raise'));
    const { user } = open('/rectification');
    await user.click(await screen.findByRole('button', { name: '登记问题' }));
    const drawer = await screen.findByRole('dialog');
    await user.type(within(drawer).getByRole('textbox', { name: /问题/ }), '通道堆物');
    await user.click(within(drawer).getByRole('button', { name: /关\s*闭|close/i }));
    expect(await screen.findByText('放弃填写的内容？')).toBeInTheDocument();
    expect(within(drawer).getByRole('textbox', { name: /问题/ })).toHaveValue('通道堆物');
  });
});

describe('the ledger of a past day', () => {
  it('asks for counts and rows of that day', async () => {
    const asked: string[] = [];
    const remember = (answer: unknown) =>
      function ({ request }: { request: Request }) {
        asked.push(new URL(request.url).pathname + new URL(request.url).search);
        return HttpResponse.json(json(answer));
      };
    server.use(
      can(),
      http.get(
        at('/rectification/ledger'),
        remember([{ key: '', name: '', found: 1, closed: 0, open: 1, overdue: 0 }]),
      ),
      http.get(at('/rectification/findings'), remember(page([finding()]))),
    );
    open('/rectification?on=2026-10-01');
    expect(await screen.findByText(/以下为 2026年10月1日 当日的情况/)).toBeInTheDocument();
    await waitFor(() =>
      expect(asked.filter((one) => one.includes('on=2026-10-01')).length).toBeGreaterThanOrEqual(2),
    );
  });
});
