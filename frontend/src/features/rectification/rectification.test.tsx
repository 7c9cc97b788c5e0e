import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, refuses, server } from '@/test/server';
import { toPath } from './components/SignaturePad';

const json = (value: unknown) => value as JsonBodyType;

const finding = (change: Record<string, unknown> = {}) => ({
  id: 'f1',
  regionCode: '530322101',
  schoolId: 's1',
  unitName: '松坪小学',
  origin: 'office',
  originRef: null,
  ruleCode: 'FIRE_ROUTE',
  rule: '消防通道应保持畅通',
  description: '东侧疏散通道堆放杂物',
  severity: 'GENERAL',
  departments: [],
  evidence: [],
  foundOn: '2026-11-02',
  finderName: '林晓',
  recordedAt: '2026-11-02T02:00:00Z',
  state: 'RECTIFYING',
  noticeId: 'n1',
  requirement: '立即清理',
  termDays: 15,
  termKind: 'WORKING',
  deadline: '2026-11-20',
  closedOn: null,
  overdue: true,
  daysLeft: -2,
  version: 3,
  ...change,
});

const detail = (change: Record<string, unknown> = {}) => ({
  finding: finding(change),
  events: [
    {
      kind: 'RAISED',
      onDate: '2026-11-02',
      at: '2026-11-02T02:00:00Z',
      actorName: '林晓',
      text: '东侧疏散通道堆放杂物',
      mode: null,
      deadline: null,
      evidence: [],
    },
  ],
  escalations: [
    {
      id: 'e1',
      findingId: 'f1',
      step: 'WARNING',
      nameZh: '逾期预警',
      nameEn: 'Overdue warning',
      automatic: true,
      deadline: '2026-11-20',
      dueOn: '2026-11-21',
      raisedAt: '2026-11-21T00:00:00Z',
      takenOn: null,
      takerName: null,
      record: null,
    },
  ],
  repeats: [finding({ id: 'f0', foundOn: '2026-03-05', state: 'CLOSED', overdue: false, daysLeft: null })],
});

const notice = (change: Record<string, unknown> = {}) => ({
  id: 'n1',
  regionCode: '530322101',
  schoolId: 's1',
  unitName: '松坪小学',
  title: '关于消防安全的整改通知',
  state: 'APPROVED',
  number: '教督整改〔2026〕5号',
  draftedBy: 'x',
  drafterName: '林晓',
  draftedAt: '2026-11-02T02:00:00Z',
  approverName: '王主任',
  approvedAt: '2026-11-03T02:00:00Z',
  issuedOn: '2026-11-03',
  receiptName: null,
  receiptMark: null,
  servedOn: null,
  servedAt: null,
  withdrawnFor: null,
  version: 2,
  ...change,
});

const can = (...permissions: string[]) =>
  gives('/me', json({ ...officer, permissions: ['finding:read', ...permissions] }));

beforeEach(() => {
  server.use(
    gives('/rectification/findings', json(page([finding()]))),
    gives('/rectification/ledger', json([{ key: '', name: '', found: 83, closed: 73, open: 8, overdue: 2 }])),
    gives('/rectification/ageing', json([{ fromDays: 0, toDays: 7, open: 10, overdue: 2 }])),
    gives('/rectification/findings/f1', json(detail())),
    gives('/rectification/notices', json([notice()])),
    gives(
      '/rectification/notices/n1',
      json({ notice: notice(), findings: [finding({ state: 'NOTIFIED' })] }),
    ),
    gives('/schools', json(page([{ id: 's1', name: '松坪小学', code: '2153000001' }]))),
  );
});

describe('/rectification', () => {
  it('says found, closed, open and overdue, and lists where each finding stands', async () => {
    server.use(can('finding:raise'));
    open('/rectification');
    expect(await screen.findByText('发现 83 个问题：已销号 73，在办 8，逾期 2')).toBeInTheDocument();
    const row = (await screen.findByRole('button', { name: '东侧疏散通道堆放杂物' })).closest(
      'tr',
    ) as HTMLElement;
    expect(row).toHaveTextContent('逾期 2 天');
    await expectAccessible();
  });

  it('records a finding once, under an id made here', async () => {
    const post = takes('post', '/rectification/findings', json(detail()), 201);
    server.use(can('finding:raise'), post.handler);
    const { user } = open('/rectification');
    await user.click(await screen.findByRole('button', { name: '登记问题' }));
    const drawer = await screen.findByRole('dialog');
    await user.click(within(drawer).getByRole('button', { name: '登记' }));
    expect(await within(drawer).findByText('请填写学校')).toBeInTheDocument();
    await user.click(within(drawer).getByRole('combobox', { name: '学校' }));
    await user.click(await screen.findByTitle('松坪小学'));
    await user.type(within(drawer).getByRole('textbox', { name: /问题/ }), '通道堆物');
    await user.type(within(drawer).getByRole('textbox', { name: /依据（/ }), '消防通道畅通');
    await user.click(within(drawer).getByRole('button', { name: '登记' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      schoolId: 's1',
      severity: 'GENERAL',
      description: '通道堆物',
    });
    expect((post.seen[0]?.body as { id: string }).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is closed to those who may not read findings', async () => {
    server.use(gives('/me', json({ ...officer, permissions: ['school:read'] })));
    open('/rectification');
    expect(await screen.findByRole('heading', { name: '这一页不在你的权限内' })).toBeInTheDocument();
  });
});

describe('/rectification/findings/:id', () => {
  it('shows what happened, what fell due and that it is not the first of its kind', async () => {
    server.use(can());
    open('/rectification/findings/f1');
    expect(await screen.findByRole('heading', { level: 1, name: '松坪小学' })).toBeInTheDocument();
    expect(screen.getByText('同类问题第 2 次')).toBeInTheDocument();
    expect(screen.getByText('逾期预警')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '回复整改情况' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('sends a reply with the version it was read at', async () => {
    const post = takes('post', '/rectification/findings/f1/reply', json(detail({ state: 'REPLIED' })));
    server.use(can('finding:reply'), post.handler);
    const { user } = open('/rectification/findings/f1');
    await user.click(await screen.findByRole('button', { name: '回复整改情况' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '整改措施与结果' }), '已清理');
    await user.click(within(dialog).getByRole('button', { name: '回复整改情况' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"3"');
    expect(post.seen[0]?.body).toMatchObject({ measure: '已清理' });
  });

  it('says why somebody who found it cannot close it', async () => {
    server.use(
      can('finding:check'),
      gives('/rectification/findings/f1', json(detail({ state: 'ACCEPTED', overdue: false, daysLeft: 3 }))),
      refuses('post', '/rectification/findings/f1/close', 409, {
        code: 'rectification.finding.closedByFinder',
        detail: '发现问题的人不能自己销号，请由他人办理。',
      }),
    );
    const { user } = open('/rectification/findings/f1');
    await user.click(await screen.findByRole('button', { name: '销号' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '销号' }));
    expect(await screen.findByText('发现问题的人不能自己销号，请由他人办理。')).toBeInTheDocument();
  });
});

describe('/rectification/notices', () => {
  it('lists notices and opens one as the unit reads it', async () => {
    server.use(can('notice:receive'));
    const { user } = open('/rectification/notices');
    await user.click(await screen.findByRole('button', { name: '关于消防安全的整改通知' }));
    expect(
      await screen.findByRole('heading', { level: 2, name: '关于消防安全的整改通知' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('教督整改〔2026〕5号').length).toBeGreaterThan(0);
    expect(screen.getByText(/自收到之日起 15 个工作日内/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('takes a receipt with the name of the receiver', async () => {
    const post = takes('post', '/rectification/notices/n1/receipt', json({ notice: notice(), findings: [] }));
    server.use(can('notice:receive'), post.handler);
    const { user } = open('/rectification/notices/n1');
    await user.click(await screen.findByRole('button', { name: '登记纸质签收' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '签收人姓名' }), '张校长');
    await user.click(within(dialog).getByRole('button', { name: '签收' }));
    await waitFor(() => expect(post.seen[0]?.body).toEqual({ name: '张校长' }));
  });

  it('drafts a notice over the findings chosen', async () => {
    const post = takes(
      'post',
      '/rectification/notices',
      json({ notice: notice({ state: 'DRAFT' }), findings: [] }),
      201,
    );
    server.use(
      can('notice:draft'),
      gives(
        '/rectification/findings',
        json(
          page([
            finding({ state: 'RAISED' }),
            finding({ id: 'f2', description: '灭火器过期', state: 'RAISED' }),
          ]),
        ),
      ),
      post.handler,
    );
    const { user } = open('/rectification/notices/new?school=s1');
    await user.click(await screen.findByRole('checkbox', { name: /灭火器过期/ }));
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() =>
      expect(post.seen[0]?.body).toMatchObject({
        demands: [{ findingId: 'f1', days: 15, kind: 'WORKING' }],
      }),
    );
  });
});

describe('toPath', () => {
  it('writes strokes as moves and lines of whole numbers', () => {
    const stroke = {
      points: [
        { x: 1.4, y: 2.6 },
        { x: 10, y: 20 },
      ],
    } as never;
    expect(toPath([stroke, { points: [] } as never])).toBe('M1 3 L10 20');
  });
});
