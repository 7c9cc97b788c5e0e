import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty } from '@/test/balance';
import { expectAccessible, open } from '@/test/render';

beforeEach(aComputedCounty);

describe('/balance/schools', () => {
  it('marks a failing cell by sign as well as colour', async () => {
    open('/balance/schools');
    const row = (await screen.findByRole('link', { name: '青石小学' })).closest('tr') as HTMLElement;
    const cell = row.querySelector('[data-mark=failing]');
    expect(cell).toHaveTextContent('✕1.40');
    await expectAccessible();
  });

  it('shows only the failing when the address says so', async () => {
    open('/balance/schools?verdict=FAIL');
    expect(await screen.findByRole('link', { name: '青石小学' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '城关中心小学' })).not.toBeInTheDocument();
  });
});
