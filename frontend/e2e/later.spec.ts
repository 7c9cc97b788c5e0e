import { expect, test } from '@playwright/test';
import { stateOf } from './support/accounts';

const OURS = { 'X-Requested-With': 'JavaScript' };

interface Row {
  found: number;
  closed: number;
  open: number;
  overdue: number;
}

test.use({ storageState: stateOf('director') });

test('what was returned and left lying climbs the ladder once, and the ledger reconciles', async ({
  page,
}) => {
  const row = (
    (await (await page.request.get('/api/v1/rectification/ledger', { headers: OURS })).json()) as Row[]
  )[0] as Row;
  expect(row.found).toBe(row.closed + row.open + row.overdue);
  expect(row.overdue).toBeGreaterThan(0);

  await page.goto('/rectification?q=灭火器过期&standing=OVERDUE&sort=-foundOn#list');
  await page
    .getByRole('link', { name: /灭火器过期\d{6}/ })
    .first()
    .click();
  await page.waitForURL(/\/rectification\/findings\//);
  await expect(page.getByText(/逾期 \d+ 天/).first()).toBeVisible();
  // the steps are raised some seconds after the start
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('逾期预警')).toHaveCount(1, { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: '办理“约谈”' })).toBeVisible();
  await expect(page.getByRole('button', { name: '办理“通报”' })).toBeVisible();

  await page.goto('/messages');
  await expect(page.getByRole('link', { name: /应办理约谈.*灭火器过期\d{6}/ }).first()).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: /约谈/ }).first()).toBeVisible();
});
