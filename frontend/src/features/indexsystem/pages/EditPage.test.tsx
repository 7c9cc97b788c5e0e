import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { aFact } from '@/test/fixtures';
import { aDraft, asJson, aSystem } from '@/test/indexsystem';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, refuses, server } from '@/test/server';
import type { IndexDocument } from '@/lib/indexsystem/model';

beforeEach(() =>
  server.use(
    gives('/index-systems', []),
    gives('/index-systems/i1', asJson(aSystem())),
    gives('/index-systems/i2', asJson(aDraft())),
    gives('/facts/catalogue', asJson([aFact(), aFact({ code: 'teachers', nameZh: '专任教师数' })])),
  ),
);

const EDIT = '/index-systems/i2/edit';
const line = async (name: string) => screen.findByRole('treeitem', { name: new RegExp(name) });

async function edit(address = EDIT) {
  const view = open(address);
  const select = async (name: string) => {
    await view.user.click(await screen.findByText(name, { selector: '[class*=nodeName]' }));
    return screen.findByRole('group', { name: `${name}的内容` });
  };
  return { ...view, select };
}

describe('/index-systems/:id/edit', () => {
  it('changes points, marks what does not add up, and saves the whole with its version', async () => {
    const put = takes('put', '/index-systems/i2', asJson(aDraft({ lockVersion: 5 })));
    server.use(put.handler);
    const { user, select } = await edit();
    const form = await select('党对教育工作的全面领导');
    const points = within(form).getByLabelText('分值');
    await user.clear(points);
    await user.type(points, '35');
    await user.tab();
    expect(await screen.findByText('60 ≠ 55')).toBeInTheDocument();
    const upper = await select('党的领导与规划');
    expect(within(upper).getByText(/本级分值为 60 分，下级合计 55 分/)).toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() => expect(put.seen).toHaveLength(1));
    const sent = put.seen[0]?.body as IndexDocument;
    expect(sent.nodes[0]?.children[0]?.points).toBe(35);
    expect(sent.nodes[0]).not.toHaveProperty('uid');
    expect(put.seen[0]?.headers.get('If-Match')).toBe('"4"');
    expect(await screen.findByText('草稿已保存')).toBeInTheDocument();
  });

  it('moves, adds and removes by buttons and keys, and undoes', async () => {
    const { user, select } = await edit();
    await select('党对教育工作的全面领导');
    expect(screen.getByRole('button', { name: /^上移/ })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: /^下移/ }));
    const names = () =>
      [...document.querySelectorAll('[class*=nodeCode]')].map((element) => element.textContent).join(' ');
    expect(names()).toBe('1 1.2 1.1 2 2.1');
    screen.getByRole('tree').focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(names()).toBe('1 1.1 1.2 2 2.1');
    await user.click(screen.getByRole('button', { name: '增加观测点' }));
    expect(await screen.findByRole('group', { name: '新观测点的内容' })).toBeInTheDocument();
    expect(names()).toBe('1 1.1 1.3 1.2 2 2.1');
    await user.click(screen.getByRole('button', { name: /^删\s*除$/ }));
    expect(await screen.findByText(/已删除“新观测点”/)).toBeInTheDocument();
    expect(names()).toBe('1 1.1 1.2 2 2.1');
    await user.click(screen.getAllByRole('button', { name: /^撤\s*销$/ })[0]!);
    expect(names()).toBe('1 1.1 1.3 1.2 2 2.1');
  });

  it('shows only what the kind uses, and says how it scores', async () => {
    const { user, select } = await edit();
    const form = await select('党对教育工作的全面领导');
    expect(within(form).getByRole('group', { name: '扣分情形第 1 项' })).toBeInTheDocument();
    expect(within(form).queryByLabelText('标准')).not.toBeInTheDocument();
    await user.type(within(form).getAllByLabelText('上限')[0]!, '5');
    expect(within(form).getByText(/最多 35 分/)).toBeInTheDocument();
    const fact = await select('生师比');
    expect(within(fact).getByLabelText('标准')).toHaveValue('19');
    expect(await within(fact).findByText('读作：小学在校生数 ÷ 小学专任教师数')).toBeInTheDocument();
    await expectAccessible(fact);
  });

  it('shows a refusal at the node and the field, with links to them', async () => {
    server.use(
      refuses('put', '/index-systems/i2', 422, {
        code: 'kernel.invalid',
        detail: '有误',
        errors: [
          { field: 'nodes[0].children[0].points', message: '应大于 0。' },
          { field: 'nodes[0].children[0].item.marks[0].amount', message: '每次分值应大于 0。' },
          { field: 'grades[1].from', message: '等级分数线应从高到低。' },
        ],
      }),
    );
    const { user, select } = await edit();
    const form = await select('校舍安全');
    await user.type(within(form).getByLabelText('编码'), 'x');
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    const summary = (await screen.findAllByRole('alert')).find((one) => within(one).queryByRole('heading'))!;
    expect(within(summary).getByRole('heading')).toHaveTextContent('有 3 处需要改正');
    await user.click(
      within(summary).getByRole('button', { name: /情形第 1 项 · 每次分值：每次分值应大于 0/ }),
    );
    const refused = await screen.findByRole('group', { name: '党对教育工作的全面领导的内容' });
    expect(
      within(refused).getByText(/应大于 0。/, { selector: '[id$=-points-wrong] div' }),
    ).toBeInTheDocument();
    await waitFor(() => expect(document.activeElement?.id).toMatch(/item-marks-0-amount$/));
    await user.click(within(summary).getByRole('button', { name: /等级第 2 项 · 分数线/ }));
    await waitFor(() => expect(document.activeElement?.id).toBe('ix-whole-grades-1-from'));
    expect(screen.getAllByText(/等级分数线应从高到低。/)).not.toHaveLength(0);
  });

  it('tells calmly that somebody else was faster', async () => {
    server.use(refuses('put', '/index-systems/i2', 412, { code: 'kernel.stale', detail: '已被修改' }));
    const { user, select } = await edit();
    const form = await select('校舍安全');
    await user.type(within(form).getByLabelText('编码'), 'x');
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    const dialog = await screen.findByRole('dialog');
    server.use(gives('/index-systems/i2', asJson(aDraft({ lockVersion: 9 }))));
    await user.click(within(dialog).getByRole('button', { name: '重新打开最新的一份' }));
    expect(await screen.findByText('没有未保存的修改')).toBeInTheDocument();
  });

  it('asks before unsaved changes are left, and keeps them over a reload', async () => {
    const first = await edit();
    await first.user.type(within(await first.select('校舍安全')).getByLabelText('编码'), 'x');
    await first.user.click(screen.getByRole('link', { name: /回到这一版/ }));
    const dialog = await screen.findByRole('dialog');
    await first.user.click(within(dialog).getByRole('button', { name: /留\s*下/ }));
    expect(first.address()).toContain(EDIT);
    first.unmount();
    const second = await edit();
    expect(await screen.findByText('有修改尚未保存')).toBeInTheDocument();
    await second.user.click(screen.getByRole('link', { name: /回到这一版/ }));
    await second.user.click(await screen.findByRole('button', { name: '不保存，离开' }));
    await waitFor(() => expect(second.address()).toBe('/index-systems/i2'));
  });

  it('edits the ladder, the settings and the conditions', async () => {
    const put = takes('put', '/index-systems/i2', asJson(aDraft({ lockVersion: 5 })));
    server.use(put.handler);
    const { user } = await edit(`${EDIT}?tab=settings`);
    const good = await screen.findByRole('group', { name: '等级第 1 项' });
    const from = within(good).getAllByLabelText('分数线')[0]!;
    await user.clear(from);
    await user.type(from, '85');
    await user.click(screen.getByRole('button', { name: '增加条件' }));
    expect(await screen.findByText('总分达到 60 分')).toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() => expect(put.seen).toHaveLength(1));
    const sent = put.seen[0]?.body as IndexDocument;
    expect(sent.grades[0]?.from).toBe(85);
    expect(sent.passRules).toEqual([{ kind: 'TOTAL', of: null, least: 60, restShare: null, failOn: [] }]);
  });

  it('takes the office’s workbook and lists every cell it cannot read', async () => {
    server.use(
      refuses('put', '/index-systems/i2/sheet', 422, {
        detail: '有误',
        errors: [{ field: 'rows[7].分值', message: '分值 十 不是数字。' }],
      }),
    );
    const { user } = await edit();
    await user.click(await screen.findByRole('button', { name: '上传工作簿' }));
    const dialog = await screen.findByRole('dialog');
    await user.upload(within(dialog).getByLabelText('工作簿（xlsx）'), new File(['x'], 'a.xlsx'));
    await user.click(within(dialog).getByRole('button', { name: '替换指标' }));
    expect(await within(dialog).findByRole('row', { name: '7 分值 分值 十 不是数字。' })).toBeInTheDocument();
    await expectAccessible(dialog);
  });

  it('shows beside it what the phone will show', async () => {
    const { user } = await edit(`${EDIT}?phone=1&node=1.2`);
    const phone = await screen.findByRole('region', { name: '手机上的样子' });
    expect(await line('校舍安全')).toBeInTheDocument();
    const card = within(phone).getByRole('group', { name: '1.2 校舍安全' });
    expect(card).toHaveTextContent('答“否”一票否决');
    expect(within(phone).getByText('已答 0 / 2 项')).toBeInTheDocument();
    await user.click(within(card).getByRole('button', { name: '是' }));
    await user.click(within(card).getByRole('button', { name: '拍照（已有 0 张，还需 2 张）' }));
    await user.click(await within(card).findByRole('button', { name: '拍照（已有 1 张，还需 1 张）' }));
    expect(await within(phone).findByText('已答 1 / 2 项')).toBeInTheDocument();
    await user.click(within(phone).getByRole('button', { name: '下一项' }));
    expect(within(phone).getByText(/由系统取数，不需填写/)).toBeInTheDocument();
    await expectAccessible(phone);
  });

  it('is closed to what is published and to those who may not edit', async () => {
    open('/index-systems/i1/edit');
    expect(await screen.findByText('这一页不在你的权限内')).toBeInTheDocument();
    server.use(gives('/index-systems/i3', asJson(aDraft({ id: 'i3', state: 'PUBLISHED' }))));
    open('/index-systems/i3/edit');
    expect(await screen.findByText('这一版已发布或已停用，不能再改')).toBeInTheDocument();
  });

  it('is closed to readers', async () => {
    server.use(gives('/me', asJson({ ...officer, permissions: ['index:read'] })));
    open(EDIT);
    expect(await screen.findByText('这一页不在你的权限内')).toBeInTheDocument();
  });
});
