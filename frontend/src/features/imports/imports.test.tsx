import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const anImport = (change: Record<string, unknown> = {}) => ({
  id: 'i1',
  kind: 'FIGURES',
  fileName: '年报.xlsx',
  format: 'XLSX',
  size: 1000,
  regionCode: '530322',
  year: 2025,
  years: [2025],
  state: 'CHECKED',
  headerRow: 1,
  headers: [
    { column: 'A', header: '代码', target: null, sample: ['2153000001'] },
    { column: 'B', header: '台式机', target: null, sample: ['10'] },
  ],
  mapping: [],
  missing: ['学校标识码'],
  jobId: 'j1',
  rowsTotal: 10,
  rowsClean: 7,
  rowsWithErrors: 2,
  rowsToConfirm: 1,
  rowsSkipped: 0,
  toCreate: 0,
  toUpdate: 8,
  unchanged: 0,
  committedRows: 0,
  message: null,
  createdBy: '林晓',
  createdAt: '2026-11-20T08:12:00Z',
  checkedAt: null,
  committedAt: null,
  version: 1,
  ...change,
});

describe('/imports', () => {
  it('shows where each import stands', async () => {
    server.use(gives('/imports', json(page([anImport()]))));
    open('/imports');
    expect(await screen.findByText('1 项未完成')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '年报.xlsx' })).toBeInTheDocument();
    await expectAccessible();
  });
});

describe('/imports/new', () => {
  it('uploads the file with what it is and for which year', async () => {
    const post = takes('post', '/imports', json(anImport({ state: 'CHECKED' })), 201);
    server.use(
      gives('/import-mappings', []),
      gives('/imports/i1', json(anImport())),
      gives('/imports/i1/problems', page([])),
      post.handler,
    );
    const { user, address } = open('/imports/new?year=2024');
    await user.upload(await screen.findByLabelText('文件'), new File(['x'], '年报.xlsx'));
    expect(screen.getByText('年报.xlsx')).toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '上传并检查' }));
    await waitFor(() => expect(address()).toContain('/imports/i1'));
    expect(String(post.seen[0]?.body)).toContain('name="year"');
    expect(post.seen[0]?.headers.get('X-Requested-With')).toBe('JavaScript');
  });
});

describe('/imports/:id', () => {
  it('matches foreign headers, by formula too, and keeps the matching', async () => {
    const put = takes('put', '/imports/i1/mapping', json(anImport({ state: 'UPLOADED' })));
    const check = takes('post', '/imports/i1/check', json(anImport({ state: 'CHECKING' })));
    server.use(
      gives('/imports/i1', json(anImport({ state: 'NEEDS_MAPPING' }))),
      gives(
        '/imports/targets',
        json([
          { code: 'code', nameZh: '学校标识码', nameEn: 'School code', required: true, unitZh: '', keys: [] },
          {
            code: 'computers',
            nameZh: '计算机台数',
            nameEn: 'Computers',
            required: false,
            unitZh: '台',
            keys: [],
          },
        ]),
      ),
      put.handler,
      check.handler,
    );
    const { user } = open('/imports/i1');
    expect(await screen.findByText('还缺必需的列：学校标识码')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '检查数据' })).toBeDisabled();
    await user.click(screen.getByText('这份表的 2 列'));
    expect(
      within(screen.getByRole('group', { name: '表中的列' })).getByText('2153000001'),
    ).toBeInTheDocument();
    expect(screen.getByText('全校').closest('details')).toHaveAttribute('open');
    await user.type(screen.getByRole('combobox', { name: /学校标识码/ }), '代码');
    await user.type(screen.getByRole('combobox', { name: /计算机台数/ }), 'col_B * 2');
    await user.click(screen.getByRole('checkbox', { name: '保存这套对应，下次沿用' }));
    await user.type(screen.getByRole('textbox', { name: '名称' }), '外地表');
    await user.click(screen.getByRole('button', { name: '检查数据' }));
    await waitFor(() => expect(check.seen).toHaveLength(1));
    expect(put.seen[0]?.body).toEqual({
      columns: [
        { target: 'code', expression: '代码' },
        { target: 'computers', expression: 'col_B * 2' },
      ],
      saveAs: '外地表',
    });
  });

  it('lists every problem and writes the clean rows when told to', async () => {
    const commit = takes('post', '/imports/i1/commit', json(anImport({ state: 'COMMITTING' })));
    server.use(
      gives('/imports/i1', json(anImport())),
      gives(
        '/imports/i1/problems',
        json(
          page([
            {
              row: 4,
              column: 'C',
              header: '在校生数',
              rule: 'number',
              severity: 'ERROR',
              found: '很多',
              expected: '整数',
              message: '应填整数',
            },
          ]),
        ),
      ),
      commit.handler,
    );
    const { user } = open('/imports/i1');
    const problems = await screen.findByRole('table', { name: '问题清单' });
    expect(await within(problems).findByText('很多')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '下载标注后的表格' })).toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('checkbox', { name: /1 行的数值与上一学年相差较大/ }));
    await user.click(screen.getByRole('button', { name: '写入' }));
    await waitFor(() => expect(commit.seen[0]?.body).toEqual({ rows: 'CLEAN', confirmed: true }));
  });

  it('does not write jumps that nobody confirmed', async () => {
    server.use(
      gives('/imports/i1', json(anImport({ rowsWithErrors: 0, rowsClean: 9 }))),
      gives('/imports/i1/problems', page([])),
    );
    const { user } = open('/imports/i1');
    const write = await screen.findByRole('button', { name: '写入全部 10 行' });
    expect(write).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /相差较大/ }));
    expect(write).toBeEnabled();
  });

  it('asks to confirm changes of schools in their own words', async () => {
    server.use(
      gives('/imports/i1', json(anImport({ kind: 'SCHOOLS' }))),
      gives('/imports/i1/problems', page([])),
    );
    open('/imports/i1');
    expect(await screen.findByText(/1 行有需确认的变化（如更名）/)).toBeInTheDocument();
  });

  it('leads to the years the file itself named, not to the one chosen on upload', async () => {
    server.use(gives('/imports/i1', json(anImport({ state: 'COMMITTED', years: [2024] }))));
    open('/imports/i1');
    expect(await screen.findByRole('link', { name: '查看 2024—2025学年数据' })).toHaveAttribute(
      'href',
      '/figures?year=2024',
    );
    expect(screen.queryByRole('link', { name: '查看 2025—2026学年数据' })).not.toBeInTheDocument();
  });

  it('shows how far the work is, and how it ended', async () => {
    let state = 'CHECKING';
    server.use(
      gives(
        '/jobs/j1',
        json({
          id: 'j1',
          kind: 'import.check',
          state: 'RUNNING',
          done: 300,
          total: 1000,
          message: null,
          result: null,
          actor: 'x',
          createdAt: '2026-11-20T08:12:00Z',
          startedAt: null,
          finishedAt: null,
        }),
      ),
      gives('/imports/i1', json(anImport({ state }))),
    );
    const first = open('/imports/i1');
    expect(await screen.findByText(/300 \/ 1,000/)).toBeInTheDocument();
    await expectAccessible();
    first.unmount();
    state = 'COMMITTED';
    server.use(gives('/imports/i1', json(anImport({ state, toUpdate: 7 }))));
    open('/imports/i1');
    expect(await screen.findByText('新增 0，更新 7，没有变化 0。')).toBeInTheDocument();
    expect(screen.getByText(/有误的 2 行没有写入/)).toBeInTheDocument();
  });
});
