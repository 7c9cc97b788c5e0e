import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { stateOf } from './support/accounts';

test.use({ storageState: stateOf('officer') });

for (const [language, name, title] of [
  ['zh', 'desk', '县域均衡'],
  ['en', 'desk-en', 'County balance'],
] as const) {
  test(`${name}.png`, async ({ page }) => {
    await page.addInitScript((value) => localStorage.setItem('dudao.language', value), language);
    await page.goto('/balance');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'));
    await page.screenshot({
      path: fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url)),
      animations: 'disabled',
    });
  });
}
