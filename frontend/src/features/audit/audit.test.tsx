import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const entry = {
  id: 'e1',
  at: '2026-11-22T02:03:00Z',
  actor: 'wang',
  actorName: '王敏',
  actorRole: 'director',
  source: '10.0.0.8',
  action: 'region.renamed',
  actionName: '地区更名',
  subjectType: 'region',
  subjectName: '地区',
  subjectId: '530322101',
  subjectTitle: '旧镇',
  titleOfToday: false,
  regionCode: '530322101',
  changes: [{ code: 'name', name: '名称', before: '旧镇', after: '新镇' }],
  day: '2026-11-22',
  seq: 7,
};
const day = { day: '2026-11-22', records: 7, head: 'ab'.repeat(32) };

beforeEach(() => {
  server.use(
    gives('/me', json({ ...officer, permissions: ['audit:read'] })),
    gives('/audit/vocabulary', { actions: [{ code: 'region.renamed', name: '地区更名' }], subjects: [] }),
    gives('/audit', json(page([entry]))),
  );
});

describe('/audit', () => {
  it('tells who changed what from what to what, and opens the whole record', async () => {
    const { user } = open('/audit');
    const at = await screen.findByRole('button', { name: /2026年11月22日/ });
    expect(at.closest('tr')).toHaveTextContent('王敏地区更名地区 · 旧镇名称 旧镇 改为 新镇10.0.0.8');
    await expectAccessible();
    await user.click(at);
    const drawer = await screen.findByRole('dialog');
    expect(within(drawer).getByText('2026年11月22日 第 7 条')).toBeInTheDocument();
    expect(within(drawer).getByRole('link', { name: '与它有关的全部记录' })).toHaveAttribute(
      'href',
      '/audit?subjectType=region&subject=530322101',
    );
  });

  it('says of an older record that the name is of today', async () => {
    server.use(gives('/audit', json(page([{ ...entry, subjectTitle: '新镇', titleOfToday: true }]))));
    open('/audit');
    expect(await screen.findByText('地区 · 新镇（现名）')).toBeVisible();
  });

  it('checks the chain and shows the hash of each day', async () => {
    const post = takes(
      'post',
      '/audit/check',
      json({ records: 7, waiting: 0, days: [day], faults: [], faultCount: 0 }),
    );
    server.use(post.handler);
    const { user } = open('/audit');
    await user.click(await screen.findByRole('button', { name: '核验' }));
    expect(await screen.findByText('审计链完整，7 条记录均未被改动')).toBeInTheDocument();
    expect(screen.getByText(day.head)).toBeInTheDocument();
  });

  it('names the place where the chain was broken', async () => {
    const fault = { kind: 'CHANGED', day: '2026-11-22', seq: 3, recordId: 'r-3' };
    const answer = { records: 7, waiting: 0, days: [day], faults: [fault], faultCount: 1 };
    server.use(takes('post', '/audit/check', json(answer)).handler);
    const { user } = open('/audit');
    await user.click(await screen.findByRole('button', { name: '核验' }));
    expect(await screen.findByText('审计链不完整，有 1 处')).toBeInTheDocument();
    expect(screen.getByText('r-3').closest('tr')).toHaveTextContent('记录与入链时不同');
  });

  it('asks for what the address says', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => asked.push(request.url));
    open('/audit?subjectType=notice&from=2026-11-01&until=2026-11-30');
    await waitFor(() =>
      expect(asked.some((url) => url.includes('subjectType=notice&from=2026-11-01&until=2026-11-30'))).toBe(
        true,
      ),
    );
  });

  it('is closed to those who may not read it', async () => {
    server.use(gives('/me', json({ ...officer, permissions: ['school:read'] })));
    open('/audit');
    expect(await screen.findByRole('heading', { name: '这一页不在你的权限内' })).toBeInTheDocument();
  });
});
