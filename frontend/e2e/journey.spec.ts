import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';
import { textsOf, workbook } from './support/workbook';

test.use({ storageState: stateOf('officer') });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

interface SchoolRow {
  code: string;
  name: string;
}

/** Two open primary schools of the demonstration county, as the interface lists them. */
async function primarySchools(page: Page): Promise<SchoolRow[]> {
  const answer = await page.request.get('/api/v1/schools?kind=211&state=OPEN&size=2&sort=code', {
    headers: { 'X-Requested-With': 'JavaScript' },
  });
  return ((await answer.json()) as { items: SchoolRow[] }).items;
}

test('the school list is searched, filtered and opened, and its address shows the same to a colleague', async ({
  page,
}) => {
  await page.goto('/schools');
  await expect(heading(page, '学校')).toBeVisible();
  const table = page.getByRole('table', { name: '学校名录' });
  await expect(table.getByRole('row')).not.toHaveCount(1);
  await page.getByRole('searchbox', { name: '查找学校名称或标识码' }).fill('九年一贯制');
  await expect(page).toHaveURL(/q=/);
  await expect(table.getByRole('row').nth(1)).toContainText('九年一贯制');
  const shown = await table.getByRole('row').count();

  const address = page.url();
  await page.goto('/');
  await page.goto(address);
  await expect(table.getByRole('row')).toHaveCount(shown);

  const name = await table.getByRole('row').nth(1).getByRole('link').first().innerText();
  await table.getByRole('row').nth(1).getByRole('link').first().click();
  const drawer = page.getByRole('dialog', { name });
  await expect(drawer).toContainText('学校标识码');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '打开学校页面' }).click();
  await expect(heading(page, name)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/school=/);

  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const file = await (await downloading).path();
  expect(textsOf(await readFile(file))).toContain('九年一贯制');
});

test('a workbook with bad cells comes back marked, and its clean rows are written once', async ({ page }) => {
  await page.goto('/schools');
  const [first, second] = await primarySchools(page);
  if (!first || !second) throw new Error('the demonstration county has primary schools');
  const head = ['学校标识码', '学校名称', '小学在校生数', '小学专任教师数', '图书册数'];
  const file = workbook([
    head,
    [first.code, first.name, '１２０', 12, '4,321'],
    [second.code, second.name, '很多', 9, 100],
    ['本表由学校填报'],
  ]);

  await page.goto('/imports');
  await expect(heading(page, '数据导入')).toBeVisible();
  await page.getByRole('link', { name: '新建导入' }).first().click();
  await page.getByRole('combobox', { name: '哪个学年' }).click();
  await page.getByTitle('2023—2024学年', { exact: true }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '数据.xlsx', mimeType: 'application/vnd.ms-excel', buffer: file });
  await expectAccessible(page);
  await page.getByRole('button', { name: '上传并检查' }).click();

  await expect(page.getByRole('heading', { name: '检查结果' })).toBeVisible();
  const problems = page.getByRole('table', { name: '问题清单' });
  await expect(problems).toContainText('很多');
  await expectAccessible(page);
  const why = await problems.getByRole('row').nth(1).getByRole('cell').last().innerText();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载标注后的表格' }).click();
  const marked = textsOf(await readFile(await (await downloading).path()));
  expect(marked).toContain('很多');
  expect(marked).toContain(why.slice(0, 6));

  // the server keeps where it stands
  await page.reload();
  await expect(page.getByRole('heading', { name: '检查结果' })).toBeVisible();
  const confirm = page.getByRole('checkbox', { name: /相差较大/ });
  if (await confirm.isVisible()) await confirm.check();
  await page.getByRole('button', { name: '写入', exact: true }).click();
  await expect(page.getByRole('heading', { name: '已写入' })).toBeVisible();

  const answer = await page.request.get(`/api/v1/figures?year=2023&q=${first.code}`, {
    headers: { 'X-Requested-With': 'JavaScript' },
  });
  const { items } = (await answer.json()) as { items: { values: Record<string, number> }[] };
  expect(items[0]?.values).toMatchObject({ 'PRIMARY.pupils': 120, books: 4321 });
});

test('the verdict is computed, every figure opens what it is made of, and additions move it at once', async ({
  page,
}) => {
  await page.goto('/balance');
  await expect(heading(page, '县域均衡')).toBeVisible();
  const computed = page.waitForResponse(
    (response) => response.url().endsWith('/balance/runs') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: /^(开始测算|重新测算)$/ }).click();
  expect((await computed).status()).toBe(201);

  const primary = page.getByRole('button', { name: /^小学.*(达标|未达标)/ });
  await expect(primary).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: /^初中/ }).click();
  await expect(page).toHaveURL(/stage=JUNIOR/);
  await expect(page.getByRole('heading', { name: /^初中各指标/ })).toBeVisible();
  await primary.click();
  await expectAccessible(page);

  // indicator → formula and rows → one school's numerator
  await page.getByRole('button', { name: /生均体育运动场馆面积：差异系数/ }).click();
  const drawer = page.getByRole('dialog', { name: /生均体育运动场馆面积/ });
  await expect(drawer).toContainText('CV = S ÷');
  await expectAccessible(page);
  await drawer.getByRole('table').getByRole('button').first().click();
  await expect(drawer.getByRole('table')).toContainText('室外运动场地面积');
  await page.keyboard.press('Escape');

  // the same figures as a table beside the chart
  await page.getByRole('button', { name: '表', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: '标准差' })).toBeVisible();

  await page.getByRole('link', { name: '学校', exact: true }).last().click();
  const table = page.getByRole('table', { name: /学校达标情况/ });
  await expect(table.locator('[data-mark=failing]').first()).toContainText('✕');

  await page.getByRole('link', { name: '补齐', exact: true }).click();
  await page.getByRole('button', { name: '计算方案' }).click();
  await expect(page.getByText(/万元/).first()).toBeVisible();
  await page.getByRole('button', { name: '放入下方继续调整' }).click();
  const result = page.getByRole('region', { name: '补充后的结果' });
  await expect(result).toContainText('达标学校');
  await expect(result).toContainText('新达标');
  await expectAccessible(page);

  const name = `方案 ${Date.now()}`;
  await page.getByRole('textbox', { name: '方案名称' }).fill(name);
  await page.getByRole('button', { name: '保存方案' }).click();
  await expect(page).toHaveURL(/plan=/);
  await page.goto('/plans');
  await expect(page.getByRole('table', { name: '已保存的方案' })).toContainText(name);
});

test('the report and the tables come as files', async ({ page }) => {
  await page.goto('/balance');
  for (const [link, start] of [
    ['导出 PDF 报告', '%PDF'],
    ['导出 Excel 表册', 'PK'],
  ] as const) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: link }).click();
    const bytes = await readFile(await (await downloading).path());
    expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start);
  }
});

test('the language is switched by the user and stays switched', async ({ page }) => {
  await page.goto('/');
  await expect(heading(page, '我的工作台')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(heading(page, 'My desk')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('navigation', { name: 'Main menu' })).not.toContainText(/[\u4e00-\u9fff]/);
  await page.reload();
  await expect(heading(page, 'My desk')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(heading(page, '我的工作台')).toBeVisible();
});

test('keyboard alone reaches the content, the search and a row', async ({ page }) => {
  await page.goto('/schools');
  await expect(page.getByRole('table', { name: '学校名录' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  const rows = page.locator('[data-row-open]');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test.describe('a school', () => {
  test.use({ storageState: stateOf('school') });

  test('sees its own data and none of the office’s tools', async ({ page }) => {
    await page.goto('/schools');
    await expect(page.getByText(/共 1 所/)).toBeVisible();
    await expect(page.getByRole('button', { name: '登记学校' })).toHaveCount(0);
    await page.goto('/accounts');
    await expect(page.getByText('这一页不在你的权限内')).toBeVisible();
    await expectAccessible(page);
  });
});
