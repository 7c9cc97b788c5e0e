import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { passwordOf, stateOf } from './accounts';

export const OURS = { 'X-Requested-With': 'JavaScript' };
const PLACE = { longitude: 103.6, latitude: 25.1, accuracy: 12 };

/** What a phone is, to the browser. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  geolocation: PLACE,
  permissions: ['geolocation'],
};

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** A phone of one person, with everything taken along and kept for use without a network. */
export async function phoneOf(
  browser: Browser,
  account: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...PHONE, storageState: stateOf(account) });
  const page = await context.newPage();
  await page.goto('/m/');
  await takeAlong(page);
  return { context, page };
}

export async function takeAlong(page: Page): Promise<void> {
  await expect(heading(page, '今日督导')).toBeVisible();
  await page.getByRole('button', { name: /带走资料|更新资料/ }).click();
  await expect(page.getByText('资料截至')).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Begins an unplanned visit at the nth school. */
export async function begin(page: Page, school = 0): Promise<{ id: string; name: string }> {
  await page.goto('/m/');
  await page.getByRole('link', { name: '临时督导（急事即到）' }).click();
  const link = page.locator('main ul a').nth(school);
  const name = (await link.locator('span > span').first().textContent()) ?? '';
  await link.click();
  await page.getByRole('button', { name: '签到，开始督导' }).click();
  await page.waitForURL(/\/m\/records\/[0-9a-f-]+$/);
  await expect(heading(page, name)).toBeVisible();
  return { id: page.url().split('/').at(-1) ?? '', name };
}

/** Answers the first item of a matter by its button, and comes back. */
export async function answer(page: Page, matter: RegExp, choice: string, note?: string): Promise<void> {
  await page.getByRole('link', { name: matter }).click();
  await page.getByRole('button', { name: choice, exact: true }).click();
  if (note) await page.getByRole('textbox', { name: '补充说明' }).fill(note);
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page.getByRole('button', { name: '完成，准备发送' })).toBeVisible();
}

export const finish = (page: Page) => page.getByRole('button', { name: '完成，准备发送' }).click();

/** A record as the phone keeps it, seal and all. */
export const kept = (page: Page, id: string) =>
  page.evaluate(
    (key) =>
      new Promise<{ state: string; refusal: { code: string } | null } | undefined>((resolve, reject) => {
        const opening = indexedDB.open('dudao-phone');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('records').objectStore('records').get(key);
          asked.onsuccess = () => {
            resolve(asked.result as { state: string; refusal: { code: string } | null } | undefined);
            opening.result.close();
          };
        };
      }),
    id,
  );

export const expectState = (page: Page, id: string, state: string, timeout = 30_000) =>
  expect.poll(async () => (await kept(page, id))?.state, { timeout }).toBe(state);

/** Makes the line as slow as this, both ways. */
export const link = async (page: Page, kilobits: number) => {
  const session = await page.context().newCDPSession(page);
  const bytes = (kilobits * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
};

/** How many files of this phone are not yet proof at the server. */
export const filesLeft = (page: Page) =>
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

export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('button', { name: '确定退出' }).click();
}

export async function logIn(page: Page, account: string): Promise<void> {
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/realms\//);
  await page.locator('#username').fill(account);
  await page.locator('#password').fill(passwordOf(account));
  await page.locator('#kc-login').click();
  await page.waitForURL(/\/m\/$/);
  await expect(heading(page, '今日督导')).toBeVisible();
}
