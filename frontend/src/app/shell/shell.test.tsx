import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { goToLogin } from '@/lib/api/client';
import { expectAccessible, open } from '@/test/render';
import { at, gives, officer, page, province, refuses, server } from '@/test/server';

describe('the shell', () => {
  it('offers what the account may do and nothing else', async () => {
    server.use(
      gives('/me', { ...officer, permissions: ['school:read'] } as unknown as JsonBodyType),
      gives('/schools', page([])),
    );
    open('/schools');
    const menu = await screen.findByRole('navigation', { name: '主菜单' });
    expect(within(menu).getByRole('link', { name: '学校' })).toHaveAttribute('aria-current', 'page');
    expect(within(menu).queryByRole('link', { name: '县域均衡' })).not.toBeInTheDocument();
    expect(within(menu).queryByRole('link', { name: '人员与账号' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('offers the roll-up to those above a county only', async () => {
    server.use(gives('/me', province as unknown as JsonBodyType), gives('/schools', page([])));
    open('/schools');
    expect(await screen.findByRole('link', { name: '市县汇总' })).toBeInTheDocument();
  });

  it('says so when the account is not known, and offers another try after an accident', async () => {
    server.use(refuses('get', '/me', 500, { detail: '系统正忙' }));
    open('/schools');
    expect(await screen.findByRole('alert')).toHaveTextContent('系统正忙');
    expect(screen.getByRole('button', { name: '重新加载' })).toBeInTheDocument();
  });

  it('answers an address nobody knows', async () => {
    open('/nowhere');
    expect(await screen.findByRole('heading', { level: 1, name: '没有这一页' })).toBeInTheDocument();
  });

  it('switches the language and asks the server to speak it', async () => {
    const languages: (string | null)[] = [];
    server.use(
      http.get(at('/schools'), ({ request }) => {
        languages.push(request.headers.get('Accept-Language'));
        return HttpResponse.json(page([]));
      }),
    );
    const { user } = open('/schools');
    await user.click(await screen.findByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Schools' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => expect(languages.at(-1)).toBe('en'));
  });

  it('keeps year and region in the address of every menu entry', async () => {
    server.use(gives('/schools', page([])));
    open('/schools?year=2024&region=530322');
    const link = await screen.findByRole('link', { name: '学年数据' });
    expect(link).toHaveAttribute('href', expect.stringContaining('year=2024'));
  });
});

describe('a session that has ended', () => {
  it('leads to the login page and back to where it was', () => {
    const assign = vi.fn();
    goToLogin({ pathname: '/schools', search: '?q=%E4%B8%AD', assign } as unknown as Location);
    expect(assign).toHaveBeenCalledWith('/session/login?return=%2Fschools%3Fq%3D%25E4%25B8%25AD');
  });
});
