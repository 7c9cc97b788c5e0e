import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;
const can = (...permissions: string[]) => gives('/me', json({ ...officer, permissions }));

const part = (
  measure: string,
  done: number | null,
  of: number | null,
  value: number | null,
  weight: number,
) => ({
  measure,
  done,
  of,
  value,
  weight,
  missing: value === null ? 'FEW_ANSWERS' : null,
});

const parts = [
  part('FULFILMENT', 9, 10, 90, 20),
  part('COVERAGE', 9, 10, 90, 25),
  part('CLOSURE', 3, 4, 75, 15),
  part('TRAINING', 40, 40, 100, 15),
  part('REPORTS', 1, 2, 50, 10),
  part('FEEDBACK', null, null, null, 15),
];

const rules = [
  { code: 'APPRAISAL_EXCELLENT', value: 90 },
  { code: 'APPRAISAL_COMPETENT', value: 70 },
  { code: 'APPRAISAL_BASIC', value: 60 },
].map((rule) => ({ ...rule, validFrom: '2016-07-29', source: '本软件拟定', own: false, verified: false }));

const appraisal = (change: Record<string, unknown> = {}) => ({
  inspectorId: 'i1',
  inspectorName: '王强',
  kind: 'RESPONSIBLE',
  year: 2025,
  state: 'SUBMITTED',
  basis: {
    figures: {
      from: '2025-01-01',
      until: '2025-12-31',
      visits: { planned: 10, done: 9, made: 9, unplanned: 0, moved: 0, cancelled: 0, overdue: 1, rate: 90 },
      termsKnown: true,
      months: [
        {
          month: '2025-09',
          from: '2025-09-01',
          until: '2025-09-30',
          schools: 5,
          visited: 4,
          missed: [{ id: 's1', name: '松坪小学' }],
          report: null,
        },
      ],
      findings: 6,
      due: 4,
      closed: 3,
      trainingHours: 40,
      trainingRequired: 40,
      answers: 2,
      counted: 0,
      least: 3,
      view: null,
    },
    rules,
    score: { parts, weighed: 85, counted: 84.4, officeShare: 40, total: 88.6, suggested: 'COMPETENT' },
  },
  checksum: 'abc',
  officeMark: 95,
  comment: '认真负责',
  submittedTotal: 88.6,
  grade: null,
  gradeReason: null,
  steps: [{ kind: 'SUBMITTED', note: null, actorName: '周知夏', at: '2026-01-06T04:00:00Z' }],
  own: false,
  version: 4,
  ...change,
});

describe('/appraisals', () => {
  it('lists a year with what is missing as missing, and opens an inspector', async () => {
    server.use(
      can('appraisal:read', 'appraisal:write'),
      gives(
        '/zone/appraisals',
        json(
          page([
            {
              inspectorId: 'i1',
              inspectorName: '王强',
              kind: 'RESPONSIBLE',
              year: 2026,
              state: null,
              parts,
              counted: 84.4,
              officeMark: null,
              total: null,
              suggested: null,
              grade: null,
              acknowledged: false,
            },
          ]),
        ),
      ),
    );
    open('/appraisals');
    const line = (await screen.findByText('王强')).closest('tr') as HTMLElement;
    expect(line).toHaveTextContent('84.4');
    expect(line).toHaveTextContent('—');
    expect(line).toHaveTextContent('未开始');
    await expectAccessible();
  });
});

describe('/appraisals/:year/:inspector', () => {
  it('explains the mark in sentences, leads to the rows, and says what takes no part', async () => {
    server.use(
      can('appraisal:read', 'appraisal:write'),
      gives('/zone/appraisals/2025/i1', json(appraisal())),
    );
    open('/appraisals/2025/i1');
    expect(
      await screen.findByText(
        '数据得分 = （计划完成 90.0×20 + 每月入校 90.0×25 + 问题销号 75.0×15 + 培训学时 100.0×15 + 月报提交 50.0×10）÷ 85 = 84.4。',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('总分 = 数据得分 84.4×60% + 督导室评分 95×40% = 88.6。')).toBeInTheDocument();
    expect(screen.getByText(/没有数据、不参加计算的项目：学校评价/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '已计划 10 次' })).toHaveAttribute(
      'href',
      expect.stringContaining('/visits?measure=PLANNED&from=2025-01-01&until=2025-12-31&inspector=i1'),
    );
    expect(screen.getByRole('link', { name: '松坪小学' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '确认等次' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('tells the director that the total has moved since it was submitted, and what does not count yet', async () => {
    server.use(
      can('appraisal:read', 'appraisal:write', 'appraisal:confirm'),
      gives('/zone/appraisals/2025/i1', json(appraisal({ submittedTotal: 90.2 }))),
    );
    open('/appraisals/2025/i1');
    expect(await screen.findByText(/报送时总分 90.2，数据变动后现为 88.6/)).toBeInTheDocument();
    expect(screen.getByText(/另有 2 个还没到期，不计/)).toBeInTheDocument();
  });

  it('asks the director for a reason when the grade is another one, and says which figures were seen', async () => {
    const confirmed = takes(
      'post',
      '/zone/appraisals/2025/i1/confirm',
      json(appraisal({ state: 'CONFIRMED' })),
    );
    server.use(
      can('appraisal:read', 'appraisal:write', 'appraisal:confirm'),
      gives('/zone/appraisals/2025/i1', json(appraisal())),
      confirmed.handler,
    );
    const { user } = open('/appraisals/2025/i1');
    await user.click(await screen.findByRole('button', { name: '确认等次' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox', { name: '等次' }));
    await user.click(await screen.findByTitle('优秀'));
    await user.click(within(dialog).getByRole('button', { name: '确认等次' }));
    expect(await within(dialog).findByText('请填写与建议等次不同的理由')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox'), '急难任务表现突出');
    await user.click(within(dialog).getByRole('button', { name: '确认等次' }));
    await waitFor(() =>
      expect(confirmed.seen[0]?.body).toEqual({
        grade: 'EXCELLENT',
        reason: '急难任务表现突出',
        checksum: 'abc',
      }),
    );
    expect(confirmed.seen[0]?.headers.get('If-Match')).toBe('"4"');
  });

  it('lets the inspector say once that it was read', async () => {
    const read = takes('post', '/zone/appraisals/2025/i1/acknowledge', json(appraisal()));
    server.use(
      can('appraisal:read'),
      gives(
        '/zone/appraisals/2025/i1',
        json(appraisal({ state: 'CONFIRMED', grade: 'COMPETENT', own: true })),
      ),
      read.handler,
    );
    const { user } = open('/appraisals/2025/i1');
    await user.click(await screen.findByRole('button', { name: /已\s*阅/ }));
    await waitFor(() => expect(read.seen[0]?.body).toEqual({}));
    expect(screen.queryByRole('link', { name: '看学校评价' })).not.toBeInTheDocument();
  });
});
