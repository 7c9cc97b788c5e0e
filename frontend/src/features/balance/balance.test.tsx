import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { aFact, aFailingSchool, aFramework, anIndicator, aRun, aRunSchool, aStage } from '@/test/fixtures';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, province, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const effect = (change = {}) => ({
  stage: 'PRIMARY',
  verdictBefore: 'FAIL',
  verdictAfter: 'PASS',
  compositeBefore: null,
  compositeAfter: null,
  compositeLimit: null,
  schoolsPassingBefore: 1,
  schoolsPassingAfter: 2,
  schoolsNeeded: 2,
  indicators: [
    {
      code: 'multimediaRooms',
      meanBefore: 2.4,
      meanAfter: 2.6,
      coefficientBefore: 0.501787,
      coefficientAfter: 0.41,
      limit: 0.5,
      metBefore: false,
      metAfter: true,
      belowThresholdBefore: 1,
      belowThresholdAfter: 0,
    },
  ],
  newlyPassing: [{ id: 's2', code: '2153000002', name: '青石小学', before: 'FAIL', after: 'PASS' }],
  newlyFailing: [],
  ...change,
});

beforeEach(() => {
  server.use(
    gives('/balance/frameworks', json([aFramework()])),
    gives('/balance/runs', json([aRun()])),
    gives('/balance/runs/r1', json(aRun())),
    gives('/balance/runs/r1/schools', json([aRunSchool(), aFailingSchool()])),
    gives(
      '/facts/catalogue',
      json([aFact({ code: 'multimediaRooms', nameZh: '网络多媒体教室间数', level: 'SCHOOL', unitZh: '间' })]),
    ),
  );
});

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

  it('offers to compute what was not computed yet, to those who may', async () => {
    const post = takes('post', '/balance/runs', json(aRun()), 201);
    server.use(gives('/balance/runs', []), post.handler);
    const { user } = open('/balance?year=2025');
    await user.click(await screen.findByRole('button', { name: '开始测算' }));
    await waitFor(() =>
      expect(post.seen[0]?.body).toEqual({ frameworkId: 'f1', regionCode: '530322', year: 2025 }),
    );
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

describe('/balance/schools', () => {
  it('marks a failing cell by sign as well as colour', async () => {
    open('/balance/schools');
    const row = (await screen.findByRole('button', { name: '青石小学' })).closest('tr') as HTMLElement;
    const cell = row.querySelector('[data-mark=failing]');
    expect(cell).toHaveTextContent('✕1.40');
    await expectAccessible();
  });

  it('shows only the failing when the address says so', async () => {
    open('/balance/schools?verdict=FAIL');
    expect(await screen.findByRole('button', { name: '青石小学' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '城关中心小学' })).not.toBeInTheDocument();
  });
});

describe('/balance/map', () => {
  it('counts what it draws and names what it cannot', async () => {
    server.use(
      gives(
        '/balance/runs/r1/schools',
        json([aRunSchool(), { ...aFailingSchool(), longitude: null, latitude: null }]),
      ),
    );
    open('/balance/map');
    expect(await screen.findByText(/1 所达标，1 所未达标；1 所没有坐标，未画出。/)).toBeInTheDocument();
    await expectAccessible();
  });
});

describe('/balance/years', () => {
  it('sets the years side by side and names the schools that moved', async () => {
    const point = (year: number, runId: string, coefficient: number) => ({
      year,
      runId,
      stage: 'PRIMARY',
      indicator: 'multimediaRooms',
      coefficient,
      limit: 0.5,
      met: coefficient <= 0.5,
    });
    server.use(
      gives('/balance/runs/trend', [point(2024, 'r0', 0.53), point(2025, 'r1', 0.48)]),
      gives(
        '/balance/runs/compare',
        json({
          a: aRun(),
          b: aRun(),
          stages: [effect()],
          membership: [{ stage: 'PRIMARY', onlyA: [], onlyB: [] }],
        }),
      ),
    );
    open('/balance/years');
    expect(await screen.findByText('−0.050')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: '青石小学' })).toBeInTheDocument();
    await expectAccessible();
  });
});

describe('/balance/plan', () => {
  const bill = { stages: [effect()], bill: 90000, costs: {} };

  it('shows at once what an addition moves', async () => {
    const tried = takes('post', '/balance/runs/r1/what-if', json(bill));
    server.use(tried.handler);
    sessionStorage.setItem(
      'dudao.additions.r1',
      JSON.stringify([{ schoolId: 's2', factCode: 'multimediaRooms', amount: 3 }]),
    );
    open('/balance/plan');
    expect(await screen.findByText('9.00 万元')).toBeInTheDocument();
    expect(screen.getByText('新达标 1 所')).toBeInTheDocument();
    expect(tried.seen[0]?.body).toEqual({
      additions: [{ schoolId: 's2', factCode: 'multimediaRooms', amount: 3 }],
    });
    await expectAccessible();
  });

  it('takes the cheapest plan over for adjusting', async () => {
    server.use(
      takes('post', '/balance/runs/r1/what-if', json(bill)).handler,
      takes(
        'post',
        '/balance/runs/r1/proposal',
        json({
          additions: [
            {
              schoolId: 's2',
              schoolCode: '2153000002',
              schoolName: '青石小学',
              indicator: 'multimediaRooms',
              fact: 'multimediaRooms',
              stage: null,
              amount: 8,
              forThreshold: 8,
              cost: 240000,
            },
          ],
          permitted: [],
          summaries: [],
          leftOut: [],
          bill: 240000,
          costs: {},
          stages: [effect()],
        }),
      ).handler,
    );
    const { user } = open('/balance/plan');
    await user.click(await screen.findByRole('button', { name: '计算方案' }));
    expect((await screen.findAllByText('24.00 万元')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: '放入下方继续调整' }));
    expect(await screen.findByRole('spinbutton', { name: /青石小学 网络多媒体教室间数/ })).toHaveValue('8');
  });
});

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
});

describe('/runs', () => {
  it('lists what was kept and recomputes it', async () => {
    server.use(
      takes('post', '/balance/runs/r1/verify', { same: true, stored: 'a', recomputed: 'a' }).handler,
    );
    const { user } = open('/runs');
    await user.click(await screen.findByRole('button', { name: '复算核对' }));
    expect(await screen.findByText('复算结果与保存的完全一致')).toBeInTheDocument();
    await expectAccessible(document.querySelector('main') ?? document.body);
  });
});

describe('/plans', () => {
  it('lists plans and sets two side by side', async () => {
    const plan = (id: string, name: string) => ({
      id,
      runId: 'r1',
      regionCode: '530322',
      name,
      note: null,
      additions: [{ schoolId: 's2', factCode: 'multimediaRooms', stage: null, amount: 3 }],
      costs: {},
      bill: 90000,
      outcome: [effect()],
      createdBy: '林晓',
      createdAt: '2026-11-20T08:12:00Z',
      updatedAt: '2026-11-20T08:12:00Z',
      version: 0,
    });
    server.use(gives('/balance/plans', json([plan('p1', '方案一'), plan('p2', '方案二')])));
    open('/plans?a=p1&b=p2');
    expect(await screen.findByRole('button', { name: '方案一' })).toBeInTheDocument();
    expect(await screen.findAllByText('新达标 1 所')).toHaveLength(2);
    await expectAccessible();
  });
});

describe('/rollup', () => {
  it('ranks the counties of a province', async () => {
    const rollup = {
      id: 'u1',
      frameworkId: 'f1',
      frameworkCode: 'QUALITY_2017',
      frameworkVersion: 1,
      regionCode: '53',
      year: 2025,
      jobId: 'j1',
      state: 'DONE',
      message: null,
      counties: 1,
      schools: 120,
      createdBy: '省级',
      createdAt: '2026-11-20T08:12:00Z',
      finishedAt: '2026-11-20T08:13:00Z',
    };
    server.use(
      gives('/me', json(province)),
      gives('/balance/rollups', json([rollup])),
      gives('/balance/rollups/u1', json({ rollup, verdicts: { PRIMARY: { FAIL: 1 } } })),
      gives(
        '/balance/rollups/u1/counties',
        json(
          page([
            {
              rank: 1,
              countyCode: '530322',
              countyName: '青岭县',
              stage: 'PRIMARY',
              verdict: 'FAIL',
              composite: null,
              distance: 0.25,
              schools: 120,
              schoolsPassing: 80,
              schoolsNeeded: 120,
              pupils: 30000,
              excluded: 2,
              missing: 0,
              indicators: [
                {
                  code: 'multimediaRooms',
                  mean: 2.4,
                  coefficientOfVariation: 0.51,
                  limit: 0.5,
                  met: false,
                  reason: null,
                },
              ],
            },
          ]),
        ),
      ),
    );
    open('/rollup');
    const row = (await screen.findByRole('button', { name: '青岭县' })).closest('tr') as HTMLElement;
    expect(within(row).getByText('0.250')).toBeInTheDocument();
    expect(row.querySelector('[data-mark=failing]')).toHaveTextContent('✕0.510');
    await expectAccessible();
  });
});
