import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, page, refuses, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const told = {
  id: 'm1',
  kind: 'rectification.toReceive',
  text: '收到整改通知书 教督整改〔2026〕5号',
  subjectType: 'notice',
  subjectId: 'n1',
  dueOn: null,
  createdAt: '2026-11-22T02:03:00Z',
  readAt: null,
};
const settings = {
  email: 'a@example.org',
  mobile: null,
  quietFrom: '21:00:00',
  quietUntil: '07:30:00',
  digestAt: null,
  language: 'zh',
  channels: ['EMAIL'],
  kinds: [
    { code: 'rectification.toReceive', name: '整改通知书待签收', urgent: true, email: 'NOW', webhook: 'OFF' },
  ],
  version: 4,
};
const refused = {
  id: 'd1',
  channel: 'EMAIL',
  state: 'GIVEN_UP',
  title: '整改通知书待签收',
  body: '',
  createdAt: '2026-11-22T02:03:00Z',
  notBefore: '2026-11-22T02:03:00Z',
  attempts: 7,
  lastError: 'HTTP 503',
  sentAt: null,
};

beforeEach(() => {
  server.use(
    gives('/messages', json(page([told]))),
    gives('/messages/unread', { count: 1 }),
    gives('/messages/settings', json(settings)),
    gives('/messages/deliveries', json([refused])),
    refuses('get', '/rectification/notices/n1', 404),
  );
});

describe('/messages', () => {
  it('lists what was told, marks it as read when opened and leads to the thing', async () => {
    const post = takes('post', '/messages/m1/read', json({ count: 0 }));
    server.use(post.handler);
    const { user, router } = open('/messages');
    expect(await screen.findByText('1 条未读')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '消息，1 条未读' })).toHaveAttribute('href', '/messages');
    await expectAccessible();
    await user.click(await screen.findByRole('link', { name: told.text }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    await waitFor(() => expect(router.state.location.pathname).toBe('/rectification/notices/n1'));
  });

  it('leads from the link of a mail to the page of the thing', async () => {
    const { router } = open('/go/notice/n1');
    await waitFor(() => expect(router.state.location.pathname).toBe('/rectification/notices/n1'));
  });
});

describe('/messages/settings', () => {
  it('keeps what was chosen, with the version it was read at', async () => {
    const put = takes('put', '/messages/settings', json({ ...settings, version: 5 }));
    server.use(put.handler);
    const { user } = open('/messages/settings');
    const email = await screen.findByRole('textbox', { name: '邮箱' });
    await expectAccessible();
    await user.clear(email);
    await user.type(email, 'b@example.org');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(put.seen).toHaveLength(1));
    expect(put.seen[0]?.headers.get('If-Match')).toBe('"4"');
    expect(put.seen[0]?.body).toEqual({
      email: 'b@example.org',
      language: 'zh',
      quietFrom: '21:00',
      quietUntil: '07:30',
      choices: [
        { kind: 'rectification.toReceive', channel: 'EMAIL', mode: 'NOW' },
        { kind: 'rectification.toReceive', channel: 'WEBHOOK', mode: 'OFF' },
      ],
    });
  });

  it('says which channel is not set up, why a delivery failed, and tries again', async () => {
    const post = takes('post', '/messages/deliveries/d1/retry', json([]));
    server.use(post.handler);
    const { user } = open('/messages/settings');
    expect(await screen.findByText(/尚未配置此通道/)).toBeInTheDocument();
    const row = (await screen.findByText(/HTTP 503/)).closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('未能送达');
    await user.click(within(row).getByRole('button', { name: '重发' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
  });
});
