import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { at, gives, officer, page, refuses, server } from '@/test/server';
import { toPath } from '@/components/signature/SignaturePad';

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
  earlier: 0,
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
      details: null,
      call: null,
      takenBy: [],
    },
    {
      id: 'e2',
      findingId: 'f1',
      step: 'INTERVIEW',
      nameZh: '约谈',
      nameEn: 'Interview',
      automatic: false,
      deadline: '2026-11-20',
      dueOn: '2026-11-30',
      raisedAt: '2026-11-30T00:00:00Z',
      takenOn: null,
      takerName: null,
      record: null,
      details: null,
      calls: 1,
      call: { heldAt: '2026年11月30日15时', place: '督导室', called: '张校长' },
      takenBy: ['officer'],
    },
    {
      id: 'e3',
      findingId: 'f1',
      step: 'CRITICISM',
      nameZh: '通报',
      nameEn: 'Notice of criticism',
      automatic: false,
      deadline: '2026-11-20',
      dueOn: '2026-12-10',
      raisedAt: '2026-12-10T00:00:00Z',
      takenOn: null,
      takerName: null,
      record: null,
      details: null,
      call: null,
      takenBy: ['director'],
    },
  ],
  closeBarred: null,
  handled: true,
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
    gives('/rectification/notices', json(page([notice()]))),
    gives('/rectification/rules', json([])),
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
    const row = (await screen.findByRole('link', { name: '东侧疏散通道堆放杂物' })).closest(
      'tr',
    ) as HTMLElement;
    expect(row).toHaveTextContent('逾期 2 天');
    await expectAccessible();
  });

  it('marks what the unit had been told before, and narrows to it', async () => {
    server.use(can('finding:check'), gives('/rectification/findings', json(page([finding({ earlier: 1 })]))));
    open('/rectification');
    const row = (await screen.findByRole('link', { name: '东侧疏散通道堆放杂物' })).closest('tr');
    expect(row).toHaveTextContent('第 2 次');
    expect(screen.getByRole('combobox', { name: '重复发生' })).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: '来源' })).toBeInTheDocument();
  });

  it('records a finding once, under an id made here', async () => {
    const post = takes('post', '/rectification/findings', json(detail()), 201);
    server.use(
      gives('/me', json({ ...officer, today: '2027-01-15', permissions: ['finding:read', 'finding:raise'] })),
      post.handler,
    );
    const { user } = open('/rectification');
    await user.click(await screen.findByRole('button', { name: '登记问题' }));
    const drawer = await screen.findByRole('dialog');
    await user.click(within(drawer).getByRole('button', { name: '登记' }));
    expect(await within(drawer).findByText('请填写学校或乡镇')).toBeInTheDocument();
    await user.click(within(drawer).getByRole('combobox', { name: '学校或乡镇' }));
    await user.click(await screen.findByTitle('松坪小学'));
    await user.type(within(drawer).getByRole('textbox', { name: /问题/ }), '通道堆物');
    await user.type(within(drawer).getByRole('combobox', { name: /依据（/ }), '消防通道畅通');
    await user.click(within(drawer).getByRole('button', { name: '登记' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      schoolId: 's1',
      severity: 'GENERAL',
      description: '通道堆物',
      rule: '消防通道畅通',
      // the server's day, though this machine's clock says another
      foundOn: '2027-01-15',
    });
    expect((post.seen[0]?.body as { id: string }).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('finds a known rule by code or words and takes its code with it', async () => {
    const rule = {
      code: 'CAMPUS_SAFETY/2.1',
      rule: '疏散通道、安全出口保持畅通',
      ruleEn: 'Escape routes are clear',
      systemZh: '校园安全',
      systemEn: 'Campus safety',
      used: 3,
    };
    const asked: (string | null)[] = [];
    server.use(
      can('finding:raise'),
      http.get(at('/rectification/rules'), ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('q'));
        return HttpResponse.json([rule]);
      }),
    );
    const { user } = open('/rectification');
    await user.click(await screen.findByRole('button', { name: '登记问题' }));
    const drawer = await screen.findByRole('dialog');
    const words = within(drawer).getByRole('combobox', { name: /依据（/ });
    const code = within(drawer).getByRole('combobox', { name: '依据编码' });
    await user.type(words, '疏散');
    await waitFor(() => expect(asked).toContain('疏散'));
    await user.click(await screen.findByText('CAMPUS_SAFETY/2.1 · 校园安全 · 用过 3 次'));
    expect(words).toHaveValue('疏散通道、安全出口保持畅通');
    expect(code).toHaveValue('CAMPUS_SAFETY/2.1');
    // other words are another rule
    await user.type(words, '无人看管');
    expect(code).toHaveValue('');
  });

  it('opens the rows of every count', async () => {
    server.use(can());
    const { user, address } = open('/rectification');
    await user.click(await screen.findByRole('button', { name: '分组与时长' }));
    expect(address()).toContain('overview=open');
    const hrefs = () => screen.getAllByRole('link').map((one) => one.getAttribute('href') ?? '');
    await waitFor(() => expect(hrefs().some((href) => href.includes('standing=OVERDUE'))).toBe(true));
    await waitFor(() => expect(hrefs().some((href) => href.includes('unit='))).toBe(true));
  });

  it('shows the same as a board', async () => {
    server.use(can());
    const { user, address } = open('/rectification');
    await user.click(await screen.findByText('看板'));
    expect(address()).toContain('view=board');
    const column = await screen.findByRole('region', { name: '整改中' });
    expect(await within(column).findByRole('link', { name: '东侧疏散通道堆放杂物' })).toHaveAttribute(
      'href',
      '/rectification/findings/f1',
    );
    await expectAccessible();
  });

  it('extends several at once and says which were refused', async () => {
    server.use(
      can('finding:check', 'finding:extend'),
      gives('/rectification/findings', json(page([finding(), finding({ id: 'f2', unitName: '柳林小学' })]))),
      takes('post', '/rectification/findings/f1/extend', json(detail())).handler,
      refuses('post', '/rectification/findings/f2/extend', 412, { detail: '已被他人修改' }),
    );
    const { user } = open('/rectification');
    await user.click(await screen.findByRole('checkbox', { name: '选择本页全部' }));
    const bar = await screen.findByRole('group', { name: '批量办理' });
    await user.click(within(bar).getByRole('button', { name: '延长期限' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('所选 2 个中有 2 个可以办理。');
    await user.type(within(dialog).getByRole('textbox', { name: '新的期限' }), '2099-01-05{Enter}');
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '假期施工');
    await user.click(within(dialog).getByRole('button', { name: '延长期限' }));
    const refused = await within(dialog).findByText('已被他人修改');
    expect(refused.closest('tr')).toHaveTextContent('柳林小学');
    expect(within(dialog).getByText('已办理')).toBeInTheDocument();
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

  it('lets those the ladder names take a step, and asks for what its document needs', async () => {
    const post = takes('post', '/rectification/findings/f1/steps/INTERVIEW', json(detail()));
    server.use(can(), post.handler);
    const { user } = open('/rectification/findings/f1');
    expect(await screen.findByText('已通知 2026年11月30日15时 在督导室约谈')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '办理“通报”' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '办理“约谈”' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('textbox', { name: '被约谈人' })).toHaveValue('张校长');
    await user.type(within(dialog).getByRole('textbox', { name: '谈话内容' }), '听取了说明');
    await user.click(within(dialog).getByRole('button', { name: '办理并发文' }));
    expect(await within(dialog).findByText('请填写整改承诺')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox', { name: '整改承诺' }), '月底前完成');
    await user.click(within(dialog).getByRole('button', { name: '办理并发文' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      record: '听取了说明',
      details: { place: '督导室', called: '张校长', promise: '月底前完成' },
    });
  });

  it('sends a reply with the version it was read at', async () => {
    const post = takes('post', '/rectification/findings/f1/reply', json(detail({ state: 'REPLIED' })));
    server.use(can('finding:reply', 'finding:check'), post.handler);
    const { user } = open('/rectification/findings/f1');
    await user.click(await screen.findByRole('button', { name: '回复整改情况' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '整改措施与结果' }), '已清理');
    await user.click(within(dialog).getByRole('button', { name: '回复整改情况' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"3"');
    expect(post.seen[0]?.body).toMatchObject({ measure: '已清理' });
  });

  it('lets a township read what a school has to answer, and not answer it', async () => {
    server.use(can('finding:reply'));
    open('/rectification/findings/f1');
    expect(await screen.findByText('同类问题第 2 次')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '回复整改情况' })).not.toBeInTheDocument();
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
    server.use(can('notice:receive', 'notice:draft', 'finding:check'));
    const { user } = open('/rectification/notices');
    await user.click(await screen.findByRole('link', { name: '关于消防安全的整改通知' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '关于消防安全的整改通知' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('教督整改〔2026〕5号').length).toBeGreaterThan(0);
    expect(screen.getByText(/自收到之日起 15 个工作日内/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('asks the server for what is narrowed and sorted, and hands out the same as a sheet', async () => {
    const asked: string[] = [];
    server.use(
      can(),
      http.get(at('/rectification/notices'), ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({ ...page([notice()]), total: 120 });
      }),
    );
    const { user, address } = open('/rectification/notices?state=SERVED&issued=2025&q=消防');
    expect(await screen.findByText('120 份')).toBeInTheDocument();
    const sent = new URLSearchParams(asked.at(-1));
    expect(Object.fromEntries(sent)).toMatchObject({
      state: 'SERVED',
      year: '2025',
      q: '消防',
      page: '1',
      sort: '-draftedAt',
    });
    await user.click(screen.getByRole('button', { name: /文号/ }));
    expect(address()).toContain('sort=number');
    await waitFor(() => expect(asked.at(-1)).toContain('sort=number'));
    expect(screen.getByRole('button', { name: '导出 Excel' })).toBeInTheDocument();
  });

  it('gives a notice back with the reason and shows it where the draft is changed', async () => {
    const submitted = notice({ state: 'SUBMITTED', number: null, version: 4 });
    const post = takes('post', '/rectification/notices/n1/return', json({ notice: submitted, findings: [] }));
    server.use(
      can('notice:draft', 'notice:approve', 'finding:check'),
      post.handler,
      gives('/rectification/notices/n1', { notice: submitted, findings: [] }),
    );
    const { user } = open('/rectification/notices/n1');
    expect(await screen.findByRole('link', { name: '预览公文' })).toHaveAttribute(
      'href',
      '/api/v1/publication/notices/n1/preview',
    );
    expect(screen.queryByRole('button', { name: /^修\s*改$/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '退回修改' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '期限太长');
    await user.click(within(dialog).getByRole('button', { name: '退回修改' }));
    await waitFor(() => expect(post.seen[0]?.body).toEqual({ reason: '期限太长' }));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"4"');
  });

  it('changes a draft that was given back, with what it demands now', async () => {
    const draft = notice({
      state: 'DRAFT',
      number: null,
      returnedFor: '期限太长',
      returnerName: '王主任',
      returnedAt: '2026-10-10T02:00:00Z',
    });
    const put = takes('put', '/rectification/notices/n1', json({ notice: draft, findings: [] }));
    server.use(
      can('notice:draft', 'finding:check'),
      put.handler,
      gives('/rectification/findings', json(page([]))),
      gives('/rectification/notices/n1', {
        notice: draft,
        findings: [
          finding({ state: 'NOTIFIED', requirement: '立即清理', termDays: 20, termKind: 'CALENDAR' }),
        ],
      }),
    );
    const { user } = open('/rectification/notices/n1/edit');
    expect(await screen.findByText('期限太长')).toBeInTheDocument();
    const days = await screen.findByRole('spinbutton', { name: '期限' });
    expect(days).toHaveValue('20');
    await user.clear(days);
    await user.type(days, '5');
    await user.type(screen.getByRole('textbox', { name: '抄送' }), '县教育局');
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() =>
      expect(put.seen[0]?.body).toMatchObject({
        copies: '县教育局',
        demands: [{ requirement: '立即清理', days: 5, kind: 'CALENDAR' }],
      }),
    );
  });

  it('takes a receipt with the name of the receiver', async () => {
    const post = takes('post', '/rectification/notices/n1/receipt', json({ notice: notice(), findings: [] }));
    server.use(can('notice:receive', 'notice:draft', 'finding:check'), post.handler);
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
    const { user } = open('/rectification/notices/new?unit=s1');
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
