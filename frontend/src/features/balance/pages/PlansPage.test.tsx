import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, anEffect, json } from '@/test/balance';
import { expectAccessible, open } from '@/test/render';
import { gives, server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/plans', () => {
  it('lists plans and sets two side by side', async () => {
    const plan = (id: string, name: string) => ({
      id,
      runId: 'r1',
      regionCode: '530322',
      name,
      note: null,
      additions: [{ schoolId: 's2', factCode: 'multimediaRooms', stage: null, amount: 3 }],
      costs: {},
      bill: 90000,
      outcome: [anEffect()],
      createdBy: '林晓',
      createdAt: '2026-11-20T08:12:00Z',
      updatedAt: '2026-11-20T08:12:00Z',
      version: 0,
    });
    server.use(gives('/balance/plans', json([plan('p1', '方案一'), plan('p2', '方案二')])));
    open('/plans?a=p1&b=p2');
    expect(await screen.findByRole('link', { name: '方案一' })).toBeInTheDocument();
    expect(await screen.findAllByText('新达标 1 所')).toHaveLength(2);
    await expectAccessible();
  });
});
