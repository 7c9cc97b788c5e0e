import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aComputedCounty, json } from '@/test/balance';
import { takes } from '@/test/body';
import { aFramework, anIndicator, aRun, aStage } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, province, server } from '@/test/server';

beforeEach(aComputedCounty);

describe('/balance', () => {
  it('says in one sentence where each stage stands', async () => {
    open('/balance');
    const primary = await screen.findByRole('button', { name: /^小学/ });
    expect(primary).toHaveTextContent('1 项指标差异系数超限，1 所学校未达标。');
    expect(screen.getByRole('button', { name: /^初中/ })).toHaveTextContent(
      '各项差异系数均在限值内，所有学校达标。',
    );
    await expectAccessible();
  });

  it('never rounds a coefficient over its limit to the limit', async () => {
    open('/balance');
    const bar = await screen.findByRole('button', { name: /差异系数 0\.502，限值 0\.50/ });
    expect(bar).toHaveTextContent('✕');
  });

  it('shows the same figures as a table', async () => {
    const { user } = open('/balance');
    await screen.findByRole('button', { name: /差异系数 0\.502/ });
    await user.click(screen.getByRole('button', { name: '表' }));
    expect(screen.getByRole('columnheader', { name: '标准差' })).toBeInTheDocument();
  });

  it('withholds the verdict and names the schools when figures are missing', async () => {
    const missing = [{ id: 's9', code: '1', name: '河口小学', fact: 'PRIMARY.pupils' }];
    const withheld = aRun({
      stages: [
        aStage({
          verdict: 'WITHHELD',
          missing,
          indicators: [
            anIndicator({
              coefficientOfVariation: null,
              met: null,
              computable: false,
              reason: 'FACTS_MISSING',
              missingSchools: missing,
            }),
          ],
        }),
      ],
    });
    server.use(gives('/balance/runs', json([withheld])), gives('/balance/runs/r1', json(withheld)));
    open('/balance');
    expect(await screen.findByText(/小学暂不能判定：1 所学校缺 1 项数据/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '河口小学' })).toHaveAttribute('href', '/schools/s9?year=2025');
    expect(await screen.findByText(/缺 1 项数据，不能计算/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('never calls schools it could not judge schools that pass', async () => {
    const stages = [
      aStage({
        verdict: 'WITHHELD',
        schoolsCounted: 313,
        schoolsJudged: 0,
        schoolsPassing: 0,
        schoolsNeeded: 313,
      }),
      aStage({
        stage: 'JUNIOR',
        verdict: 'WITHHELD',
        schoolsCounted: 0,
        schoolsJudged: 0,
        schoolsPassing: 0,
      }),
    ];
    server.use(
      gives('/balance/runs', json([aRun({ stages })])),
      gives('/balance/runs/r1', json(aRun({ stages }))),
    );
    open('/balance');
    const primary = await screen.findByRole('button', { name: /^小学/ });
    expect(primary).toHaveTextContent('313 所学校因缺数据不能判定');
    expect(primary).toHaveTextContent('计入学校 313');
    for (const card of [primary, screen.getByRole('button', { name: /^初中/ })])
      expect(card).not.toHaveTextContent('所有学校达标');
  });

  it('offers to compute what was not computed yet, to those who may', async () => {
    const post = takes('post', '/balance/runs', json(aRun()), 201);
    server.use(gives('/balance/runs', []), post.handler);
    const { user } = open('/balance?year=2025');
    await user.click(await screen.findByRole('button', { name: '开始测算' }));
    await waitFor(() =>
      expect(post.seen[0]?.body).toEqual({ frameworkId: 'f1', regionCode: '530322', year: 2025 }),
    );
  });

  it('leads on where figures are still lacking, instead of computing nothing', async () => {
    server.use(gives('/balance/runs', []), gives('/schools', page([])));
    open('/balance?year=2025');
    const path = await screen.findByRole('region', { name: '从这里开始' });
    expect(within(path).getByRole('link', { name: '导入学校名录' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '开始测算' })).not.toBeInTheDocument();
  });

  it('only says so to those who may not', async () => {
    server.use(gives('/me', json({ ...officer, permissions: ['balance:read'] })), gives('/balance/runs', []));
    open('/balance');
    expect(await screen.findByText('由督导室测算后在此查看。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '开始测算' })).not.toBeInTheDocument();
  });

  it('asks a province to choose a county', async () => {
    server.use(gives('/me', json(province)));
    open('/balance');
    expect(await screen.findByText('请先选择一个县')).toBeInTheDocument();
  });

  it('opens formula, sums and rows behind a figure', async () => {
    const framework = aFramework();
    server.use(
      gives(
        '/balance/runs/r1/explanation',
        json({
          stage: 'PRIMARY',
          indicator: framework.indicators[0],
          result: anIndicator(),
          formula: ['CV = S ÷ X̄'],
          pupils: 2000,
          amount: 48,
          squares: 1.4,
          check: 0.501787,
          rows: [
            {
              id: 's1',
              code: '1',
              name: '城关中心小学',
              kind: '211',
              pupils: 1200,
              amount: 37,
              value: 3.1,
              deviation: 0.7,
              contribution: 0.2,
              parts: [],
            },
          ],
        }),
      ),
    );
    open('/balance?explain=multimediaRooms');
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('CV = S ÷ X̄')).toBeInTheDocument();
    expect(within(drawer).getAllByText('0.501787')).toHaveLength(2);
    expect(within(drawer).getByRole('button', { name: '城关中心小学' })).toBeInTheDocument();
  });
});
