import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const account = (change: Record<string, unknown> = {}) => ({
  id: 'a1',
  username: 'wang',
  subject: 'x',
  name: '王敏',
  phone: '138****5678',
  post: '科员',
  role: 'officer',
  regionCode: '530322',
  regionName: '青岭县',
  zoneId: null,
  zoneName: null,
  schoolId: null,
  schoolName: null,
  enabled: true,
  demo: false,
  lastSeenAt: null,
  version: 2,
  ...change,
});

beforeEach(() => {
  server.use(gives('/accounts/provider', { managed: true }), gives('/accounts', json(page([account()]))));
});

describe('/accounts', () => {
  it('lists people with role, scope and when they were last here', async () => {
    open('/accounts');
    const row = (await screen.findByRole('link', { name: '王敏' })).closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('督导室工作人员');
    expect(row).toHaveTextContent('从未使用');
    await expectAccessible();
  });

  it('is closed to those who do not manage accounts', async () => {
    server.use(gives('/me', json({ ...officer, permissions: ['school:read'] })));
    open('/accounts');
    expect(await screen.findByRole('heading', { name: '这一页不在你的权限内' })).toBeInTheDocument();
  });

  it('creates an account and shows its first password once', async () => {
    const post = takes('post', '/accounts', json({ account: account(), temporaryPassword: 'Kx7-pq2' }), 201);
    server.use(post.handler);
    const { user } = open('/accounts');
    await user.click(await screen.findByRole('button', { name: '新增账号' }));
    const drawer = await screen.findByRole('dialog');
    await user.type(within(drawer).getByRole('textbox', { name: '姓名' }), '王敏');
    await user.type(within(drawer).getByRole('textbox', { name: '登录名' }), 'wang');
    await user.click(within(drawer).getByRole('button', { name: '建立账号' }));
    expect(await screen.findByText('Kx7-pq2')).toBeInTheDocument();
    expect(post.seen[0]?.body).toMatchObject({
      username: 'wang',
      details: { name: '王敏', role: 'officer', regionCode: '530322' },
    });
    await user.click(screen.getByRole('button', { name: '已记下' }));
    await waitFor(() => expect(screen.queryByText('Kx7-pq2')).not.toBeInTheDocument());
  });

  it('disables after saying what that means', async () => {
    const post = takes('post', '/accounts/a1/disable', json(account({ enabled: false })));
    server.use(post.handler);
    const { user } = open('/accounts');
    await user.click(await screen.findByRole('button', { name: '更多操作 王敏' }));
    await user.click(await screen.findByText('停用'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('停用后立即不能登录');
    await user.click(within(dialog).getByRole('button', { name: '停用' }));
    await waitFor(() => expect(post.seen[0]?.headers.get('If-Match')).toBe('"2"'));
  });

  it('asks for the subject where logins belong to another provider', async () => {
    server.use(gives('/accounts/provider', { managed: false }));
    const { user } = open('/accounts');
    await user.click(await screen.findByRole('button', { name: '新增账号' }));
    expect(await screen.findByRole('textbox', { name: '统一认证标识' })).toBeInTheDocument();
  });
});
