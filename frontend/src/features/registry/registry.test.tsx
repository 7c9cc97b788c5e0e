import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { aFact, aSchool } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { at, gives, officer, page, refuses, server } from '@/test/server';

const source = (change = {}) => ({
  kind: 'IMPORT',
  fileName: '年报.xlsx',
  row: 12,
  reason: null,
  by: '林晓',
  at: '2026-10-08T02:00:00Z',
  ...change,
});

const figures = {
  schoolId: 's1',
  year: 2025,
  version: 7,
  values: [
    { key: 'PRIMARY.pupils', value: 612, source: source() },
    {
      key: 'books',
      value: 9000,
      source: source({ kind: 'MANUAL', fileName: null, row: null, reason: '更正' }),
    },
  ],
};

const schoolPage = () =>
  server.use(
    gives('/schools/s1', aSchool()),
    gives('/schools/s1/figures', [2025, 2024]),
    gives('/schools/s1/figures/2025', figures),
    gives('/schools/s1/history', []),
    gives('/schools/s1/teaching-points', []),
    gives('/facts/catalogue', [
      aFact(),
      aFact({
        code: 'books',
        nameZh: '图书册数',
        nameEn: 'Books',
        level: 'SCHOOL',
        unitZh: '册',
        unitEn: 'volumes',
      }),
    ] as unknown as JsonBodyType),
  );

describe('/schools', () => {
  it('asks for exactly what the address says', async () => {
    const asked: URLSearchParams[] = [];
    server.use(
      http.get(at('/schools'), ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json(page([aSchool()]));
      }),
    );
    open('/schools?q=城关&kind=211&private=true&sort=-name&page=2');
    expect(await screen.findByRole('link', { name: '城关中心小学' })).toBeInTheDocument();
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      q: '城关',
      kind: '211',
      privateSchool: 'true',
      sort: '-name',
      page: '2',
      region: '530322',
    });
    await expectAccessible();
  });

  it('sorts by a head and says which way', async () => {
    server.use(gives('/schools', page([aSchool()])));
    const { user, address } = open('/schools');
    await user.click(await screen.findByRole('button', { name: /办学类型/ }));
    await waitFor(() => expect(address()).toContain('sort=kind'));
    expect(screen.getByRole('columnheader', { name: /办学类型/ })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: /办学类型/ }));
    await waitFor(() => expect(address()).toContain('sort=-kind'));
  });

  it('tells an empty register from a search without result', async () => {
    server.use(gives('/schools', page([])));
    const first = open('/schools');
    expect(await screen.findByText('还没有登记学校')).toBeInTheDocument();
    first.unmount();
    open('/schools?q=无');
    expect(await screen.findByText('没有符合条件的记录')).toBeInTheDocument();
  });

  it('says why it failed and tries again', async () => {
    server.use(refuses('get', '/schools', 500, { detail: '数据库正在维护' }));
    const { user } = open('/schools');
    expect(await screen.findByRole('alert', undefined, { timeout: 5000 })).toHaveTextContent(
      '数据库正在维护',
    );
    server.use(gives('/schools', page([aSchool()])));
    await user.click(screen.getByRole('button', { name: '重新加载' }));
    expect(await screen.findByRole('link', { name: '城关中心小学' })).toBeInTheDocument();
  });

  it('opens a drawer whose address can be sent', async () => {
    server.use(gives('/schools', page([aSchool()])), gives('/schools/s1', aSchool()));
    const { user, address } = open('/schools');
    await user.click(await screen.findByRole('link', { name: '城关中心小学' }));
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('2153000001')).toBeInTheDocument();
    expect(address()).toContain('school=s1');
  });

  it('does not offer to write to those who may not', async () => {
    server.use(
      gives('/me', { ...officer, permissions: ['school:read'] } as unknown as JsonBodyType),
      gives('/schools', page([aSchool()])),
    );
    open('/schools');
    await screen.findByRole('link', { name: '城关中心小学' });
    expect(screen.queryByText('登记学校')).not.toBeInTheDocument();
  });
});

describe('/schools/:id', () => {
  it('shows each figure with where it came from, and what it was before', async () => {
    schoolPage();
    server.use(
      gives('/schools/s1/figures/2025/PRIMARY.pupils/history', [
        { key: 'PRIMARY.pupils', value: 612, source: source() },
        { key: 'PRIMARY.pupils', value: 598, source: source({ fileName: '旧表.xlsx', row: 4 }) },
      ]),
    );
    const { user } = open('/schools/s1');
    expect(await screen.findByText(/年报.xlsx 第 12 行/)).toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '612' }));
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('598')).toBeInTheDocument();
  });

  it('sends only what was changed, with the version it was read at', async () => {
    schoolPage();
    const put = takes('put', '/schools/s1/figures/2025', figures);
    server.use(put.handler);
    const { user } = open('/schools/s1');
    await user.click(await screen.findByRole('button', { name: '录入' }));
    const books = await screen.findByRole('spinbutton', { name: '图书册数' });
    await user.clear(books);
    await user.type(books, '9100');
    const save = screen.getByRole('button', { name: '保存数据' });
    expect(save).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: '修改原因' }), '补登');
    await user.click(save);
    await waitFor(() => expect(put.seen).toHaveLength(1));
    expect(put.seen[0]?.body).toEqual({ values: { books: 9100 }, reason: '补登', confirmed: false });
    expect(put.seen[0]?.headers.get('If-Match')).toBe('"7"');
    expect(put.seen[0]?.headers.get('X-Requested-With')).toBe('JavaScript');
  });

  it('lists what is wrong on top, each linked to its field', async () => {
    schoolPage();
    server.use(
      refuses('put', '/schools/s1/figures/2025', 422, {
        detail: '有数据不符合要求',
        errors: [{ field: 'values.books', code: 'registry.figure.max', message: '图书册数不能超过 1000 万' }],
      }),
    );
    const { user } = open('/schools/s1');
    await user.click(await screen.findByRole('button', { name: '录入' }));
    await user.type(await screen.findByRole('spinbutton', { name: '图书册数' }), '9');
    await user.type(screen.getByRole('textbox', { name: '修改原因' }), '补登');
    await user.click(screen.getByRole('button', { name: '保存数据' }));
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByRole('link', { name: '图书册数不能超过 1000 万' })).toHaveAttribute(
      'href',
      '#figure-books',
    );
  });

  it('says what a closure does before it is done', async () => {
    schoolPage();
    const close = takes('post', '/schools/s1/close', aSchool({ state: 'CLOSED' }));
    server.use(close.handler);
    const { user } = open('/schools/s1');
    await user.click(await screen.findByRole('button', { name: /更多/ }));
    await user.click(await screen.findByText('撤销'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('以往数据保留');
    await user.type(within(dialog).getByRole('textbox', { name: '依据或原因' }), '布局调整');
    await user.click(within(dialog).getByRole('button', { name: '撤销学校' }));
    await waitFor(() => expect(close.seen[0]?.body).toEqual({ year: 2025, reason: '布局调整' }));
  });

  it('tells of a school that is not there', async () => {
    server.use(refuses('get', '/schools/s9', 404, { detail: '没有这所学校' }));
    open('/schools/s9');
    expect(await screen.findByText('没有这所学校')).toBeInTheDocument();
  });
});

describe('/schools/new', () => {
  it('checks the code before it asks the server', async () => {
    const { user } = open('/schools/new');
    await user.type(await screen.findByRole('textbox', { name: '学校标识码' }), '123');
    await user.click(screen.getByRole('button', { name: '登记' }));
    expect(await screen.findByText('标识码应为 10 位数字')).toBeInTheDocument();
    await expectAccessible();
  });
});

describe('/figures', () => {
  it('shows a missing figure as a dash and a zero as a zero', async () => {
    server.use(
      gives('/facts/catalogue', [aFact()] as unknown as JsonBodyType),
      gives(
        '/figures',
        page([
          {
            schoolId: 's1',
            code: '1',
            name: '甲校',
            kind: '211',
            regionCode: '530322100',
            regionName: '城关镇',
            values: { 'PRIMARY.pupils': 0 },
            version: 1,
          },
        ]),
      ),
    );
    open('/figures?stage=PRIMARY');
    const row = (await screen.findByRole('link', { name: '甲校' })).closest('tr') as HTMLElement;
    expect(within(row).getByText('0')).toBeInTheDocument();
    await expectAccessible();
  });
});

describe('/figures order', () => {
  it('leaves the order to the server, which puts schools of compulsory age first', async () => {
    const asked: string[] = [];
    server.use(
      http.get(at('/figures'), ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('sort') ?? '');
        return HttpResponse.json(page([]));
      }),
    );
    open('/figures');
    await waitFor(() => expect(asked).toEqual(['']));
  });
});

describe('/regions and /facts', () => {
  it('goes to where a region added further down is listed', async () => {
    server.use(gives('/me', { ...officer, scope: { ...officer.scope, regionCode: '53' } } as JsonBodyType));
    server.use(takes('post', '/regions', {}, 201).handler);
    const { user, address } = open('/regions');
    await user.click(await screen.findByRole('button', { name: '增加区划' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '代码' }), '0322');
    await user.type(within(dialog).getByRole('textbox', { name: '名称' }), '青岭县');
    await user.click(within(dialog).getByRole('button', { name: '增加区划' }));
    await waitFor(() => expect(address()).toBe('/regions?region=5303'));
  });

  it('lists regions and adds one', async () => {
    server.use(
      gives('/regions', [
        {
          code: '530322100',
          name: '城关镇',
          nameEn: null,
          level: 'TOWNSHIP',
          parentCode: '530322',
          version: 0,
        },
      ]),
    );
    const post = takes('post', '/regions', {}, 201);
    server.use(post.handler);
    const { user } = open('/regions');
    expect(await screen.findByText('530322100')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '增加区划' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '代码' }), '101');
    await user.type(within(dialog).getByRole('textbox', { name: '名称' }), '青石镇');
    await user.click(within(dialog).getByRole('button', { name: '增加区划' }));
    await waitFor(() => expect(post.seen[0]?.body).toMatchObject({ code: '530322101', name: '青石镇' }));
  });

  it('shows the catalogue as data', async () => {
    server.use(gives('/facts/catalogue', [aFact()] as unknown as JsonBodyType));
    open('/facts');
    expect(await screen.findByText('在校生数')).toBeInTheDocument();
    expect(screen.getByText('超过 50%')).toBeInTheDocument();
    await expectAccessible();
  });
});
