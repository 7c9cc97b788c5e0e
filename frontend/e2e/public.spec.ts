import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';
import { photo } from './support/photo';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: stateOf('officer') });

const OURS = { 'X-Requested-With': 'JavaScript' };

/** A phone of somebody without an account. */
async function somebody(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    storageState: undefined,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
  });
  return context.newPage();
}

let queryCode = '';

test('a letter is issued, and whoever scans its code sees that it is valid and nothing of the desk', async ({
  page,
  browser,
}) => {
  await page.goto('/inspectors?standing=IN_OFFICE&sort=-endsOn');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('heading', { level: 2, name: '聘任' })).toBeVisible();
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const issue = page.getByRole('button', { name: '制发聘书' });
  await expect(page.getByRole('link', { name: '督学证 PDF' })).toBeVisible();
  if (await issue.isVisible()) {
    await issue.click();
    await page.getByRole('dialog').getByRole('button', { name: '制发聘书' }).click();
  }
  const letter = page.getByRole('link', { name: /^聘书 教督聘/ });
  await expect(letter).toBeVisible();
  await expectAccessible(page);
  const card = (await page.getByRole('link', { name: '督学证 PDF' }).getAttribute('href')) ?? '';
  const pdf = await page.request.get(card);
  expect(pdf.headers()['content-type']).toBe('application/pdf');

  // the code, as the paper bears it: issuing again gives the same letter
  const again = await page.request.post(card.replace(/card$/, 'letter'), { headers: OURS });
  const { checkAddress } = (await again.json()) as { checkAddress: string };
  const visitor = await somebody(browser);
  const loaded: string[] = [];
  visitor.on('request', (request) => loaded.push(request.url()));
  await visitor.goto(new URL(checkAddress).pathname);
  await expect(visitor.getByRole('status')).toContainText('有效');
  await expect(visitor.getByText(name.trim(), { exact: true })).toBeVisible();
  await expectAccessible(visitor);
  expect(loaded.filter((url) => /antd|desk-|charts-|\/api\/v1\/me/.test(url))).toEqual([]);
  await visitor.goto('/p/c/0000000000000000000000000A');
  await expect(visitor.getByRole('status')).toContainText('没有这个编码');
  await visitor.context().close();
});

test('from the board at the gate to a query code, with a picture and without an account', async ({
  page,
  browser,
}) => {
  await page.goto('/complaints');
  const first = page.getByRole('row').nth(1);
  await first.click();
  await page.locator('main a[href*="/schools/"]').first().click();
  await page.getByRole('tab', { name: '责任督学' }).click();
  await page.getByRole('button', { name: '打印标牌' }).click();
  const downloaded = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'A4 纸' }).click();
  const board = await readFile(await (await downloaded).path());
  expect(board.subarray(0, 5).toString()).toBe('%PDF-');
  const school = new URL(page.url()).pathname.split('/').at(-1);
  const address = await page.request.get(`/api/v1/publication/boards/schools/${school}/address`);
  const { address: printed } = (await address.json()) as { address: string };

  const visitor = await somebody(browser);
  await visitor.goto(new URL(printed).pathname);
  await expect(visitor.getByRole('heading', { name: '责任督学' })).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByRole('link', { name: '反映问题' }).click();
  await visitor.getByRole('button', { name: '提交给督导机构' }).click();
  await expect(visitor.getByRole('alert')).toContainText('请选择反映的事项');
  await expectAccessible(visitor);
  await visitor.getByLabel('事项').selectOption({ index: 7 });
  await visitor.getByLabel('问题', { exact: true }).fill('食堂消毒柜坏了一个月没有修。');
  await visitor.reload();
  await expect(visitor.getByLabel('问题', { exact: true })).toHaveValue('食堂消毒柜坏了一个月没有修。');
  await visitor.getByLabel('电话或其他联系方式').fill('13812345678');
  await visitor.getByLabel('照片（可以不传）').setInputFiles(await photo(visitor, '消毒柜.jpg'));
  await visitor.getByRole('button', { name: '提交给督导机构' }).click();
  await expect(visitor.getByRole('heading', { level: 1, name: '已经收到' })).toBeVisible();
  await expect(visitor.getByText('已收到', { exact: true })).toBeVisible();
  queryCode = ((await visitor.locator('.code').textContent()) ?? '').trim();
  expect(queryCode).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await expectAccessible(visitor);
  await visitor.context().close();
});

test('the office verifies, looks at the sender, raises a finding, answers; the sender reads the answer', async ({
  page,
  browser,
}) => {
  await page.goto(`/complaints?q=${encodeURIComponent('消毒柜')}&sort=-receivedOn`);
  await page.getByRole('row').filter({ hasText: '消毒柜' }).first().click();
  await expect(page.getByText('138******78')).toBeVisible();
  await expect(page.getByText('13812345678')).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^查看完整信息/ }).click();
  await expect(page.getByText('13812345678')).toBeVisible();
  const step = async (button: string, words: string, to?: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    if (to) await dialog.getByLabel('转办单位').fill(to);
    await dialog.getByRole('textbox').last().fill(words);
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await step('核实受理', '到校查看，属实。');
  await page.getByRole('button', { name: '登记问题' }).click();
  const raising = page.getByRole('dialog');
  await raising.getByLabel('问题').fill('餐饮具消毒设备损坏未修复');
  await raising.getByRole('button', { name: '登记问题' }).click();
  await expect(page.getByRole('link', { name: '问题 1' })).toBeVisible();
  await step('转办', '请督促修复', '县市场监督管理局');
  await step('答复', '消毒柜已更换，感谢您的监督。');
  await expect(page.getByRole('list', { name: '办理进度' })).toContainText('转给县市场监督管理局');

  const visitor = await somebody(browser);
  await visitor.goto('/p/q');
  await visitor.getByLabel('查询码').fill(queryCode.toLowerCase());
  await visitor.getByRole('button', { name: '查询' }).click();
  await expect(visitor.getByText('消毒柜已更换，感谢您的监督。')).toBeVisible();
  await expect(visitor.getByText('到校查看')).toBeHidden();
  await expectAccessible(visitor);
  await visitor.context().close();
});
