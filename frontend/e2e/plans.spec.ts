import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';

const DAY = 24 * 3600 * 1000;

test.describe.configure({ mode: 'serial' });
test.use({ storageState: stateOf('officer') });

test('a term plan is drawn, adopted as it was seen, drawn again and found the same', async ({ page }) => {
  await page.goto('/visit-plans');
  await page.getByRole('button', { name: '生成学期计划' }).click();
  const drawer = page.getByRole('dialog', { name: '生成学期督导计划' });
  await drawer.getByRole('spinbutton', { name: '随机种子' }).fill('20261122');
  await drawer.getByRole('button', { name: '生成预览' }).click();
  await expect(drawer.getByRole('status')).toContainText('种子 20261122');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: /^采用这份计划/ }).click();
  await expect(page.getByText(/^已采用，安排督导/)).toBeVisible();

  await page.getByRole('tab', { name: '已采用的计划' }).click();
  const row = page.getByRole('row').filter({ hasText: '20261122' });
  await row.getByRole('button', { name: '复核抽取' }).click();
  await expect(page.getByText(/结果完全一致/)).toBeVisible();
});

test('a number of the progress leads to exactly its rows', async ({ page }) => {
  await page.goto('/visit-plans?by=MONTH');
  const link = page.getByRole('row').nth(1).getByRole('link').first();
  const number = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: '入校督导' })).toBeVisible();
  await expect(page.getByText(`${number} 次`)).toBeVisible();
});

test('a visit is moved on the calendar with a reason that stays with it', async ({ page }) => {
  await page.goto('/visit-plans');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /的督导日历$/ })).toBeVisible();
  const move = page.getByRole('button', { name: /改期$/ });
  await expect(async () => {
    if ((await move.count()) === 0) await page.getByRole('button', { name: '下个月' }).click();
    await expect(move.first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);
  const school = ((await move.first().getAttribute('aria-label')) ?? '').replace(/改期$/, '');
  const from = await page
    .locator('li', { has: move.first() })
    .locator('time')
    .first()
    .getAttribute('datetime');
  const address = await move.first().locator('xpath=ancestor::li[1]').getByRole('link').getAttribute('href');
  await move.first().click();
  const dialog = page.getByRole('dialog', { name: `${school}改期` });
  // an overdue visit stands in the past, where nothing is moved to
  const next = new Date(Math.max(new Date(from ?? '').getTime(), Date.now() + DAY) + DAY)
    .toISOString()
    .slice(0, 10);
  await dialog.getByRole('textbox', { name: '新的日期' }).fill(next);
  await page.keyboard.press('Enter');
  const meant = dialog.getByRole('checkbox');
  await dialog.getByRole('textbox', { name: '原因' }).fill('与学校期末检测冲突');
  if (await meant.isVisible()) await meant.check();
  await dialog.getByRole('button', { name: /改\s*期/ }).click();
  await expect(page.getByText(/^已改到/)).toBeVisible();
  await page.goto(address ?? '');
  await expect(page.getByText('与学校期末检测冲突')).toBeVisible();
});

test('a school reads a record it was sent, answers it and gives its view', async ({ browser }) => {
  const context = await browser.newContext({ storageState: stateOf('school') });
  const page = await context.newPage();
  await page.goto('/school-visits');
  await expect(page.getByRole('heading', { level: 1, name: '督导记录' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('row').filter({ hasText: '记录已送达学校' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /督导工作记录$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: '答复内容' }).fill('已逐项落实');
  await page.getByRole('button', { name: '提交答复' }).click();
  await expect(page.getByText('已逐项落实')).toBeVisible();
  for (const question of ['客观公正', '对学校有帮助', '廉洁自律']) {
    await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: '5' }).check();
  }
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByText('已评价，谢谢。')).toBeVisible();
  await context.close();
});

test('an inspector hands in the month and the office accepts it', async ({ page, browser }) => {
  const context = await browser.newContext({ storageState: stateOf('inspector') });
  const own = await context.newPage();
  await own.goto('/monthly');
  await own.getByRole('row').nth(1).getByRole('link', { name: '未提交' }).click();
  await expect(own.getByRole('textbox', { name: '主要工作' })).toHaveValue(/开展入校督导/);
  await own.getByRole('button', { name: '提交督导室' }).click();
  await expect(own.getByText('提交时的数字，不再变化')).toBeVisible();
  const address = new URL(own.url()).pathname;
  await context.close();
  await page.goto(address);
  await page.getByRole('button', { name: /接\s*收/ }).click();
  await expect(page.getByText('已接收')).toBeVisible();
});

test('the director issues the key points, finishes the self-check and adopts it', async ({ browser }) => {
  const context = await browser.newContext({ storageState: stateOf('director') });
  const page = await context.newPage();
  await page.goto('/key-points');
  await page.getByRole('button', { name: /^印\s*发$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^印\s*发$/ })
    .click();
  await expect(page.getByRole('link', { name: /^工作要点 教督〔\d{4}〕\d+号$/ })).toBeVisible();

  await page.goto('/innovation');
  await expect(page.getByText(/还有 \d+ 个检查点未填写/)).toBeVisible();
  const adopt = page.getByRole('button', { name: /^审\s*定$/ });
  await expect(adopt).toBeDisabled();
  await expectAccessible(page);
  // a number opens exactly its rows
  const figure = page.getByRole('button', { name: '查看明细：挂牌督导覆盖' });
  const counts = (await page.getByRole('listitem').filter({ has: figure }).textContent()) ?? '';
  const [, met, total] = /(\d+)\/(\d+) 所学校/.exec(counts) ?? [];
  await figure.click();
  const missed = Number(total) - Number(met);
  await expect(page.getByText(`共 ${total} 所学校，其中未达到 ${missed} 所学校`)).toBeVisible();
  await page.getByRole('button', { name: /关闭|Close/ }).click();

  const open = page.getByRole('button', { name: /^填写 / });
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '是' }).check();
    await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
    await expect(open).toHaveCount(left - 1);
  }
  await adopt.click();
  const step = page.getByRole('dialog');
  await step.getByRole('textbox', { name: '审定意见' }).fill('请各责任区限期补齐');
  await step.getByRole('button', { name: /^审\s*定$/ }).click();
  await expect(page.getByText(/于.*审定$/)).toBeVisible();
  await expect(page.getByRole('region', { name: '已审定的自查' }).getByRole('link')).toBeVisible();
  await context.close();

  const above = await browser.newContext({ storageState: stateOf('province') });
  const reader = await above.newPage();
  await reader.goto('/innovation');
  await reader.getByRole('region', { name: '已审定的自查' }).getByRole('link').first().click();
  await expect(reader.getByText('请各责任区限期补齐')).toBeVisible();
  await expect(reader.getByRole('button', { name: /^修改/ })).toHaveCount(0);
  await above.close();
});
