import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { at, gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;
const can = (...permissions: string[]) => gives('/me', json({ ...officer, permissions }));

const counts = { planned: 0, done: 0, made: 2, unplanned: 2, moved: 0, cancelled: 0, overdue: 0, rate: null };
const row = {
  id: 'i1',
  name: '王强',
  visits: counts,
  findings: 1,
  closed: 0,
  matters: [
    { no: 1, visits: 2, findings: 1 },
    { no: 2, visits: 0, findings: 0 },
  ],
  complaints: { received: 3, closed: 0, overdue: 1 },
  report: 'SUBMITTED',
};
const matters = [
  { no: 1, name: '校务管理', nameEn: 'Management' },
  { no: 2, name: '招生收费', nameEn: 'Enrolment' },
];

describe('/monthly', () => {
  it('says that the address names no month, and which one is shown', async () => {
    const months: (string | null)[] = [];
    server.use(
      can('report:read', 'report:open'),
      http.get(at('/zone/monthly-table'), ({ request }) => {
        months.push(new URL(request.url).searchParams.get('month'));
        return HttpResponse.json(
          json({ month: '2026-11', by: 'INSPECTOR', matters, rows: [], total: { ...row, id: null } }),
        );
      }),
    );
    open('/monthly?month=2026-13');
    expect(await screen.findByText(/地址里写的是“2026-13”.*2026年11月/)).toBeVisible();
    expect(months).toEqual(['2026-11']);
  });

  it('says where there is no plan, and opens the findings behind a number', async () => {
    server.use(
      can('report:read', 'report:open'),
      gives(
        '/zone/monthly-table',
        json({
          month: '2026-11',
          by: 'INSPECTOR',
          matters,
          rows: [row],
          total: { ...row, id: null, name: null },
        }),
      ),
      gives(
        '/zone/visit-findings',
        json([
          {
            visitId: 'v1',
            inspectorId: 'i1',
            inspectorName: '林晓',
            zoneId: null,
            matter: 1,
            finding: {
              id: 'f1',
              unitName: '松坪小学',
              description: '堆放杂物',
              foundOn: '2026-11-03',
              closedOn: null,
            },
          },
        ]),
      ),
    );
    const { user } = open('/monthly?month=2026-11');
    const [found, matter, complaint] = (await screen.findAllByText('王强')).map(
      (cell) => cell.closest('tr') as HTMLElement,
    );
    const line = found as HTMLElement;
    expect(line).toHaveTextContent('没有计划');
    expect(line).not.toHaveTextContent('%');
    expect(within(matter as HTMLElement).getByRole('link', { name: '王强 1：2 次督导' })).toHaveAttribute(
      'href',
      expect.stringMatching(/measure=MADE&matter=1&from=2026-11-01&until=2026-11-30&inspector=i1/),
    );
    expect(within(complaint as HTMLElement).getByRole('link', { name: '3' })).toHaveAttribute(
      'href',
      expect.stringMatching(/complaints\?measure=RECEIVED&from=2026-11-01&until=2026-11-30&inspector=i1/),
    );
    await expectAccessible();
    await user.click(within(matter as HTMLElement).getByRole('button', { name: '王强 1：1 个问题' }));
    expect(await screen.findByRole('link', { name: '堆放杂物' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /close|关闭/i }));
    await user.click(within(line).getByRole('button', { name: '1' }));
    expect(await screen.findByRole('link', { name: '堆放杂物' })).toHaveAttribute(
      'href',
      expect.stringContaining('/rectification/findings/f1'),
    );
  });
});

describe('/monthly/:inspector/:month', () => {
  it('is given back only with a reason, at the version it was read at', async () => {
    const report = {
      inspectorId: 'i1',
      inspectorName: '林晓',
      month: '2026-11',
      figures: { visits: counts, kinds: { ROUTINE: 2 }, schools: 2, findings: 1, closed: 0 },
      text: { work: '督导二次', problems: '', advice: '', next: '' },
      state: 'SUBMITTED',
      submittedAt: '2026-11-22T01:00:00Z',
      returnedFor: null,
      decidedBy: null,
      decidedAt: null,
      version: 5,
    };
    const decided = takes('post', '/zone/monthly-reports/i1/2026-11/decide', json(report));
    server.use(
      can('report:read', 'report:open', 'report:decide'),
      gives('/zone/monthly-reports/i1/2026-11', json(report)),
      decided.handler,
    );
    const { user } = open('/monthly/i1/2026-11');
    await user.click(await screen.findByRole('button', { name: /退\s*回/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /退\s*回/ }));
    expect(await within(dialog).findByText('请填写退回原因')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox'), '补充建议');
    await user.click(within(dialog).getByRole('button', { name: /退\s*回/ }));
    await waitFor(() => expect(decided.seen[0]?.body).toEqual({ returnedFor: '补充建议' }));
    expect(decided.seen[0]?.headers.get('If-Match')).toBe('"5"');
  });
});

describe('/work-log', () => {
  it('shows the month of the address, and says when it is none', async () => {
    const spans: string[] = [];
    server.use(
      can('report:read', 'report:open'),
      gives('/zone/inspectors', page([])),
      http.get(at('/zone/work-entries'), ({ request }) => {
        const query = new URL(request.url).searchParams;
        spans.push(`${query.get('from')} ${query.get('until')}`);
        return HttpResponse.json({ entries: [], sums: [], total: null });
      }),
    );
    const { router } = open('/work-log?month=2026-02');
    await waitFor(() => expect(spans).toEqual(['2026-02-01 2026-02-28']));
    expect(screen.queryByText(/地址里写的是/)).not.toBeInTheDocument();
    await act(() => router.navigate('/work-log?month=garbage&from=2026-02-31'));
    expect(
      await screen.findByText(/地址里写的是“2026-02-31 garbage”.*2026年6月1日至2026年11月22日/),
    ).toBeVisible();
  });

  it('asks for an amount for costs only', async () => {
    const added = takes('post', '/zone/work-entries', null, 204);
    server.use(
      can('report:open'),
      added.handler,
      gives('/zone/inspectors', json(page([{ id: 'i1', name: '林晓' }]))),
      gives('/zone/work-entries', json({ entries: [], sums: [], total: null })),
    );
    const { user } = open('/work-log');
    await user.click(await screen.findByRole('button', { name: /登\s*记/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('spinbutton')).not.toBeInTheDocument();
    await user.click(within(dialog).getByRole('combobox', { name: '种类' }));
    await user.click(await screen.findByTitle('交通费'));
    await user.type(await within(dialog).findByRole('spinbutton', { name: '金额' }), '26.5');
    await user.type(within(dialog).getByRole('textbox', { name: '内容' }), '赴松坪小学');
    await user.click(within(dialog).getByRole('button', { name: /登\s*记/ }));
    await waitFor(() =>
      expect(added.seen[0]?.body).toMatchObject({ kind: 'TRAVEL', amount: 26.5, inspectorId: 'i1' }),
    );
  });
});

describe('/school-views', () => {
  const view = {
    visitId: 'v1',
    schoolId: 's1',
    schoolName: '松坪小学',
    inspectorId: 'i1',
    inspectorName: '林晓',
    madeOn: '2026-11-03',
    fair: 5,
    useful: 3,
    clean: 5,
    words: '建议多听课',
    givenAt: '2026-11-05T01:00:00Z',
  };

  it('lists every view for the office, low marks by a sign, narrowed by what the address says', async () => {
    const asked: URL[] = [];
    server.use(
      can('schoolview:read'),
      gives('/zone/inspectors', json(page([{ id: 'i1', name: '林晓' }]))),
      http.get(at('/zone/school-views'), ({ request }) => {
        asked.push(new URL(request.url));
        return HttpResponse.json(json(page([view])));
      }),
    );
    open('/school-views?inspector=i1&from=2026-01-01&until=2026-12-31&only=low');
    const line = (await screen.findByText('松坪小学')).closest('tr') as HTMLElement;
    expect(line).toHaveTextContent('!3');
    expect(line).toHaveTextContent('建议多听课');
    expect(asked[0]?.search).toContain('inspector=i1');
    expect(asked[0]?.search).toContain('low=true');
    await expectAccessible();
  });

  it('is nobody else’s', async () => {
    server.use(can('report:read'));
    open('/school-views');
    expect(await screen.findByText('这一页不在你的权限内')).toBeInTheDocument();
  });
});
