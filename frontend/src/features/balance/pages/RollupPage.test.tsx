import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, json } from '@/test/balance';
import { expectAccessible, open } from '@/test/render';
import { gives, page, province, server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/rollup', () => {
  it('ranks the counties of a province', async () => {
    const rollup = {
      id: 'u1',
      frameworkId: 'f1',
      frameworkCode: 'QUALITY_2017',
      frameworkVersion: 1,
      regionCode: '53',
      year: 2025,
      jobId: 'j1',
      state: 'DONE',
      message: null,
      counties: 1,
      schools: 120,
      createdBy: '省级',
      createdAt: '2026-11-20T08:12:00Z',
      finishedAt: '2026-11-20T08:13:00Z',
    };
    server.use(
      gives('/me', json(province)),
      gives('/balance/rollups', json([rollup])),
      gives('/balance/rollups/u1', json({ rollup, verdicts: { PRIMARY: { FAIL: 1 } } })),
      gives(
        '/balance/rollups/u1/counties',
        json(
          page([
            {
              rank: 1,
              countyCode: '530322',
              countyName: '青岭县',
              stage: 'PRIMARY',
              verdict: 'FAIL',
              composite: null,
              distance: 1.1449,
              schools: 120,
              schoolsPassing: 80,
              schoolsNeeded: 120,
              pupils: 30000,
              excluded: 2,
              missing: 0,
              indicators: [
                {
                  code: 'multimediaRooms',
                  mean: 2.4,
                  coefficientOfVariation: 0.51,
                  limit: 0.5,
                  met: false,
                  reason: null,
                },
              ],
            },
          ]),
        ),
      ),
    );
    const { user } = open('/rollup');
    const row = (await screen.findByRole('link', { name: '青岭县' })).closest('tr') as HTMLElement;
    expect(within(row).getByText('1.145')).toBeInTheDocument();
    expect(row.querySelector('[data-mark=failing]')).toHaveTextContent('✕0.510');
    // the chart and its table say the same number
    await user.click(screen.getByRole('button', { name: '表' }));
    expect(screen.getAllByText('1.145')).toHaveLength(2);
    await expectAccessible();
  });
});
