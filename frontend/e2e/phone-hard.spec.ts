import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { stateOf } from './support/accounts';
import { photo } from './support/photo';
import {
  answer,
  begin,
  expectState,
  filesLeft,
  finish,
  heading,
  link,
  PHONE,
  phoneOf,
  takeAlong,
} from './support/phone';
import { proxyTo } from './support/proxy';
import { queue } from './support/queue';

const cookiesOf = (account: string) =>
  (
    JSON.parse(readFileSync(stateOf(account), 'utf8')) as {
      cookies: Parameters<BrowserContext['addCookies']>[0];
    }
  ).cookies;

/** The processes of a browser started with this profile, and no others. */
const processesOf = (profile: string) =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
    .split('\n')
    .filter((line) => line.includes(`--user-data-dir=${profile}`))
    .map((line) => Number(line.trim().split(/\s+/)[0]));

const sendOriginals = async (page: Page) => {
  await page.goto('/m/mine');
  const box = page.getByRole('checkbox', { name: /照片按原图发送/ });
  await box.check();
  await expect(async () => {
    await page.reload();
    await expect(box).toBeChecked({ timeout: 2_000 });
  }).toPass();
};

test('a browser killed with photos half sent goes on where it was', async ({ baseURL }, info) => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), 'dudao-phone-'));
  const { launchOptions } = info.project.use;
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...PHONE, baseURL });
    await context.addCookies(cookiesOf('inspector'));
    return { context, page: await context.newPage() };
  };
  const first = await start();
  await first.page.goto('/m/');
  await takeAlong(first.page);
  await sendOriginals(first.page);
  const { id } = await begin(first.page, 4);
  await first.page.getByRole('link', { name: /^4 学/ }).click();
  const photos = [];
  for (let i = 0; i < 3; i++) photos.push(await photo(first.page, `现场${i}.jpg`, 300_000));
  await first.page.locator('input[type=file][multiple]').setInputFiles(photos);
  await expect(first.page.locator('main li img')).toHaveCount(3);
  await first.page.getByRole('button', { name: '返回' }).click();
  await link(first.page, 1000);
  const halfway = first.page.waitForRequest((one) => one.method() === 'PATCH');
  await finish(first.page);
  await expectState(first.page, id, 'received');
  await halfway;
  processesOf(profile).forEach((pid) => process.kill(pid, 'SIGKILL'));

  const second = await start();
  await second.page.goto('/m/outbox');
  await expect.poll(() => filesLeft(second.page), { timeout: 60_000 }).toBe(0);
  await expect(second.page.getByText('没有未送达的记录。')).toBeVisible();
  await second.context.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a new version arriving during a visit waits until it is asked for, and keeps the work', async ({
  browser,
  baseURL,
}) => {
  const proxy = await proxyTo(baseURL ?? '');
  const context = await browser.newContext({
    ...PHONE,
    baseURL: proxy.url,
    storageState: stateOf('inspector'),
  });
  const page = await context.newPage();
  await page.goto('/m/');
  await takeAlong(page);
  const { id } = await begin(page, 5);
  await answer(page, /^1 校/, '是', '新版本之前写的');
  proxy.change('/m/sw.js', (body) => body.replace(/(url:"index\.html",revision:")\w+/, '$1newer'));
  proxy.change('/m/index.html', (body) => body.replace('<title>', '<title>新版 '));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (worker?.state === 'installing') {
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    }
  });
  await expect(page).toHaveTitle('督导 · 手机端');
  await page.reload();
  await expect(page).toHaveTitle('督导 · 手机端');
  await answer(page, /^2 招/, '是');
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page.getByText('新版本已下载好')).toBeVisible();
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(page).toHaveTitle('新版 督导 · 手机端');
  await page
    .getByRole('link', { name: /已答 2 项/ })
    .first()
    .click();
  await finish(page);
  await expectState(page, id, 'received');
  await context.close();
  await proxy.close();
});

test('the same envelope posted fifty times in parallel is one record with one receipt', async ({
  browser,
}) => {
  const { context, page } = await phoneOf(browser, 'inspector');
  const [id] = (await queue(page, 1, 0)) as [string];
  const receipts = await page.evaluate(async (record) => {
    const envelope = (window as unknown as { envelopes: Record<string, unknown> }).envelopes[record];
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        fetch('/api/v1/zone/visit-records', {
          method: 'POST',
          headers: { 'X-Requested-With': 'JavaScript', 'Content-Type': 'application/json' },
          body: JSON.stringify(envelope),
        }),
      ),
    );
    return Promise.all(
      answers.map(async (one) => [one.status, ((await one.json()) as { receivedAt: string }).receivedAt]),
    );
  }, id);
  expect(new Set(receipts.map(([status]) => status))).toEqual(new Set([200]));
  expect(new Set(receipts.map(([, at]) => at)).size).toBe(1);
  await context.close();
});

test('a full phone is told, and words are kept all the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...PHONE, storageState: stateOf('inspector') });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const origin = baseURL ?? '';
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 12_000_000 });
  await page.goto('/m/');
  await takeAlong(page);
  await sendOriginals(page);
  const { id } = await begin(page, 7);
  await page.goto(`/m/records/${id}/items?at=7.1`);
  await page
    .locator('input[type=file][multiple]')
    .setInputFiles([await photo(page, '大照片.jpg', 11_000_000)]);
  await expect(page.getByRole('alert').filter({ hasText: '手机空间已满' })).toBeVisible();
  await expect(page.locator('main li img')).toHaveCount(0);
  const words = '照片存不下时写下的话';
  await page.getByRole('textbox', { name: '补充说明' }).fill(words);
  await page.reload();
  await expect(page.getByRole('textbox', { name: '补充说明' })).toHaveValue(words);
  await page.goto(`/m/records/${id}`);
  await finish(page);
  await expectState(page, id, 'received');
  await context.close();
});

test('a screen that does not come through says how to go on, and comes when the line is back', async ({
  browser,
}) => {
  const context = await browser.newContext({
    ...PHONE,
    storageState: stateOf('inspector'),
    // or it would hand the screen out of its store
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const screens = '**/m/assets/visitScreens-*.js';
  await page.route(screens, (route) => route.abort());
  await page.goto('/m/');
  await page.getByRole('link', { name: '临时督导（急事即到）' }).click();
  await expect(page.getByRole('alert')).toContainText('都存在本机');
  await page.unroute(screens);
  await page.getByRole('button', { name: '重新打开' }).click();
  await expect(heading(page, '选择学校')).toBeVisible();
  await context.close();
});
