import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { passwordOf, stateOf } from './support/accounts';
import { photo } from './support/photo';
import {
  answer,
  begin,
  expectState,
  finish,
  heading,
  OURS,
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

const link = async (page: Page, kilobitsUp: number) => {
  const session = await page.context().newCDPSession(page);
  const bytes = (kilobitsUp * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
};

const sendOriginals = async (page: Page) => {
  await page.goto('/m/mine');
  const box = page.getByRole('checkbox', { name: /照片按原图发送/ });
  await box.check();
  await expect(async () => {
    await page.reload();
    await expect(box).toBeChecked({ timeout: 2_000 });
  }).toPass();
};

const filesLeft = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('dudao-phone');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('files').objectStore('files').getAll();
          asked.onsuccess = () => {
            resolve((asked.result as { state: string }[]).filter((one) => one.state !== 'attached').length);
            opening.result.close();
          };
        };
      }),
  );

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

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('button', { name: '确定退出' }).click();
}

async function logIn(page: Page, account: string): Promise<void> {
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/realms\//);
  await page.locator('#username').fill(account);
  await page.locator('#password').fill(passwordOf(account));
  await page.locator('#kc-login').click();
  await page.waitForURL(/\/m\/$/);
  await expect(heading(page, '今日督导')).toBeVisible();
}

test('a phone shared by two: logged out with unsent work, which is sealed, named, and sent by its owner', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto('/m/');
  await logIn(page, 'inspector');
  await takeAlong(page);
  await context.setOffline(true);
  const { id } = await begin(page, 6);
  const secret = '只给自己看的一句话';
  await answer(page, /^5 教/, '是', secret);
  await finish(page);
  await page.getByRole('link', { name: '我的' }).click();
  const owner = (await page.locator('main dd').first().textContent()) ?? '';
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByText(/有 1 件未送达。退出后加密保存在本机/)).toBeVisible();
  await page.getByRole('button', { name: '确定退出' }).click();
  await expect(page.getByText(`${owner}：1 件`)).toBeVisible();

  // the server is told as soon as there is a network; then it is somebody else's turn
  const ended = page.waitForResponse(/\/session\/ended/);
  await context.setOffline(false);
  await ended;
  await page.waitForURL(/\/m\/$/);
  await logIn(page, 'officer');
  await page.goto('/m/mine');
  await expect(page.getByText(`${owner}：1 件`)).toBeVisible();
  await page.goto('/m/outbox');
  await expect(page.getByText('没有未送达的记录。')).toBeVisible();
  const stored = await page.evaluate(async (key) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('dudao-phone');
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = (name: string) =>
      new Promise<unknown[]>((resolve) => {
        const asked = database.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
    const row = (await all('records')).find((one) => (one as { id: string }).id === key) as {
      sealed: { data: ArrayBuffer };
    };
    const people = (await all('people')) as { name: string; key: unknown }[];
    database.close();
    return {
      text: new TextDecoder().decode(row.sealed.data),
      keys: people.map((one) => [one.name, one.key !== null]),
    };
  }, id);
  expect(stored.text).not.toContain(secret);
  expect(stored.keys).toContainEqual([owner, false]);

  await page.goto('/m/mine');
  await leave(page);
  await page.waitForURL(/\/m\/$/);
  await logIn(page, 'inspector');
  await expectState(page, id, 'received');
  await context.close();
});

test('a phone changes hands without a network by passcode, and the login before never sends the work after', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto('/m/');
  await logIn(page, 'officer');
  await takeAlong(page);
  await page.goto('/m/mine');
  const owner = (await page.locator('main dd').first().textContent()) ?? '';
  await page.getByRole('button', { name: '设置本机口令' }).click();
  await page.getByLabel('口令，至少 6 位').fill('246810');
  await page.getByLabel('再输一次').fill('246810');
  await page.getByRole('button', { name: '保存口令' }).click();
  await expect(page.getByText('已设置本机口令。')).toBeVisible();
  await leave(page);
  // a logout that began on the phone ends on the phone
  await page.waitForURL(/\/m\/$/);
  await logIn(page, 'inspector');
  await takeAlong(page);

  await context.setOffline(true);
  await page.goto('/m/mine');
  await leave(page);
  await page.getByRole('button', { name: `${owner} · 用本机口令继续` }).click();
  await page.getByLabel(`${owner}，请输入本机口令`).fill('000000');
  await page.getByRole('button', { name: '继续使用' }).click();
  await expect(page.getByText('口令不对，还可以试 4 次。')).toBeVisible();
  await page.getByLabel(`${owner}，请输入本机口令`).fill('246810');
  await page.getByRole('button', { name: '继续使用' }).click();
  await expect(heading(page, '今日督导')).toBeVisible();
  const { id } = await begin(page, 8);
  await answer(page, /^1 校/, '是');

  // the network comes back while the server still knows the inspector: nothing is sent, nobody is sent away
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: '去登录' })).toBeVisible({ timeout: 30_000 });
  await finish(page);
  await expect(page.getByRole('button', { name: '去登录' })).toBeVisible();
  await expectState(page, id, 'ready');
  await page.getByRole('button', { name: '去登录' }).click();
  await page.waitForURL(/\/realms\//);
  await page.locator('#username').fill('officer');
  await page.locator('#password').fill(passwordOf('officer'));
  await page.locator('#kc-login').click();
  await expectState(page, id, 'received');
  const record = await page.request.get(`/api/v1/me`, { headers: OURS });
  expect(((await record.json()) as { displayName: string }).displayName).toBe(owner);
  await context.close();
});

test('two hundred visits with five photos each go up a line of 400 kbit/s, and the page stays at hand', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const { context, page } = await phoneOf(browser, 'inspector');
  await queue(page, 200, 5);
  await link(page, 400);
  await page.goto('/m/outbox');
  // the longest the page kept a touch waiting, told by the browser itself
  await page.evaluate(() => {
    const seen = window as unknown as { longest: number };
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: 'longtask' });
  });
  await expect(page.getByText('200 件未送达')).toBeVisible();
  const left = () =>
    page
      .getByRole('status')
      .filter({ hasText: /未送达/ })
      .first()
      .textContent();
  // in the middle of it the person writes another record
  await expect.poll(left, { timeout: 120_000 }).not.toContain('200 件');
  await page.getByRole('link', { name: '我的' }).click();
  await expect(heading(page, '我的')).toBeVisible();
  await page.getByRole('link', { name: /^发送/ }).click();
  await expect(heading(page, '发送')).toBeVisible();
  await expect.poll(() => filesLeft(page), { timeout: 480_000, intervals: [2_000] }).toBe(0);
  await expect(page.getByText('没有未送达的记录。')).toBeVisible();
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  test.info().annotations.push({ type: 'longest task (ms)', description: String(longest) });
  await context.close();
});

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
