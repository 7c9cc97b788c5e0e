import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const term = {
  regionCode: '530322',
  year: 2026,
  half: 'AUTUMN',
  fromDay: '2026-09-01',
  untilDay: '2027-01-22',
  version: 3,
};

const counts = (change: Record<string, unknown> = {}) => ({
  planned: 0,
  done: 0,
  made: 0,
  unplanned: 0,
  moved: 0,
  cancelled: 0,
  overdue: 0,
  rate: null,
  ...change,
});

const visit = (change: Record<string, unknown> = {}) => ({
  id: 'v1',
  schoolId: 's1',
  schoolName: '松坪小学',
  kind: 'ROUTINE',
  plannedOn: '2026-11-25',
  madeOn: null,
  cancelledFor: null,
  records: 0,
  state: 'PLANNED',
  systemId: null,
  inspectorId: 'i1',
  inspectorName: '林晓',
  participants: [],
  announced: false,
  moved: false,
  version: 4,
  ...change,
});

const drawn = {
  inspectorId: 'i1',
  inspectorName: '林晓',
  schoolId: 's1',
  schoolName: '松坪小学',
  day: '2026-12-03',
  period: '2026-12',
  choices: 17,
  together: ['河口小学'],
};

const preview = {
  seed: 4711,
  checksum: 'abc',
  semester: term,
  kind: 'REGULAR',
  periods: [],
  limits: { perPeriod: 1, perDay: 2, gapDays: 10, nearbyKm: 10 },
  respected: 9,
  nobody: ['岩脚小学'],
  yearsWithoutCalendar: [2027],
  systemName: null,
  visits: [drawn],
  missing: [
    {
      inspectorId: 'i1',
      inspectorName: '林晓',
      schoolId: 's2',
      schoolName: '河口小学',
      period: '2026-11',
      reason: 'NO_ROOM',
    },
    {
      inspectorId: 'i2',
      inspectorName: '何思齐',
      schoolId: 's3',
      schoolName: '龙潭小学',
      period: '2026-11',
      reason: 'NO_TERM',
      termUntil: '2025-08-31',
    },
  ],
};

const can = (...permissions: string[]) =>
  gives('/me', json({ ...officer, permissions: ['visit:read', 'visitplan:read', ...permissions] }));

beforeEach(() => {
  server.use(
    can('visitplan:write', 'visit:make'),
    gives('/zone/semesters', json([term])),
    gives('/zone/visit-plans', json([])),
    gives('/zone/parameters', json([])),
    gives('/zone/inspectors', json(page([{ id: 'i1', name: '林晓' }]))),
    gives(
      '/zone/visit-progress',
      json({
        from: term.fromDay,
        until: term.untilDay,
        by: 'INSPECTOR',
        rows: [
          {
            id: 'i1',
            name: '林晓',
            from: term.fromDay,
            until: term.untilDay,
            counts: counts({ planned: 8, done: 6, made: 7, unplanned: 1, overdue: 2, rate: 75 }),
          },
          { id: 'i2', name: '王强', from: term.fromDay, until: term.untilDay, counts: counts() },
        ],
        total: counts({ planned: 8, done: 6, made: 7, unplanned: 1, overdue: 2, rate: 75 }),
      }),
    ),
  );
});

describe('/visit-plans', () => {
  it('leads from every number to its rows, and says where there is no plan instead of 0', async () => {
    open('/visit-plans');
    const overdue = await screen.findAllByRole('link', { name: /2$/ });
    expect(overdue[0]).toHaveAttribute(
      'href',
      expect.stringMatching(/\/visits\?measure=OVERDUE&from=2026-09-01&until=2027-01-22&inspector=i1/),
    );
    const without = screen.getByRole('link', { name: '王强' }).closest('tr') as HTMLElement;
    expect(without).toHaveTextContent('没有计划');
    expect(without).not.toHaveTextContent('%');
    await expectAccessible();
  });

  it('adopts exactly the draw that was seen', async () => {
    const asked = takes('post', '/zone/visit-plans/preview', json(preview));
    const adopted = takes('post', '/zone/visit-plans', json({}), 201);
    server.use(asked.handler, adopted.handler);
    const { user } = open('/visit-plans');
    await user.click(await screen.findByRole('button', { name: '生成学期计划' }));
    const drawer = await screen.findByRole('dialog');
    await user.click(within(drawer).getByRole('button', { name: '生成预览' }));
    expect(await within(drawer).findByText(/种子 4711/)).toBeInTheDocument();
    expect(within(drawer).getByText(/从 17 个可选日中抽取，与河口小学同日/)).toBeInTheDocument();
    expect(within(drawer).getByText('剩余工作日已满或间隔不足')).toBeInTheDocument();
    expect(within(drawer).getByText(/何思齐 的任期到 .*请先续聘或调整责任督学/)).toBeInTheDocument();
    expect(within(drawer).getByText(/2027年节假日安排尚未录入/)).toBeInTheDocument();
    expect(within(drawer).getByText('岩脚小学')).toBeInTheDocument();
    await user.click(within(drawer).getByRole('button', { name: '采用这份计划（1 次）' }));
    await waitFor(() =>
      expect(adopted.seen[0]?.body).toMatchObject({
        checksum: 'abc',
        wish: { seed: 4711, year: 2026, half: 'AUTUMN', kind: 'REGULAR', announced: false },
      }),
    );
  });
});

describe('/visit-plans/inspectors/:id', () => {
  it('moves a visit by its button with the reason; a day off must be meant', async () => {
    const moved = takes('post', '/zone/visits/v1/move', json({}));
    server.use(
      moved.handler,
      gives('/zone/visits', json(page([visit()]))),
      gives('/zone/days-off', json([{ day: '2026-11-28', name: null }])),
    );
    const { user } = open('/visit-plans/inspectors/i1?month=2026-11');
    await user.click(await screen.findByRole('button', { name: '松坪小学改期' }));
    await expectAccessible();
    const dialog = await screen.findByRole('dialog');
    const box = within(dialog).getByRole('textbox', { name: '新的日期' });
    await user.click(box);
    await user.type(box, '2026-11-28{Enter}');
    const meant = await within(dialog).findByRole('checkbox');
    await user.type(within(dialog).getByRole('textbox', { name: '原因' }), '学校运动会');
    await user.click(within(dialog).getByRole('button', { name: /改\s*期/ }));
    expect(moved.seen).toHaveLength(0);
    await user.click(meant);
    await user.click(within(dialog).getByRole('button', { name: /改\s*期/ }));
    await waitFor(() =>
      expect(moved.seen[0]?.body).toEqual({ to: '2026-11-28', dayOff: true, reason: '学校运动会' }),
    );
    expect(moved.seen[0]?.headers.get('If-Match')).toBe('"4"');
  });
});

describe('/key-points', () => {
  it('lets the director alone approve', async () => {
    const points = {
      id: 'k1',
      regionCode: '530322',
      year: 2027,
      title: '2027年工作要点',
      preface: null,
      points: ['落实挂牌督导'],
      state: 'DRAFT',
      inForceFrom: null,
      approvedBy: null,
      approvedAt: null,
      approvalId: null,
      version: 2,
    };
    server.use(gives('/zone/key-points', json([points])));
    const { unmount } = open('/key-points');
    expect(await screen.findByText('落实挂牌督导')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /批\s*准/ })).not.toBeInTheDocument();
    unmount();
    const approved = takes('post', '/zone/key-points/2027/approve', json(points));
    server.use(can('visitplan:rules'), approved.handler);
    const { user } = open('/key-points');
    await user.click(await screen.findByRole('button', { name: /批\s*准/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /批\s*准/ }));
    await waitFor(() => expect(approved.seen[0]?.body).toEqual({ inForceFrom: '2027-01-01' }));
  });

  it('issues approved ones as a document once, after saying what that does', async () => {
    const issued = takes('post', '/publication/key-points/a1/issue', json({ documentId: 'd1' }));
    server.use(
      can('visitplan:write', 'document:read', 'document:handle'),
      issued.handler,
      gives('/publication/documents', json(page([]))),
      gives(
        '/zone/key-points',
        json([
          {
            id: 'k1',
            regionCode: '530322',
            year: 2026,
            title: '2026年工作要点',
            preface: null,
            points: ['落实挂牌督导'],
            state: 'APPROVED',
            inForceFrom: '2026-01-04',
            approvedBy: '林怀远',
            approvedAt: '2026-01-04T04:00:00Z',
            approvalId: 'a1',
            version: 2,
          },
        ]),
      ),
    );
    const { user } = open('/key-points');
    await user.click(await screen.findByRole('button', { name: /印\s*发/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('取得文号');
    await user.click(within(dialog).getByRole('button', { name: /印\s*发/ }));
    await waitFor(() => expect(issued.seen).toHaveLength(1));
  });
});

describe('/supervision-rules', () => {
  const rule = (code: string, value: number, own = false) => ({
    code,
    validFrom: '2016-07-29',
    value,
    source: '本软件拟定',
    own,
    verified: false,
  });

  it('shows each rule under what it governs, and sets one for the county at the version it was read at', async () => {
    const set = takes('put', '/zone/parameters/APPRAISAL_WEIGHT_TRAINING', json(rule('X', 0, true)));
    server.use(
      can('visitplan:read', 'visitplan:rules'),
      gives(
        '/zone/parameters',
        json([
          rule('RECORD_REPLY_DAYS', 7, true),
          rule('COMPLAINT_ANSWER_DAYS', 30),
          rule('APPRAISAL_WEIGHT_TRAINING', 15),
        ]),
      ),
      gives(
        '/zone/parameters/history',
        json([
          rule('RECORD_REPLY_DAYS', 7, true),
          { ...rule('RECORD_REPLY_DAYS', 5), validFrom: '2013-09-01' },
          { ...rule('COMPLAINT_ANSWER_DAYS', 20, true), validFrom: '2027-01-01', source: '县里的办法' },
          rule('COMPLAINT_ANSWER_DAYS', 30),
        ]),
      ),
      set.handler,
    );
    const { user } = open('/supervision-rules');
    expect(await screen.findByText('共 3 项，其中 1 项由本县规定，3 项未经核实')).toBeInTheDocument();
    expect(screen.getByText('7 个工作日').parentElement).toHaveTextContent(
      '学校答复督导工作记录的期限 7 个工作日',
    );
    expect(screen.getByText('一般规定，2013年9月1日起 5 个工作日：本软件拟定')).toBeInTheDocument();
    expect(screen.getByText('本县规定，2027年1月1日起 20 个工作日：县里的办法')).toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '修改 督学考核：培训学时的权重' }));
    const dialog = await screen.findByRole('dialog');
    const value = within(dialog).getByRole('spinbutton');
    await user.clear(value);
    await user.type(value, '0');
    await user.type(within(dialog).getByRole('textbox', { name: '依据' }), '县督导室考核办法');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await waitFor(() =>
      expect(set.seen[0]?.body).toEqual({ value: 0, from: '2026-11-22', source: '县督导室考核办法' }),
    );
    expect(set.seen[0]?.headers.get('If-Match')).toBe('"2016-07-29/15"');
  });
});
