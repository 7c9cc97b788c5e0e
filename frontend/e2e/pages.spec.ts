import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';

interface Address {
  path: string;
  zh: string | RegExp;
  en: string | RegExp;
}

const pages: Address[] = [
  { path: '/', zh: '我的工作台', en: 'My desk' },
  { path: '/balance', zh: '县域均衡', en: 'County balance' },
  { path: '/balance/schools', zh: '县域均衡', en: 'County balance' },
  { path: '/balance/map', zh: '县域均衡', en: 'County balance' },
  { path: '/balance/years', zh: '县域均衡', en: 'County balance' },
  { path: '/balance/plan', zh: '县域均衡', en: 'County balance' },
  { path: '/rectification', zh: '整改台账', en: 'Rectification ledger' },
  { path: '/rectification/notices', zh: '整改通知书', en: 'Notices of rectification' },
  { path: '/rectification/notices/new', zh: '起草整改通知', en: 'Draft a notice' },
  { path: '/runs', zh: '测算记录', en: 'Calculations' },
  { path: '/plans', zh: '补齐方案', en: 'Plans' },
  { path: '/frameworks', zh: '指标框架', en: 'Frameworks' },
  { path: '/index-systems', zh: '指标体系', en: 'Index systems' },
  { path: '/schools', zh: '学校', en: 'Schools' },
  { path: '/schools/new', zh: '登记学校', en: 'Register a school' },
  { path: '/figures', zh: '学年数据', en: 'Yearly figures' },
  { path: '/imports', zh: '数据导入', en: 'Imports' },
  { path: '/imports/new', zh: '新建导入', en: 'New import' },
  { path: '/regions', zh: '行政区划', en: 'Regions' },
  { path: '/facts', zh: '数据项目录', en: 'Fact catalogue' },
  { path: '/accounts', zh: '人员与账号', en: 'People and accounts' },
  { path: '/nowhere', zh: '没有这一页', en: 'There is no such page' },
];

test.use({ storageState: stateOf('director') });

for (const { path, zh, en } of pages) {
  test(`${path} stands in both languages, without a violation, no wider than the screen`, async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    for (const [language, title] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      await page.addInitScript((value) => localStorage.setItem('dudao.language', value), language);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  });
}

test.describe('a province', () => {
  test.use({ storageState: stateOf('province') });

  test('/rollup offers every county under the region', async ({ page }) => {
    await page.goto('/rollup');
    await expect(page.getByRole('heading', { level: 1, name: '市县汇总' })).toBeVisible();
    await page.getByRole('button', { name: /^(开始汇总|重新汇总)$/ }).click();
    await expect(
      page.getByRole('table', { name: '小学各县位次' }).or(page.getByRole('list', { name: '小学各县位次' })),
    ).toBeVisible({
      timeout: 60_000,
    });
    await expectAccessible(page);
  });
});
