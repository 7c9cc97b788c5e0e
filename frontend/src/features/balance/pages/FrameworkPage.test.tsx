import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, json } from '@/test/balance';
import { takes } from '@/test/body';
import { aFact, aFramework } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { gives, refuses, server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/frameworks', () => {
  it('shows what is not verified as such', async () => {
    open('/frameworks/f1');
    expect(await screen.findByText('2 个参数未核实')).toBeInTheDocument();
    expect(screen.getByText('应达标学校比例')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '发布' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('edits a draft and shows how it differs from its model', async () => {
    const draft = aFramework({ id: 'f2', code: 'YN', state: 'DRAFT', basedOn: 'f1', regionCode: '530322' });
    const put = takes('put', '/balance/frameworks/f2', json(draft));
    server.use(gives('/balance/frameworks', json([aFramework(), draft])), put.handler);
    const { user } = open('/frameworks/f2');
    const limit = await screen.findByRole('spinbutton', { name: '小学差异系数限值' });
    await user.clear(limit);
    await user.type(limit, '0.4');
    await user.tab();
    expect(await screen.findByText('原为 0.5')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() => expect(put.seen).toHaveLength(1));
    const sent = put.seen[0]?.body as { parameters: { code: string; value: unknown }[] };
    expect(sent.parameters.find((p) => p.code === 'limit.PRIMARY')?.value).toBe(0.4);
    expect(put.seen[0]?.headers.get('If-Match')).toBe('"4"');
  });

  describe('a draft', () => {
    const parameter = (code: string, value: unknown) => ({
      ...(aFramework().parameters[0] as object),
      code,
      nameZh: code,
      value,
    });
    const draft = aFramework({
      id: 'f2',
      code: 'YN',
      state: 'DRAFT',
      basedOn: 'f1',
      regionCode: '530322',
      parameters: [
        parameter('limit.PRIMARY', 0.5),
        parameter('limit.JUNIOR', 0.45),
        parameter('threshold.multimediaRooms.PRIMARY', 2.3),
        parameter('threshold.multimediaRooms.JUNIOR', 2.4),
        parameter('schoolRule.required', 1),
        parameter('plan.step.multimediaRooms', 1),
        parameter('plan.cost.multimediaRooms', 60000),
      ],
    });
    const facts = [
      aFact(),
      aFact({
        code: 'computers',
        nameZh: '教学用计算机台数',
        nameEn: 'Computers',
        level: 'SCHOOL',
        unitZh: '台',
      }),
      aFact({ code: 'multimediaRooms', nameZh: '网络多媒体教室间数', level: 'SCHOOL', unitZh: '间' }),
    ];
    interface Sent {
      indicators: { code: string; number: number; shared: boolean; numerator: unknown[] }[];
      parameters: { code: string; value: unknown; verified: boolean }[];
    }

    beforeEach(() => {
      sessionStorage.clear();
      server.use(
        gives('/balance/frameworks', json([aFramework(), draft])),
        gives('/facts/catalogue', json(facts)),
      );
    });

    async function addComputers(user: ReturnType<typeof open>['user']) {
      await user.click(await screen.findByRole('button', { name: '增加指标' }));
      const form = await screen.findByRole('dialog');
      await user.click(within(form).getByRole('combobox', { name: '数据项' }));
      await user.click(await screen.findByTitle('教学用计算机台数 (台)'));
      await user.type(within(form).getByLabelText('指标名称'), '每百名学生拥有计算机');
      await user.type(within(form).getByLabelText('英文名称'), 'Computers per 100 pupils');
      await user.type(within(form).getByLabelText('小学标准'), '10');
      await user.type(within(form).getByLabelText('单位成本'), '4500');
      return form;
    }

    it('takes a new indicator by the names of its facts and says in words what it measures', async () => {
      const put = takes('put', '/balance/frameworks/f2', json(draft));
      server.use(put.handler);
      const { user } = open('/frameworks/f2');
      const form = await addComputers(user);
      expect(
        within(form).getByText('每百名学生拥有计算机 = 教学用计算机台数 ÷ 在校生数 × 100'),
      ).toBeInTheDocument();
      expect(within(form).getByText(/小学每校不低于 10 台\/百生，初中不设学校标准/)).toBeInTheDocument();
      expect(within(form).getByLabelText('指标代码')).toHaveValue('computers');
      await expectAccessible(form);
      await user.click(within(form).getByRole('button', { name: /确\s*定/ }));
      await user.click(await screen.findByRole('button', { name: '每百名学生拥有计算机上移' }));
      expect(await screen.findByText('1 处修改尚未保存')).toBeInTheDocument();
      await user.click(screen.getByRole('button', { name: '保存草稿' }));
      await waitFor(() => expect(put.seen).toHaveLength(1));
      const sent = put.seen[0]?.body as Sent;
      expect(sent.indicators[0]).toMatchObject({
        code: 'computers',
        number: 1,
        shared: true,
        numerator: [{ fact: 'computers', factor: 1 }],
      });
      const value = (code: string) => sent.parameters.find((p) => p.code === code)?.value;
      expect(value('threshold.computers.PRIMARY')).toBe(10);
      expect(value('threshold.computers.JUNIOR')).toBeNull();
      expect(value('plan.step.computers')).toBe(1);
      expect(value('plan.cost.computers')).toBe(4500);
    });

    it('undoes step by step and keeps what is not saved over a reload', async () => {
      const first = open('/frameworks/f2');
      const form = await addComputers(first.user);
      await first.user.click(within(form).getByRole('button', { name: /确\s*定/ }));
      expect(await screen.findByText('1 处修改尚未保存')).toBeInTheDocument();
      first.unmount();
      const { user } = open('/frameworks/f2');
      expect(await screen.findByText('1 处修改尚未保存')).toBeInTheDocument();
      expect(screen.getByRole('button', { name: /2\. 每百名学生拥有计算机/ })).toBeInTheDocument();
      await user.click(screen.getByRole('button', { name: '移除每百名学生拥有计算机' }));
      expect(screen.queryByText('1 处修改尚未保存')).not.toBeInTheDocument();
      await user.click(screen.getByRole('button', { name: /^撤\s*销$/ }));
      expect(await screen.findByText('1 处修改尚未保存')).toBeInTheDocument();
    });

    it('shows what the server refuses at the indicator, in its form and at the parameter', async () => {
      server.use(
        refuses('put', '/balance/frameworks/f2', 422, {
          code: 'kernel.invalid',
          detail: '有误',
          errors: [
            { field: 'indicators[0].nameEn', message: '英文名称太长。' },
            { field: 'parameters[plan.cost.multimediaRooms].value', message: '单价超出范围。' },
          ],
        }),
      );
      const { user } = open('/frameworks/f2');
      const limit = await screen.findByRole('spinbutton', { name: 'limit.PRIMARY' });
      await user.clear(limit);
      await user.type(limit, '0.4');
      await user.click(screen.getByRole('button', { name: '保存草稿' }));
      expect(await screen.findByText('有 2 处不合要求，已在各行标出。')).toBeInTheDocument();
      expect(screen.getByText('英文名称太长。')).toBeInTheDocument();
      expect(screen.getByText('单价超出范围。')).toBeInTheDocument();
      await user.click(screen.getByRole('button', { name: /1\. 每百名学生拥有网络多媒体教室数/ }));
      const form = await screen.findByRole('dialog');
      expect(await within(form).findByText('英文名称太长。')).toBeInTheDocument();
      expect(await within(form).findByText('单价超出范围。')).toBeInTheDocument();
    });
  });
});
