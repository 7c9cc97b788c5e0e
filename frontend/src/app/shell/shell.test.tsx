import { act, screen, waitFor, within } from '@testing-library/react';
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

  it('says that the address names no school year, and does not hand it on', async () => {
    server.use(gives('/schools', page([])));
    open('/schools?year=20x6');
    expect(await screen.findByText(/地址里写的是“20x6”.*2025—2026学年/)).toBeVisible();
    expect(screen.getByRole('link', { name: '学年数据' })).not.toHaveAttribute(
      'href',
      expect.stringContaining('year='),
    );
    await expectAccessible();
  });

  it('says that a year has nothing in it, leads back, and forgets it', async () => {
    server.use(gives('/schools', page([])));
    const { user, address, router } = open('/schools?year=2012');
    expect(await screen.findByText(/2012—2013学年在本地区还没有数据/)).toBeVisible();
    await act(() => router.navigate('/schools'));
    expect(screen.queryByText(/还没有数据/)).not.toBeInTheDocument();
    expect(screen.getByText('2025—2026学年')).toBeVisible();
    await act(() => router.navigate('/schools?year=2012'));
    await user.click(await screen.findByRole('button', { name: '改回 2025—2026学年' }));
    expect(address()).toContain('year=2025');
  });

  it('says that there is nothing under an address with what is no id', async () => {
    const errors = [{ field: 'id', code: 'kernel.parameter.uuid', message: '应为标识号，形如 01890a5d。' }];
    server.use(refuses('get', '/schools/xyz', 400, { detail: '参数有误。', errors }));
    open('/schools/xyz');
    expect(await screen.findByText('要找的内容不存在，或不在你的范围内。')).toBeVisible();
    expect(screen.queryByText(/标识号/)).not.toBeInTheDocument();
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
