import { screen, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFramework, aRun } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

beforeEach(() => {
  server.use(
    gives('/schools', { items: [], page: 1, size: 1, total: 122 }),
    gives('/balance/runs', json([aRun()])),
    gives('/balance/frameworks', json([aFramework()])),
    gives(
      '/imports',
      json(
        page([
          {
            id: 'i1',
            kind: 'FIGURES',
            fileName: '年报.xlsx',
            state: 'CHECKED',
            rowsClean: 7,
            rowsWithErrors: 2,
            createdAt: '2026-11-20T08:12:00Z',
          },
        ]),
      ),
    ),
    gives(
      '/jobs',
      json([
        {
          id: 'j1',
          kind: 'import.check',
          subject: '学校年报.xlsx',
          subjectId: 'i9',
          state: 'RUNNING',
          done: 3,
          total: 10,
          message: null,
          result: null,
          actor: 'x',
          createdAt: '2026-11-20T08:12:00Z',
          startedAt: null,
          finishedAt: null,
        },
      ]),
    ),
  );
});

describe('my desk', () => {
  it('says what waits, how the year stands, and what runs; every number leads to its rows', async () => {
    open('/');
    expect(await screen.findByText('122')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: /年报.xlsx.*7 行无误，2 行有误/ })).toHaveAttribute(
      'href',
      '/imports/i1',
    );
    expect(await screen.findByText(/3 \/ 10/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '学校年报.xlsx' })).toHaveAttribute('href', '/imports/i9');
    expect(await screen.findByRole('link', { name: '1 所学校未达标' })).toHaveAttribute(
      'href',
      '/balance/schools?framework=f1&stage=PRIMARY&verdict=FAIL',
    );
    await expectAccessible();
  });

  it('puts findings and notices first, with their due dates', async () => {
    server.use(
      gives('/me', json({ ...officer, permissions: [...officer.permissions, 'finding:read'] })),
      gives(
        '/rectification/waiting',
        json([
          {
            kind: 'RECTIFY',
            id: 'f1',
            unitName: '松坪小学',
            text: '通道堆物',
            textEn: '通道堆物',
            since: '2026-11-02',
            dueOn: '2026-11-20',
            overdue: true,
          },
          {
            kind: 'CHECK_REPLY',
            id: 'f2',
            unitName: '柳林小学',
            text: '灭火器过期',
            textEn: '灭火器过期',
            since: '2026-11-02',
            dueOn: '2026-11-21',
            overdue: false,
          },
        ]),
      ),
    );
    open('/');
    const link = await screen.findByRole('link', { name: '整改：通道堆物' });
    expect(link).toHaveAttribute('href', '/rectification/findings/f1');
    expect(link.closest('li')).toHaveTextContent('逾期 2 天 · 2026年11月20日');
    expect(within(link.closest('li') as HTMLElement).getByText(/^逾期/)).toHaveAttribute(
      'data-tone',
      'failing',
    );
    const passed = screen.getByText('期限已过 1 天 · 2026年11月21日');
    expect(passed).toHaveAttribute('data-tone', 'dueSoon');
  });

  it('reminds of a year with figures that nobody computed', async () => {
    server.use(gives('/balance/runs', []));
    open('/');
    expect(
      await screen.findByRole('link', { name: /2025—2026学年 数据已有，尚未测算均衡/ }),
    ).toBeInTheDocument();
  });

  it('leads from an empty county to its verdict step by step', async () => {
    server.use(
      gives('/schools', { items: [], page: 1, size: 1, total: 0 }),
      gives('/me', json({ ...officer, figureYears: [] })),
      gives('/balance/runs', []),
    );
    open('/');
    const path = await screen.findByRole('region', { name: '从这里开始' });
    expect(within(path).getAllByRole('listitem')).toHaveLength(3);
    expect(within(path).getByRole('link', { name: '导入学校名录' })).toHaveAttribute(
      'href',
      '/imports/new?kind=SCHOOLS',
    );
    expect(within(path).queryByRole('link', { name: '导入学年数据' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('offers the years there are when the chosen one has no figures', async () => {
    server.use(gives('/balance/runs', []));
    const { user, address } = open('/?year=2019');
    await user.click(await screen.findByRole('button', { name: '改看 2025—2026学年' }));
    expect(address()).toContain('year=2025');
  });

  it('asks nothing a plain reader may not ask', async () => {
    server.use(gives('/me', json({ ...officer, role: 'inspector', permissions: ['school:read'] })));
    open('/');
    expect(await screen.findByText('122')).toBeInTheDocument();
    expect(screen.queryByText('均衡监测')).not.toBeInTheDocument();
    await expectAccessible();
  });
});
