import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { aDraft, asJson, aSummary, aSystem } from '@/test/indexsystem';
import { expectAccessible, open } from '@/test/render';
import { gives, refuses, server } from '@/test/server';

const modern = aSystem({ id: 'i3', full: null });
modern.document = {
  ...modern.document,
  code: 'MODERN',
  nameZh: '区域教育现代化',
  subject: 'SCHOOL',
  source: { title: '监测指南', confidence: '1', unverified: [] },
};

beforeEach(() =>
  server.use(gives('/index-systems', asJson([aSummary(aSystem()), aSummary(aDraft()), aSummary(modern)]))),
);

describe('/index-systems', () => {
  it('lists what is there, with what is not verified', async () => {
    open('/index-systems');
    expect(await screen.findByText('2 份已发布，1 份草稿；其中 2 份还有未核实的事项')).toBeInTheDocument();
    const table = await screen.findByRole('table', { name: '指标体系' });
    const row = within(table).getByRole('row', { name: /区域教育现代化/ });
    expect(row).toHaveTextContent('不计分');
    expect(row).toHaveTextContent('系统自带');
    expect(within(table).getAllByText('未核实 1 项')).toHaveLength(2);
    await expectAccessible();
  });

  it('narrows by subject and state from the address', async () => {
    open('/index-systems?subject=COUNTY&state=DRAFT');
    expect(await screen.findByText('共 1 条')).toBeInTheDocument();
    expect(screen.queryByText('区域教育现代化')).not.toBeInTheDocument();
  });

  it('copies one into a draft', async () => {
    const post = takes('post', '/index-systems/i1/copy', asJson(aDraft()), 201);
    server.use(post.handler, gives('/index-systems/i2', asJson(aDraft())));
    const { user } = open('/index-systems');
    await user.click(await screen.findByRole('button', { name: '新建或复制' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox'));
    await user.click((await screen.findAllByTitle(/县级政府履职评价 · 第 1 版/))[0]!);
    expect(within(dialog).getByLabelText('名称')).toHaveValue('县级政府履职评价');
    await user.type(within(dialog).getByLabelText('代码'), 'QL_COUNTY');
    await user.click(within(dialog).getByRole('button', { name: '建立草稿' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toEqual({
      code: 'QL_COUNTY',
      nameZh: '县级政府履职评价',
      nameEn: 'County government',
    });
  });

  it('begins from nothing with one indicator and one item', async () => {
    const post = takes('post', '/index-systems', asJson(aDraft()), 201);
    server.use(post.handler, gives('/index-systems/i2', asJson(aDraft())));
    const { user } = open('/index-systems');
    await user.click(await screen.findByRole('button', { name: '新建或复制' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox'));
    await user.click(await screen.findByTitle('空白体系'));
    await user.type(within(dialog).getByLabelText('代码'), 'OWN_VISIT');
    await user.type(within(dialog).getByLabelText('名称'), '随访清单');
    await user.type(within(dialog).getByLabelText('英文名称'), 'Visit');
    await user.click(within(dialog).getByRole('button', { name: '建立草稿' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      code: 'OWN_VISIT',
      subject: 'SCHOOL',
      nodes: [{ nameZh: '新指标', nameEn: 'New indicator', children: [{ item: { kind: 'YES_NO' } }] }],
    });
  });

  it('takes a JSON file made elsewhere, and says when it is none', async () => {
    const post = takes('post', '/index-systems', asJson(aDraft()), 201);
    server.use(post.handler, gives('/index-systems/i2', asJson(aDraft())));
    const { user } = open('/index-systems');
    await user.click(await screen.findByRole('button', { name: '新建或复制' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox'));
    await user.click(await screen.findByTitle('收到的 JSON 文件'));
    const choose = await within(dialog).findByLabelText('文件');
    await user.upload(choose, new File(['[]'], 'other.json', { type: 'application/json' }));
    expect(await screen.findByText(/这不是指标体系的 JSON 文件/)).toBeInTheDocument();
    const text = JSON.stringify(aSystem().document);
    await user.upload(choose, new File([text], 'system.json', { type: 'application/json' }));
    await waitFor(() => expect(within(dialog).getByLabelText('代码')).toHaveValue('COUNTY_GOVERNMENT'));
    await user.click(within(dialog).getByRole('button', { name: '建立草稿' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toEqual(aSystem().document);
  });

  it('says why the list did not come', async () => {
    server.use(refuses('get', '/index-systems', 500));
    open('/index-systems');
    expect(await screen.findByText('没有取到数据')).toBeInTheDocument();
  });
});
