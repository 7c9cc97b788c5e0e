import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';
import { pick } from './support/pick';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const OURS = { 'X-Requested-With': 'JavaScript' };
const PHONE = { width: 390, height: 844 };

async function as(browser: Browser, account: string, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ storageState: stateOf(account), viewport, locale: 'zh-CN' });
  return context.newPage();
}

interface Row {
  found: number;
  closed: number;
  open: number;
  overdue: number;
}

/** The ledger of the whole county; it reconciles at every step. */
async function ledger(page: Page): Promise<Row> {
  const answer = await page.request.get('/api/v1/rectification/ledger', { headers: OURS });
  const row = ((await answer.json()) as Row[])[0] ?? { found: 0, closed: 0, open: 0, overdue: 0 };
  expect(row.found).toBe(row.closed + row.open + row.overdue);
  return row;
}

async function record(page: Page, school: string, text: string): Promise<void> {
  await page.goto('/rectification');
  await page.getByRole('button', { name: '登记问题' }).click();
  const drawer = page.getByRole('dialog');
  await pick(page, drawer.getByRole('combobox', { name: '学校' }), school, drawer);
  await drawer.getByRole('textbox', { name: /^问题/ }).fill(text);
  await drawer.getByRole('textbox', { name: /^依据（/ }).fill('消防通道应保持畅通');
  await drawer.getByRole('button', { name: /登\s*记/ }).click();
  await expect(drawer).toBeHidden();
}

/** Opens a finding by what it says and takes a step with some words. */
async function step(page: Page, text: string, button: string, words?: [string, string]): Promise<void> {
  await page.goto(`/rectification?q=${encodeURIComponent(text)}`);
  await page.getByRole('button', { name: text }).first().click();
  const name = new RegExp(button.split('').join('\\s*'));
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  if (words) await dialog.getByRole('textbox', { name: words[0] }).fill(words[1]);
  await dialog.getByRole('button', { name }).click();
  await expect(dialog).toBeHidden();
}

test('two findings from the office through notice, receipt and reply to closing and return', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const stamp = Date.now().toString().slice(-6);
  const [first, second] = [`东侧通道堆物${stamp}`, `灭火器过期${stamp}`];
  const school = await as(browser, 'school', PHONE);
  const me = (await (await school.request.get('/api/v1/me', { headers: OURS })).json()) as {
    scope: { schoolId: string; schoolName: string };
  };
  const officer = await as(browser, 'officer');
  const before = await ledger(officer);

  await record(officer, me.scope.schoolName, first);
  await record(officer, me.scope.schoolName, second);
  expect((await ledger(officer)).found).toBe(before.found + 2);
  await expectAccessible(officer);

  await officer.goto(`/rectification/notices/new?school=${me.scope.schoolId}`);
  await expect(officer.getByRole('checkbox', { name: new RegExp(second) })).toBeVisible();
  for (const box of await officer.getByRole('checkbox').all()) {
    const label = (await box.getAttribute('aria-label')) ?? '';
    if (!label.includes(stamp)) await box.uncheck();
  }
  await officer.getByRole('textbox', { name: '标题' }).fill(`整改通知${stamp}`);
  await officer.getByRole('button', { name: '保存草稿' }).click();
  await expect(heading(officer, `整改通知${stamp}`)).toBeVisible();
  await officer.getByRole('button', { name: '提交审批' }).click();
  await expect(officer.getByText('待审批').first()).toBeVisible();

  const director = await as(browser, 'director');
  await director.goto('/');
  await director.getByRole('link', { name: `审批：整改通知${stamp}` }).click();
  await director.getByRole('button', { name: '批准并编号' }).click();
  await director.getByRole('dialog').getByRole('button', { name: '批准并编号' }).click();
  await expect(director.getByText(/教督整改〔\d{4}〕\d+号/).first()).toBeVisible();

  await school.goto('/');
  await school.getByRole('link', { name: `签收：整改通知${stamp}` }).click();
  await school.getByRole('button', { name: /签\s*收/ }).click();
  const receipt = school.getByRole('dialog');
  await receipt.getByRole('textbox', { name: '签收人姓名' }).fill('张校长');
  const pad = await receipt.getByRole('img', { name: '在框内签名' }).boundingBox();
  if (!pad) throw new Error('no box to sign in');
  await school.mouse.move(pad.x + 40, pad.y + 60);
  await school.mouse.down();
  await school.mouse.move(pad.x + 120, pad.y + 100, { steps: 8 });
  await school.mouse.move(pad.x + 200, pad.y + 40, { steps: 8 });
  await school.mouse.up();
  await receipt.getByRole('button', { name: /签\s*收/ }).click();
  await expect(school.getByText(/张校长 于/)).toBeVisible();
  await expect(school.getByRole('img', { name: /签\s*收/ })).toBeVisible();
  await expectAccessible(school);

  for (const text of [first, second]) {
    await step(school, text, '回复整改情况', ['整改措施与结果', '已清理并落实专人巡查']);
  }
  const inspector = await as(browser, 'inspector');
  await step(inspector, first, '核查通过', ['核查情况', '现场核查属实']);
  await step(inspector, second, '退回', ['原因', '二楼灭火器仍过期']);

  await officer.goto(`/rectification?q=${first}`);
  await officer.getByRole('button', { name: first }).first().click();
  await officer.getByRole('button', { name: /销\s*号/ }).click();
  await officer
    .getByRole('dialog')
    .getByRole('button', { name: /销\s*号/ })
    .click();
  await expect(officer.getByText('发现问题的人不能自己销号，请由他人办理。')).toBeVisible();

  await step(director, first, '销号', ['销号意见', '同意']);
  const after = await ledger(officer);
  expect(after.closed).toBe(before.closed + 1);
  expect(after.found).toBe(before.found + 2);
});
