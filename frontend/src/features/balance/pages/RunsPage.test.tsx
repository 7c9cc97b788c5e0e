import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty } from '@/test/balance';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/runs', () => {
  it('lists what was kept and recomputes it', async () => {
    server.use(
      takes('post', '/balance/runs/r1/verify', { same: true, stored: 'a', recomputed: 'a' }).handler,
    );
    const { user } = open('/runs');
    await user.click(await screen.findByRole('button', { name: '复算核对' }));
    expect(await screen.findByText('复算结果与保存的完全一致')).toBeInTheDocument();
    await expectAccessible(document.querySelector('main') ?? document.body);
  });
});
