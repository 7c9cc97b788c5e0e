import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';
import { pick } from './support/pick';

test.use({ storageState: stateOf('director') });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('a framework of one’s own: copied, an indicator added by the names of its facts, published, computed with', async ({
  page,
}) => {
  const code = `OWN_${Date.now()}`;
  await page.goto('/frameworks');
  await page.getByRole('link', { name: '县域义务教育优质均衡发展（2017）' }).click();
  await page.getByRole('button', { name: '复制为新框架' }).click();
  const copy = page.getByRole('dialog', { name: '复制为新框架' });
  await copy.getByLabel('代码').fill(code);
  await copy.getByLabel('名称', { exact: true }).fill(`三项试评 ${code}`);
  await copy.getByRole('button', { name: '复制为新框架' }).click();
  await expect(heading(page, `三项试评 ${code}`)).toBeVisible();

  await page.getByRole('button', { name: '增加指标' }).click();
  const form = page.getByRole('dialog', { name: '增加指标' });
  await pick(
    page,
    form.getByRole('combobox', { name: '数据项' }),
    '教学用计算机台数 (台)',
    form,
    '教学用计算机台数 ÷ 在校生数',
  );
  await form.getByLabel('指标名称').fill('每百名学生拥有教学用计算机台数');
  await form.getByLabel('英文名称').fill('Computers per 100 pupils');
  await expect(form).toContainText('每百名学生拥有教学用计算机台数 = 教学用计算机台数 ÷ 在校生数 × 100');
  await expectAccessible(page);
  await form.getByRole('button', { name: /确\s*定/ }).click();
  await expect(form).toBeHidden();

  for (const name of ['骨干教师', '体育、艺术', '教学及辅助用房', '体育运动场馆', '教学仪器设备'])
    await page.getByRole('button', { name: new RegExp(`^移除.*${name}`) }).click();
  await page.getByRole('button', { name: '移除每百名学生拥有网络多媒体教室数' }).click();
  await page.getByRole('button', { name: /^撤\s*销$/ }).click();
  await expect(page.getByText('7 处修改尚未保存')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await page.getByRole('button', { name: /^发\s*布$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^发\s*布$/ })
    .click();
  await expect(page.getByText('已发布', { exact: true }).first()).toBeVisible();

  const framework = page.url().replace(/.*\/frameworks\/([0-9a-f-]+).*/, '$1');
  await page.goto(`/balance?framework=${framework}`);
  await page.getByRole('button', { name: '开始测算' }).click();
  await expect(page.getByRole('button', { name: /^每百名学生拥有教学用计算机台数：差异系数/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /：差异系数 \d/ })).toHaveCount(3);
  await expectAccessible(page);
});
