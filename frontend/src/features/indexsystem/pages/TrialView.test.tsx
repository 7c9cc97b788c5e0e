import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { aFact, aSchool } from '@/test/fixtures';
import { asJson, aSystem } from '@/test/indexsystem';
import { expectAccessible, open } from '@/test/render';
import { gives, page, refuses, server } from '@/test/server';
import type { Score, ScoredNode } from '../api/score';

const node = (code: string, nameZh: string, change: Partial<ScoredNode> = {}): ScoredNode => ({
  code,
  nameZh,
  nameEn: code,
  outcome: 'SCORED',
  full: null,
  given: null,
  met: null,
  share: null,
  letter: null,
  sentences: [],
  children: [],
  ...change,
});
const sentence = (act: Score['sentences'][number]['act'], text: string) => ({
  act,
  text,
  amount: null,
  by: null,
  evidence: [],
});

const scored: Score = {
  total: 95.8,
  soFar: 95.8,
  full: 100,
  grade: 'GOOD',
  subgrade: null,
  gradeByTotal: 'GOOD',
  passed: null,
  vetoed: false,
  missing: [],
  nodes: [
    node('1', '党的领导与规划', {
      full: 60,
      given: 55.8,
      children: [
        node('1.1', '党对教育工作的全面领导', {
          full: 40,
          given: 35.8,
          sentences: [
            sentence('DEDUCTED', '党对教育工作的全面领导：扣 2 分，原因：未按时公开。'),
            sentence('DEDUCTED', '党对教育工作的全面领导：扣 2.2 分，原因：材料不全。'),
          ],
        }),
        node('1.2', '校舍安全', { full: 20, given: 20, met: true }),
      ],
    }),
  ],
  sentences: [sentence('GRADED', '总分 95.8 分，达到“良好”的分数线 80 分。')],
};
const withheld: Score = {
  ...scored,
  total: null,
  soFar: 35.8,
  grade: null,
  missing: ['1.2', '2.1'],
  sentences: [sentence('MISSING', '还有 2 项尚未评定，暂不给出总分。')],
};

beforeEach(() =>
  server.use(
    gives('/index-systems/i1', asJson(aSystem())),
    gives('/facts/catalogue', asJson([aFact()])),
    gives('/schools', asJson(page([aSchool()]))),
  ),
);

const TRIAL = '/index-systems/i1?tab=trial';

describe('trial scoring', () => {
  it('sends what was answered with the school whose figures answer, and explains the total', async () => {
    const post = takes('post', '/index-systems/i1/score', asJson(scored));
    server.use(post.handler);
    const { user } = open(TRIAL);
    const led = await screen.findByRole('group', { name: '1.1 党对教育工作的全面领导' });
    await user.click(within(led).getByRole('button', { name: '未按时公开加一次' }));
    await user.click(within(led).getByRole('button', { name: '未按时公开加一次' }));
    await user.type(within(led).getByLabelText('党对教育工作的全面领导：另定分值'), '2.2');
    await user.type(within(led).getByLabelText('党对教育工作的全面领导：另写原因'), '材料不全');
    await user.click(within(led).getByRole('button', { name: '扣分' }));
    const safe = screen.getByRole('group', { name: '1.2 校舍安全' });
    await user.click(within(safe).getByRole('button', { name: '是' }));
    await user.click(screen.getByRole('combobox', { name: /登记数据取自/ }));
    await user.click(await screen.findByTitle('城关中心小学'));
    await user.click(screen.getByRole('checkbox', { name: '发生重大安全事故' }));
    await user.type(screen.getByLabelText('发生重大安全事故：发生了什么'), '校车侧翻');
    await user.click(screen.getByRole('button', { name: /^计\s*算$/ }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      schoolId: 's1',
      year: 2025,
      findings: {
        answers: [
          {
            item: '1.1',
            marks: [
              { rule: 'late', times: 2, amount: null },
              { rule: null, times: 1, amount: 2.2, reason: '材料不全' },
            ],
          },
          { item: '1.2', choice: 'YES' },
        ],
        circumstances: [{ downgrade: 'incident', reason: '校车侧翻' }],
      },
    });
    expect(await screen.findByText('95.8')).toBeInTheDocument();
    expect(screen.getByText('良好')).toBeInTheDocument();
    expect(screen.getByText(/扣 2.2 分，原因：材料不全/)).toBeInTheDocument();
    await expectAccessible(screen.getByRole('main'));
    await user.click(screen.getByRole('switch'));
    const tree = screen.getByRole('list', { name: '逐项说明' });
    expect(within(tree).queryByText(/校舍安全/)).not.toBeInTheDocument();
    expect(within(tree).getByText(/党的领导与规划/)).toBeInTheDocument();
  });

  it('withholds the total, shows what is missing and what the answered part gives', async () => {
    const post = takes('post', '/index-systems/i1/score', asJson(withheld));
    server.use(post.handler);
    const { user } = open(TRIAL);
    await user.click(await screen.findByRole('button', { name: /^计\s*算$/ }));
    expect(await screen.findByText('总分待定')).toBeInTheDocument();
    expect(screen.getByText('已评部分 35.8 分')).toBeInTheDocument();
    expect(screen.getByText('还缺 2 项，暂不给出总分')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '1.2 校舍安全' }));
    await waitFor(() => expect(document.activeElement?.id).toBe('ask-1.2'));
    const safe = screen.getByRole('group', { name: '1.2 校舍安全' });
    await user.click(within(safe).getByRole('button', { name: '不适用' }));
    expect(screen.getByText('答案已改，点“计算”更新结果。')).toBeInTheDocument();
    await expectAccessible();
  });

  it('attaches what proves an item, from the library as from the camera', async () => {
    const proof = {
      id: 'p1',
      name: '校舍.jpg',
      kind: 'PHOTO',
      factOn: null,
      receivedAt: '2026-09-02T02:01:00Z',
      uploaderName: '林晓',
      scan: 'OFF',
      thumbnail: false,
    };
    const post = takes('post', '/index-systems/i1/score', asJson(scored));
    server.use(
      post.handler,
      gives('/evidence/files', page([proof])),
      gives('/evidence/files/some', asJson([proof])),
    );
    const { user } = open(TRIAL);
    const safe = await screen.findByRole('group', { name: '1.2 校舍安全' });
    await user.click(within(safe).getByRole('button', { name: '从材料库选用' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(await within(dialog).findByRole('checkbox', { name: /校舍.jpg/ }));
    await user.click(within(dialog).getByRole('button', { name: '选用 1 个文件' }));
    await user.click(within(safe).getByRole('button', { name: '是' }));
    await user.click(screen.getByRole('button', { name: /^计\s*算$/ }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      findings: { answers: [{ item: '1.2', choice: 'YES', evidence: ['p1'] }] },
    });
  });

  it('names the item whose answer is refused', async () => {
    server.use(
      refuses('post', '/index-systems/i1/score', 422, {
        detail: '答案有误',
        errors: [{ field: 'answers[0].choice', message: '不是可选的答案。' }],
      }),
    );
    const { user } = open(TRIAL);
    const safe = await screen.findByRole('group', { name: '1.2 校舍安全' });
    await user.click(within(safe).getByRole('button', { name: '否' }));
    await user.click(screen.getByRole('button', { name: /^计\s*算$/ }));
    expect(await screen.findByText('校舍安全：答案有误 不是可选的答案。')).toBeInTheDocument();
  });
});
