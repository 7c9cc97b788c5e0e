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
  { path: '/evidence', zh: '佐证材料', en: 'Evidence' },
  { path: '/archives', zh: '档案目录', en: 'Archive catalogues' },
  { path: '/runs', zh: '测算记录', en: 'Calculations' },
  { path: '/plans', zh: '补齐方案', en: 'Plans' },
  { path: '/frameworks', zh: '指标框架', en: 'Frameworks' },
  { path: '/visit-plans', zh: '督导计划', en: 'Visit plans' },
  { path: '/visit-plans?tab=plans', zh: '督导计划', en: 'Visit plans' },
  { path: '/visit-plans?tab=rules', zh: '督导计划', en: 'Visit plans' },
  { path: '/draws', zh: '随机抽取', en: 'Random draws' },
  { path: '/draws/new', zh: '新的抽取', en: 'New draw' },
  { path: '/school-views', zh: '学校评价', en: 'School views' },
  { path: '/key-points', zh: '工作要点', en: 'Key points' },
  { path: '/innovation', zh: '创新县自查', en: 'Innovation county' },
  { path: '/monthly', zh: '督导月报', en: 'Monthly reports' },
  { path: '/work-log', zh: '工作日志与经费', en: 'Work log and costs' },
  { path: '/visits', zh: '入校督导', en: 'Visits' },
  { path: '/visits/hand-in', zh: '接收手机导出的记录', en: 'Hand in records from a phone' },
  { path: '/inspectors', zh: '督学', en: 'Inspectors' },
  { path: '/appraisals', zh: '督学年度考核', en: 'Appraisal of inspectors' },
  { path: '/zones', zh: '督学责任区', en: 'Responsibility zones' },
  { path: '/zones?tab=table', zh: '督学责任区', en: 'Responsibility zones' },
  { path: '/zones?tab=violations', zh: '督学责任区', en: 'Responsibility zones' },
  { path: '/supervision-rules', zh: '督导规则', en: 'Rules of supervision' },
  { path: '/complaints', zh: '投诉举报', en: 'Complaints' },
  { path: '/p/q', zh: '查询办理结果', en: 'Look up an answer' },
  { path: '/p/nothing', zh: '没有这一页', en: 'There is no such page' },
  { path: '/index-systems', zh: '指标体系', en: 'Index systems' },
  { path: '/schools', zh: '学校', en: 'Schools' },
  { path: '/schools/new', zh: '登记学校', en: 'Register a school' },
  { path: '/figures', zh: '学年数据', en: 'Yearly figures' },
  { path: '/imports', zh: '数据导入', en: 'Imports' },
  { path: '/imports/new', zh: '新建导入', en: 'New import' },
  { path: '/regions', zh: '行政区划', en: 'Regions' },
  { path: '/facts', zh: '数据项目录', en: 'Fact catalogue' },
  { path: '/accounts', zh: '人员与账号', en: 'People and accounts' },
  { path: '/documents', zh: '发文登记', en: 'Register of documents' },
  { path: '/document-templates', zh: '公文模板', en: 'Document templates' },
  {
    path: '/document-templates/RECTIFICATION_NOTICE',
    zh: '整改通知书模板',
    en: 'Template: Notice of rectification',
  },
  { path: '/audit', zh: '审计记录', en: 'Audit trail' },
  { path: '/messages', zh: '消息', en: 'Messages' },
  { path: '/messages/settings', zh: '通知设置', en: 'Notification settings' },
  { path: '/rectification?view=board', zh: '整改台账', en: 'Rectification ledger' },
  { path: '/rectification/records', zh: '年度整改档案', en: 'Yearly record' },
  { path: '/rectification/terms', zh: '期限与日历', en: 'Terms and calendar' },
  { path: '/nowhere', zh: '没有这一页', en: 'There is no such page' },
];

test.use({ storageState: stateOf('director') });

for (const { path, zh, en } of pages) {
  test(`${path} stands in both languages, without a violation, no wider than the screen`, async ({
    page,
    isMobile,
  }) => {
    // every rule on one language of each size: Chinese on the desk, English on the phone
    const examined = isMobile ? 'en' : 'zh-CN';
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
      if (language === examined) await expectAccessible(page);
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
