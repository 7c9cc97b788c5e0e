import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { aFact } from '@/test/fixtures';
import { aDraft, asJson, aSummary, aSystem } from '@/test/indexsystem';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, refuses, server } from '@/test/server';

beforeEach(() =>
  server.use(
    gives('/index-systems', asJson([aSummary(aSystem()), aSummary(aDraft())])),
    gives('/index-systems/i1', asJson(aSystem())),
    gives('/index-systems/i2', asJson(aDraft())),
    gives('/facts/catalogue', asJson([aFact(), aFact({ code: 'teachers', nameZh: '专任教师数' })])),
  ),
);

describe('/index-systems/:id', () => {
  it('shows the tree with points and how each item is scored, in words', async () => {
    open('/index-systems/i1');
    expect(await screen.findByRole('heading', { level: 1, name: '县级政府履职评价' })).toBeInTheDocument();
    expect(screen.getByText(/3 个观测点 · 满分 100 分 · 系统自带/)).toBeInTheDocument();
    expect(screen.getByText('分数线出自外省，须修改。')).toBeInTheDocument();
    expect(
      screen.getByText(
        '从满分 40 分扣起：未按时公开，每次扣 1 分（最多 3 分）；其他情形写明原因、另定分值。',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        '由登记数据自动计算：小学在校生数 ÷ 小学专任教师数。不高于 19 的得满分，达不到的按达到标准的比例给分。不到标准的 60% 不得分。',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('答“否”一票否决')).toBeInTheDocument();
    expect(screen.getByText('至少 2 张照片')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^发\s*布$/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^停\s*用$/ })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('says the rules in plain words, without a gap between grades', async () => {
    open('/index-systems/i1?tab=rules');
    expect(await screen.findByText('65 分及以上，不到 80 分')).toBeInTheDocument();
    expect(screen.getByText('不到 65 分')).toBeInTheDocument();
    expect(screen.getByText('发生重大安全事故：降 1 级')).toBeInTheDocument();
    expect(screen.getByText('1.2 校舍安全：答“否”一票否决')).toBeInTheDocument();
    expect(screen.getByText('不计入满分，其余项目的得分按比例折算回满分。')).toBeInTheDocument();
    await expectAccessible();
  });

  it('names what changed since the version before', async () => {
    const change = { nameZh: '校舍安全', nameEn: 'x', before: null, after: null, field: null };
    server.use(
      gives(
        '/index-systems/i2/changes',
        asJson([
          { ...change, kind: 'ADDED', code: '1.3' },
          { ...change, kind: 'MOVED', code: '1.2', before: '1', after: '1' },
          { ...change, kind: 'MOVED', code: '2', before: '', after: '1' },
          { ...change, kind: 'CHANGED', code: '1.1', field: 'item.marks[0].cap', before: '3', after: '2' },
          { ...change, kind: 'CHANGED', code: '', field: 'grades[0].from', before: '80', after: '85' },
        ]),
      ),
    );
    open('/index-systems/i2?tab=changes');
    expect(await screen.findByText('新增 1 项，删除 0 项，移动 2 项，修改 2 处。')).toBeInTheDocument();
    expect(screen.getByText('同一指标下换了先后')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /移动 2 校舍安全 所在指标 最上级 1/ })).toBeInTheDocument();
    expect(screen.getByText('扣（加）分情形第 1 项 · 上限')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /整个体系 等级第 1 项 · 分数线 80 85/ })).toBeInTheDocument();
    await expectAccessible();
  });

  it('publishes after saying what will happen', async () => {
    const post = takes('post', '/index-systems/i2/publish', asJson(aDraft({ state: 'PUBLISHED' })));
    server.use(post.handler);
    const { user } = open('/index-systems/i2');
    await user.click(await screen.findByRole('button', { name: /^发\s*布$/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('发布后内容不能再改，要改须另出一版。')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: /^发\s*布$/ }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"4"');
  });

  it('offers only what the reader may do', async () => {
    server.use(gives('/me', asJson({ ...officer, permissions: ['index:read'] })));
    open('/index-systems/i2');
    expect(await screen.findByRole('button', { name: /导出 Excel/ })).toBeInTheDocument();
    for (const name of [/^复\s*制$/, /编辑草稿/, /删除草稿/, /^发\s*布$/])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /编辑草稿/ })).not.toBeInTheDocument();
  });

  it('says when there is no such version', async () => {
    server.use(refuses('get', '/index-systems/none', 404));
    open('/index-systems/none');
    expect(await screen.findByText('没有找到')).toBeInTheDocument();
  });
});
