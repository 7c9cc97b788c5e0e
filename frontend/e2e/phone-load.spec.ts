import { expect, test } from '@playwright/test';
import { stateOf } from './support/accounts';
import { answer, begin, expectState, filesLeft, finish, link, phoneOf } from './support/phone';
import { photo } from './support/photo';
import { queue } from './support/queue';

test('what a phone could not send is exported, handed in at the office, and is one with what the phone sends later', async ({
  browser,
}) => {
  const { context, page } = await phoneOf(browser, 'inspector');
  await context.setOffline(true);
  const { id, name } = await begin(page, 9);
  await page.goto(`/m/records/${id}/items?at=1.1`);
  await page.locator('input[type=file][multiple]').setInputFiles([await photo(page, '校门.jpg', 60_000)]);
  await expect(page.locator('main li img')).toHaveCount(1);
  await page.getByRole('textbox', { name: '补充说明' }).fill('由督导室代交');
  await page.goto(`/m/records/${id}`);
  await finish(page);
  await page.goto('/m/outbox');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出未送达的记录' }).click();
  const exported = await (await downloading).path();

  const office = await browser.newContext({ storageState: stateOf('officer') });
  const desk = await office.newPage();
  await desk.goto('/visits');
  await desk.getByRole('link', { name: '接收手机导出的记录' }).click();
  await desk.getByLabel('手机导出的文件').setInputFiles(exported);
  await desk.getByRole('button', { name: '代交 1 件' }).click();
  await expect(desk.getByText(/已收到 1 件/)).toBeVisible();
  await desk.getByRole('link', { name }).click();
  await expect(desk.getByText('由督导室代交')).toBeVisible();
  await expect(desk.locator('main img')).toHaveCount(1);
  await office.close();

  await context.setOffline(false);
  await expectState(page, id, 'received');
  await expect.poll(() => filesLeft(page), { timeout: 30_000 }).toBe(0);
  await context.close();
});

test('two hundred visits with five photos each go up a line of 400 kbit/s, and the page stays at hand', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const { context, page } = await phoneOf(browser, 'inspector');
  // the longest the page kept a touch waiting, told by the browser itself
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const before = Number(sessionStorage.getItem('longest') ?? 0);
        sessionStorage.setItem('longest', String(Math.max(before, entry.duration)));
      }
    }).observe({ type: 'longtask' });
  });
  await context.setOffline(true);
  await queue(page, 200, 5);
  await page.goto('/m/outbox');
  await expect(page.getByText('200 份记录、1000 个附件未送达')).toBeVisible();
  await context.setOffline(false);
  await link(page, 400);
  await expect(page.getByText('200 份记录、1000 个附件未送达')).toBeHidden({ timeout: 60_000 });

  // in the middle of it the person makes another visit
  const { id } = await begin(page, 10);
  await answer(page, /^3 课/, '是', '发送途中新记的一份');
  await expect(page.getByText(/未送达/).first()).toBeVisible();
  await finish(page);
  await expect.poll(() => filesLeft(page), { timeout: 780_000, intervals: [2_000] }).toBe(0);
  await expectState(page, id, 'received');
  await page.goto('/m/outbox');
  await expect(page.getByText('没有未送达的记录。')).toBeVisible();
  const longest = await page.evaluate(() => sessionStorage.getItem('longest'));
  test.info().annotations.push({ type: 'longest task (ms)', description: String(longest) });
  await context.close();
});
