import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, refuses, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;
const can = (...permissions: string[]) => gives('/me', json({ ...officer, permissions }));

const songping = { id: 's1', name: '松坪小学' };
const lin = { id: 'i1', name: '林晓' };
const wang = { id: 'i2', name: '王强' };

const draw = (change: Record<string, unknown> = {}) => ({
  id: 'd1',
  regionCode: '530322',
  wish: {
    title: '食堂专项督导',
    day: '2026-12-01',
    schools: 1,
    inspectors: 2,
    groupSize: 2,
    zones: [],
    kinds: [],
    townships: [],
    leaveOutOwn: true,
  },
  seed: 4711,
  pool: { schools: 9, inspectors: 5 },
  excluded: [{ side: 'INSPECTOR', id: 'i9', name: '赵远', reason: 'NOT_IN_OFFICE' }],
  outcome: {
    inspectors: [lin, wang],
    groups: [
      {
        school: songping,
        inspectors: [lin, wang],
        passed: [{ inspector: { id: 'i3', name: '陈一' }, reason: 'RELATIVE' }],
      },
    ],
    attempts: 1,
  },
  drawnName: '周知夏',
  drawnAt: '2026-11-20T02:00:00Z',
  voidedFor: null,
  voidedName: null,
  voidedAt: null,
  visitsOn: null,
  visits: [],
  version: 3,
  ...change,
});

describe('/draws/new', () => {
  it('shows the pool with who is left out and why before anything is drawn, and draws what was seen', async () => {
    const previewed = takes(
      'post',
      '/zone/draws/preview',
      json({
        schools: [songping],
        inspectors: [lin, wang],
        barred: [{ inspectorId: 'i2', schoolId: 's1', reason: 'RESPONSIBLE' }],
        excluded: [{ side: 'INSPECTOR', id: 'i9', name: '赵远', reason: 'NOT_IN_OFFICE' }],
        checksum: 'abc',
      }),
    );
    const drawn = takes('post', '/zone/draws', json(draw()), 201);
    server.use(
      can('draw:read', 'draw:write'),
      previewed.handler,
      drawn.handler,
      gives('/zone/draws/d1', json(draw())),
    );
    const { user, address } = open('/draws/new');
    await user.type(await screen.findByRole('textbox', { name: '事项' }), '食堂专项督导');
    expect(screen.queryByRole('button', { name: '开始抽取' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '查看抽取范围' }));
    expect(await screen.findByText('当天不在任')).toBeInTheDocument();
    expect(screen.getByText('是该校责任督学')).toBeInTheDocument();
    expect(previewed.seen[0]?.body).toMatchObject({ title: '食堂专项督导', groupSize: 2, leaveOutOwn: true });
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '开始抽取' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '开始抽取' }));
    await waitFor(() => expect(drawn.seen[0]?.body).toMatchObject({ checksum: 'abc' }));
    await waitFor(() => expect(address()).toContain('/draws/d1'));
  });

  it('says why a wish cannot be', async () => {
    server.use(
      can('draw:read', 'draw:write'),
      refuses('post', '/zone/draws/preview', 422, { detail: '只抽 1 名督学，不够一所学校一组。' }),
    );
    const { user } = open('/draws/new');
    await user.type(await screen.findByRole('textbox', { name: '事项' }), '食堂专项督导');
    await user.click(screen.getByRole('button', { name: '查看抽取范围' }));
    expect(await screen.findByText('只抽 1 名督学，不够一所学校一组。')).toBeInTheDocument();
  });
});

describe('/draws/:id', () => {
  it('shows who was drawn, who stepped aside, and that it comes out the same again', async () => {
    server.use(
      can('draw:read', 'draw:write'),
      gives('/zone/draws/d1', json(draw())),
      gives(
        '/zone/draws/d1/repeat',
        json({ same: true, seed: 4711, pool: { schools: 9, inspectors: 5 }, outcome: draw().outcome }),
      ),
    );
    const { user } = open('/draws/d1');
    const line = (await screen.findByRole('link', { name: '松坪小学' })).closest('tr') as HTMLElement;
    expect(line).toHaveTextContent('林晓');
    expect(line).toHaveTextContent('陈一（近亲属在该校任职或就读）');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '重新验证' }));
    expect(await screen.findByText(/结果与登记的完全一致/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /作\s*废/ })).not.toBeInTheDocument();
  });

  it('plans joint visits for groups, and is declared void with a reason only', async () => {
    const planned = takes('post', '/zone/draws/d1/visits', json(draw()));
    const voided = takes('post', '/zone/draws/d1/void', json(draw({ voidedFor: '日期冲突' })));
    server.use(
      can('draw:read', 'draw:write', 'draw:void'),
      gives('/zone/draws/d1', json(draw())),
      gives('/index-systems', json([])),
      planned.handler,
      voided.handler,
    );
    const { user } = open('/draws/d1');
    await user.click(await screen.findByRole('button', { name: '安排督导' }));
    let dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('协作督导');
    await user.click(within(dialog).getByRole('button', { name: '安排督导' }));
    await waitFor(() => expect(planned.seen[0]?.body).toEqual({ on: '2026-12-01' }));
    expect(planned.seen[0]?.headers.get('If-Match')).toBe('"3"');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: /作\s*废/ }));
    dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /作\s*废/ }));
    expect(await within(dialog).findByText('请填写作废原因')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox'), '日期冲突');
    await user.click(within(dialog).getByRole('button', { name: /作\s*废/ }));
    await waitFor(() => expect(voided.seen[0]?.body).toEqual({ reason: '日期冲突' }));
  });
});

describe('/draws', () => {
  it('keeps void draws in the list', async () => {
    server.use(
      can('draw:read'),
      gives(
        '/zone/draws',
        json(
          page([
            {
              id: 'd1',
              title: '食堂专项督导',
              day: '2026-12-01',
              schools: 1,
              inspectors: 2,
              groupSize: 2,
              seed: 4711,
              drawnName: '周知夏',
              drawnAt: '2026-11-20T02:00:00Z',
              voidedFor: '日期冲突',
              visitsOn: null,
            },
          ]),
        ),
      ),
    );
    open('/draws');
    const line = (await screen.findByText('食堂专项督导')).closest('tr') as HTMLElement;
    expect(line).toHaveTextContent('已作废');
    expect(screen.queryByRole('link', { name: '新的抽取' })).not.toBeInTheDocument();
  });
});
