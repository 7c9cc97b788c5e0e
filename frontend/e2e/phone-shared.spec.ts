import { expect, test } from '@playwright/test';
import { passwordOf } from './support/accounts';
import {
  answer,
  begin,
  expectState,
  finish,
  heading,
  leave,
  logIn,
  OURS,
  PHONE,
  takeAlong,
} from './support/phone';

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
  await expect(page.getByText(/有 1 份记录未送达。退出后加密保存在本机/)).toBeVisible();
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
