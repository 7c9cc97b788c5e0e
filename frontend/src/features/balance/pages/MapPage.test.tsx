import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, json } from '@/test/balance';
import { aFailingSchool, aRunSchool } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { gives, server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/balance/map', () => {
  it('counts what it draws and names what it cannot', async () => {
    server.use(
      gives(
        '/balance/runs/r1/schools',
        json([aRunSchool(), { ...aFailingSchool(), longitude: null, latitude: null }]),
      ),
    );
    open('/balance/map');
    expect(await screen.findByText(/1 所达标，1 所未达标；1 所没有坐标，未画出。/)).toBeInTheDocument();
    expect(screen.getByRole('group', { name: '各乡镇学校结果' })).toHaveTextContent('城关镇1');
    await expectAccessible();
  });
});
