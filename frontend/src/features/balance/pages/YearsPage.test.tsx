import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, anEffect, json } from '@/test/balance';
import { aRun } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { gives, server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/balance/years', () => {
  it('sets the years side by side and names the schools that moved', async () => {
    const point = (year: number, runId: string, coefficient: number) => ({
      year,
      runId,
      stage: 'PRIMARY',
      indicator: 'multimediaRooms',
      coefficient,
      limit: 0.5,
      met: coefficient <= 0.5,
    });
    server.use(
      gives('/balance/runs/trend', [point(2024, 'r0', 0.53), point(2025, 'r1', 0.48)]),
      gives(
        '/balance/runs/compare',
        json({
          a: aRun(),
          b: aRun(),
          stages: [anEffect()],
          membership: [{ stage: 'PRIMARY', onlyA: [], onlyB: [] }],
        }),
      ),
    );
    open('/balance/years');
    expect(await screen.findByText('−0.050')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: '青石小学' })).toBeInTheDocument();
    await expectAccessible();
  });
});
