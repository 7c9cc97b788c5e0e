import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, json } from '@/test/balance';
import { takes } from '@/test/body';
import { aFramework } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { gives, server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/frameworks', () => {
  it('shows what is not verified as such', async () => {
    open('/frameworks/f1');
    expect(await screen.findByText('2 个参数未核实')).toBeInTheDocument();
    expect(screen.getByText('应达标学校比例')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '发布' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('edits a draft and shows how it differs from its model', async () => {
    const draft = aFramework({ id: 'f2', code: 'YN', state: 'DRAFT', basedOn: 'f1', regionCode: '530322' });
    const put = takes('put', '/balance/frameworks/f2', json(draft));
    server.use(gives('/balance/frameworks', json([aFramework(), draft])), put.handler);
    const { user } = open('/frameworks/f2');
    const limit = await screen.findByRole('spinbutton', { name: '小学差异系数限值' });
    await user.clear(limit);
    await user.type(limit, '0.4');
    await user.tab();
    expect(await screen.findByText('原为 0.5')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() => expect(put.seen).toHaveLength(1));
    const sent = put.seen[0]?.body as { parameters: { code: string; value: unknown }[] };
    expect(sent.parameters.find((p) => p.code === 'limit.PRIMARY')?.value).toBe(0.4);
    expect(put.seen[0]?.headers.get('If-Match')).toBe('"4"');
  });
});
