import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';

test.describe.configure({ mode: 'serial' });

const NAME = '沈一舟';

test.describe('the director', () => {
  test.use({ storageState: stateOf('director') });

  test('reads how the mark comes about, and confirms the grade of this year', async ({ page }) => {
    await page.goto('/appraisals?standing=SUBMITTED');
    await page.getByRole('link', { name: NAME }).click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${NAME}：`) })).toBeVisible();
    await expect(page.getByText(/^数据得分 = （计划完成/)).toBeVisible();
    await expectAccessible(page);
    const planned = page.getByRole('link', { name: /^已计划 \d+ 次$/ });
    const count = ((await planned.textContent()) ?? '').replace(/\D/g, '');
    await planned.click();
    await expect(page.getByText(`${count} 次`, { exact: true })).toBeVisible();
    await page.goBack();
    await page.getByRole('button', { name: '确认等次' }).click();
    const dialog = page.getByRole('dialog', { name: '确认等次' });
    await dialog.getByRole('button', { name: '确认等次' }).click();
    await expect(page.getByText(/^确认时固定的数据/)).toBeVisible();
  });
});

test.describe('the inspector', () => {
  test.use({ storageState: stateOf('inspector') });

  test('reads their own once confirmed, is told nothing of a single school, and says so once', async ({
    page,
  }) => {
    await page.goto('/appraisals');
    await page.getByRole('link', { name: NAME }).click();
    await expect(page.getByRole('link', { name: '看学校评价' })).toBeHidden();
    await page.getByRole('textbox', { name: '意见（可以不填）' }).fill('没有异议');
    await page.getByRole('button', { name: /^已\s*阅$/ }).click();
    await expect(page.getByText('督学已阅')).toBeVisible();
    await expect(page.getByText('没有异议')).toBeVisible();
    await expect(page.getByRole('button', { name: /^已\s*阅$/ })).toBeHidden();
  });
});

test.describe('the office', () => {
  test.use({ storageState: stateOf('officer') });

  test('draws schools and inspectors, has it drawn again the same, and plans the visits', async ({
    page,
  }) => {
    await page.goto('/draws/new');
    await page.getByRole('textbox', { name: '事项' }).fill('校园安全专项督导');
    await page.getByRole('button', { name: '查看抽取范围' }).click();
    await expect(page.getByText(/^可抽学校 \d+ 所$/)).toBeVisible();
    await expect(page.getByText('当天不在任').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '开始抽取' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '开始抽取' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '校园安全专项督导' })).toBeVisible();
    await page.getByRole('button', { name: '重新验证' }).click();
    await expect(page.getByText(/结果与登记的完全一致/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '安排督导' }).click();
    const dialog = page.getByRole('dialog', { name: '按抽取结果安排督导' });
    await dialog.getByRole('button', { name: '安排督导' }).click();
    await expect(page.getByText(/^已按抽取结果安排在/)).toBeVisible();
    await page.getByRole('link', { name: '查看' }).first().click();
    await expect(page.getByText('协作督导').first()).toBeVisible();
  });
});
