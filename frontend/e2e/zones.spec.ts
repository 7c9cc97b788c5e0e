import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: stateOf('officer') });

/** The day a field shows, in UTC. */
const day = (text: string) => {
  const [year = 0, month = 1, date = 1] = (text.match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, date);
};

test('a proposal is changed by keyboard and accepted; yesterday is answered as it was', async ({ page }) => {
  await page.goto('/zones');
  await expect(page.getByRole('heading', { level: 1, name: '督学责任区' })).toBeVisible();
  await page.getByRole('link', { name: '第2督学责任区' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '第2督学责任区' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: '生成安排方案' }).click();
  const drawer = page.getByRole('dialog', { name: '安排方案 · 第2督学责任区' });
  await drawer.getByRole('button', { name: '生成方案' }).click();
  const changes = drawer.getByRole('group', { name: '变动的学校' });
  await expect(changes).toBeVisible();
  await expectAccessible(page);
  const choice = changes.getByRole('combobox').first();
  const label = (await choice.getAttribute('aria-label')) ?? '';
  const school = label.replace(/拟由$/, '');
  const line = changes.getByRole('row').filter({ hasText: school });
  const before = (await line.getByRole('cell').nth(1).textContent()) ?? '';
  const proposed = (await line.locator('.ant-select').textContent()) ?? '';
  // another person than proposed, without the mouse
  await choice.focus();
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(page.locator('.ant-select-dropdown:visible')).toBeVisible({ timeout: 2_000 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(line.locator('.ant-select')).not.toHaveText(proposed, { timeout: 1_000 });
    await expect(line.locator('.ant-select')).not.toHaveText('保持不变', { timeout: 1_000 });
  }).toPass();
  const chosen = ((await line.locator('.ant-select').textContent()) ?? '').trim();
  await drawer.getByRole('button', { name: /^采用方案/ }).click();
  await expect(page.getByText(/^已采用方案/)).toBeVisible();
  await expect(page.getByRole('region', { name: chosen }).getByRole('link', { name: school })).toBeVisible();

  await page.goto(`/zones?tab=table&q=${encodeURIComponent(school)}`);
  const row = page.getByRole('row').filter({ hasText: school });
  await expect(row).toContainText(chosen);
  const box = page.getByRole('textbox', { name: '查询日期' });
  const today = day(await box.inputValue());
  const yesterday = new Date(today - 24 * 3600 * 1000).toISOString().slice(0, 10);
  await page.goto(`/zones?tab=table&q=${encodeURIComponent(school)}&day=${yesterday}`);
  await expect(row).toContainText(before);
  await expect(row).not.toContainText(chosen);
  await row.getByRole('link', { name: school }).click();
  await expect(page.getByRole('tab', { name: '责任督学', selected: true })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: chosen })).toContainText('至今');
});

test('a school is handed over on the board by keyboard and by the mouse', async ({ page }) => {
  await page.goto('/zones');
  await page.getByRole('link', { name: '第3督学责任区' }).click();
  const columns = page.getByRole('group', { name: '责任督学分工' }).getByRole('region');
  await expect(columns.nth(2)).toBeVisible();
  const from = columns.nth(1);
  const to = columns.nth(2);
  const name = (await to.getAttribute('aria-label')) ?? '';
  const back = (await from.getAttribute('aria-label')) ?? '';
  const school = (await from.getByRole('link').first().textContent()) ?? '';

  await from.getByRole('button', { name: `移交 ${school}` }).focus();
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
  await expect(entry).toBeVisible();
  for (let i = 0; i < 12 && !(await entry.evaluate((e) => e === document.activeElement)); i++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(to.getByRole('link', { name: school })).toBeVisible();

  await to
    .getByRole('listitem')
    .filter({ hasText: school })
    .dragTo(page.getByRole('region', { name: back }));
  await expect(page.getByRole('region', { name: back }).getByRole('link', { name: school })).toBeVisible();
});

test('who has a conflict of interest cannot be chosen', async ({ page }) => {
  await page.goto('/zones?tab=violations');
  await expect(page.getByText(/应当回避$/).first()).toBeVisible();
  await expect(page.getByText('《中小学校责任督学挂牌督导办法》', { exact: false }).first()).toBeVisible();
});

test('a school is handed over on the map, and one in no zone is put into one', async ({ page }) => {
  await page.goto('/zones');
  await page.getByRole('link', { name: '第4督学责任区' }).click();
  const map = page.getByRole('group', { name: '学校分布' });
  const dot = map.getByRole('button').first();
  const [school = '', before = ''] = ((await dot.getAttribute('aria-label')) ?? '').split('：');
  await dot.click();
  const menu = page.getByRole('menu');
  const other = menu
    .getByRole('menuitem')
    .filter({ hasNotText: /应当回避|其他责任区/ })
    .first();
  const name = ((await other.textContent()) ?? '').replace(/（.*/, '');
  expect(name).not.toBe(before);
  await other.click();
  await expect(map.getByRole('button', { name: `${school}：${name}`, exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/zones?tab=violations');
  const free = page.getByRole('button', { name: /^把.*编入责任区$/ });
  const label = (await free.first().getAttribute('aria-label')) ?? '';
  await free.first().click();
  await page.getByRole('menuitem', { name: '第1督学责任区' }).click();
  await expect(page.getByRole('button', { name: label })).toBeHidden();
});
