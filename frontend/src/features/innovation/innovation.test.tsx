import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;
const can = (...permissions: string[]) => gives('/me', json({ ...officer, permissions }));

const standard = {
  code: 'INNOVATION_COVERAGE',
  validFrom: '2013-09-17',
  value: 100,
  source: '《挂牌督导办法》',
  own: false,
  verified: false,
};
const item = {
  methodZh: null,
  methodEn: null,
  nameEn: 'x',
  measured: null,
  answer: null,
  outcome: 'OPEN',
};
const measured = {
  measure: 'COVERAGE',
  shape: 'SHARE',
  met: 1,
  total: 3,
  value: 33.3,
  standard,
  limit: null,
  missing: 2,
  missingPoints: 66.7,
};
const check = {
  id: null,
  regionCode: officer.scope.regionCode,
  year: 2026,
  edition: 1,
  latest: 1,
  state: 'DRAFT',
  asOf: '2026-11-22',
  tally: { met: 0, missed: 1, open: 1, unanswered: 1 },
  conditions: [
    {
      code: '1',
      nameZh: '组织领导',
      nameEn: 'Leadership',
      outcome: 'OPEN',
      items: [{ ...item, code: '1.1', nameZh: '领导小组有文件' }],
    },
    {
      code: '4',
      nameZh: '开展工作',
      nameEn: 'Work',
      outcome: 'SHORT',
      items: [
        { ...item, code: '4.2', nameZh: '挂牌督导覆盖', outcome: 'SHORT', measured },
        {
          ...item,
          code: '4.4',
          nameZh: '计划完成',
          measured: {
            ...measured,
            measure: 'PLAN_DONE',
            met: 0,
            total: 0,
            value: null,
            missing: null,
            missingPoints: null,
          },
        },
      ],
    },
  ],
  adoptedBy: null,
  adoptedAt: null,
  opinion: null,
  reopenedFor: null,
  version: 3,
};

describe('/innovation', () => {
  it('says what is lacking, never a zero where nothing was measured, and opens the rows', async () => {
    server.use(
      can('innovation:read'),
      gives('/zone/innovation-checks', json([])),
      gives('/zone/innovation-checks/2026', json(check)),
      gives(
        '/zone/innovation-checks/2026/rows',
        json([
          {
            kind: 'SCHOOL',
            id: 's1',
            name: '松坪小学',
            about: null,
            day: null,
            value: null,
            met: false,
          },
        ]),
      ),
    );
    const { user } = open('/innovation?of=2026');
    expect(await screen.findByText(/2 项条件中，达到 0 项，未达到 1 项，待定 1 项/)).toBeInTheDocument();
    expect(screen.getByText('还差 2 所学校，66.7 个百分点')).toBeInTheDocument();
    expect(screen.getByText('没有数据，无法测算')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^填写/ })).not.toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '查看明细：挂牌督导覆盖' }));
    expect(await screen.findByRole('link', { name: '松坪小学' })).toHaveAttribute(
      'href',
      expect.stringContaining('/schools/s1'),
    );
  });

  it('takes an answer by hand at the version it was read at, and is adopted only when all are given', async () => {
    const answered = takes('put', '/zone/innovation-checks/2026/answers/1.1', json(check));
    server.use(
      can('innovation:read', 'innovation:write', 'innovation:adopt'),
      gives('/zone/innovation-checks', json([])),
      gives('/zone/innovation-checks/2026', json(check)),
      answered.handler,
    );
    const { user } = open('/innovation?of=2026');
    expect(await screen.findByRole('button', { name: /审\s*定/ })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: '填写 领导小组有文件' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    expect(await within(dialog).findByText('请选择是或否')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('radio', { name: '是' }));
    await user.type(within(dialog).getByRole('textbox', { name: '说明' }), '县政办文件');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await waitFor(() =>
      expect(answered.seen[0]?.body).toEqual({ met: true, note: '县政办文件', evidence: [] }),
    );
    expect(answered.seen[0]?.headers.get('If-Match')).toBe('"3"');
  });
});
