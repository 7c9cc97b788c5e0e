import { expect, test } from '@playwright/test';
import { passwordOf, stateOf } from './support/accounts';

for (const account of ['director', 'officer', 'inspector', 'province', 'school']) {
  test(`${account} logs in and comes back to the page asked for`, async ({ page }) => {
    await page.goto('/schools?sort=name');
    await page.waitForURL(/\/realms\//);
    await page.locator('#username').fill(account);
    await page.locator('#password').fill(passwordOf(account));
    await page.locator('#kc-login').click();
    await page.waitForURL(/\/schools\?sort=name/);
    await expect(page.getByRole('heading', { level: 1, name: '学校' })).toBeVisible();
    await page.context().storageState({ path: stateOf(account) });
  });
}

test('a wrong password is refused by the login page', async ({ page }) => {
  await page.goto('/');
  await page.waitForURL(/\/realms\//);
  await page.locator('#username').fill('officer');
  await page.locator('#password').fill('not-the-password');
  await page.locator('#kc-login').click();
  await expect(page.locator('#input-error, .kc-feedback-text, #input-error-username').first()).toBeVisible();
});
