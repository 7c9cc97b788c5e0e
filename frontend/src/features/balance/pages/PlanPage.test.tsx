import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, anEffect, json } from '@/test/balance';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/balance/plan', () => {
  const bill = { stages: [anEffect()], bill: 90000, costs: {} };

  it('shows at once what an addition moves', async () => {
    const tried = takes('post', '/balance/runs/r1/what-if', json(bill));
    server.use(tried.handler);
    sessionStorage.setItem(
      'dudao.additions.r1',
      JSON.stringify([{ schoolId: 's2', factCode: 'multimediaRooms', amount: 3 }]),
    );
    open('/balance/plan');
    expect(await screen.findByText('9.00 万元')).toBeInTheDocument();
    expect(screen.getByText('新达标 1 所')).toBeInTheDocument();
    expect(tried.seen[0]?.body).toEqual({
      additions: [{ schoolId: 's2', factCode: 'multimediaRooms', amount: 3 }],
    });
    await expectAccessible();
  });

  it('takes the cheapest plan over for adjusting', async () => {
    server.use(
      takes('post', '/balance/runs/r1/what-if', json(bill)).handler,
      takes(
        'post',
        '/balance/runs/r1/proposal',
        json({
          additions: [
            {
              schoolId: 's2',
              schoolCode: '2153000002',
              schoolName: '青石小学',
              indicator: 'multimediaRooms',
              fact: 'multimediaRooms',
              stage: null,
              amount: 8,
              forThreshold: 8,
              cost: 240000,
            },
          ],
          permitted: [],
          summaries: [],
          leftOut: [],
          bill: 240000,
          costs: {},
          stages: [anEffect()],
        }),
      ).handler,
    );
    const { user } = open('/balance/plan');
    await user.click(await screen.findByRole('button', { name: '计算方案' }));
    expect((await screen.findAllByText('24.00 万元')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: '放入下方继续调整' }));
    expect(await screen.findByRole('spinbutton', { name: /青石小学 网络多媒体教室间数/ })).toHaveValue('8');
  });
});
