import { createRequire } from 'node:module';

// the browser tests' own library
const { chromium, devices } = createRequire(new URL('../frontend/package.json', import.meta.url))('@playwright/test');

const [url, rounds] = [process.argv[2], Number(process.argv[3])];
const LIMIT = { first: 5, later: 1.5 };
const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const median = (list) => list.toSorted?.((a, b) => a - b)[list.length >> 1] ?? [...list].sort((a, b) => a - b)[list.length >> 1];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const login = await browser.newContext({ ...devices['Pixel 5'], locale: 'zh-CN' });
const page = await login.newPage();
await page.goto(`${url}/session/login?return=/m/`);
await page.locator('#username').fill('inspector');
await page.locator('#password').fill('inspector-demo');
await page.locator('#kc-login').click();
await page.getByRole('button', { name: /带走资料|更新资料/ }).waitFor();
const cookies = await login.cookies();
await login.close();

/** Seconds from asking for the page until its main button answers a touch. */
async function opened(context) {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const start = performance.now();
  await tab.goto(`${url}/m/`, { waitUntil: 'commit' });
  await tab.getByRole('link', { name: '我的' }).click();
  await tab.getByRole('heading', { level: 1, name: '我的' }).waitFor();
  const seconds = (performance.now() - start) / 1000;
  return { tab, seconds };
}

const times = { first: [], later: [] };
for (let i = 0; i < rounds; i++) {
  const context = await browser.newContext({ ...devices['Pixel 5'], locale: 'zh-CN' });
  await context.addCookies(cookies);
  const first = await opened(context);
  times.first.push(first.seconds);
  await first.tab.evaluate(() => navigator.serviceWorker.ready);
  await first.tab.close();
  const later = await opened(context);
  times.later.push(later.seconds);
  await context.close();
}
await browser.close();
for (const which of ['first', 'later']) {
  const seconds = median(times[which]);
  console.log(`${which} visit: ${seconds.toFixed(2)} s until a touch is answered (limit ${LIMIT[which]} s, ratio ${(seconds / LIMIT[which]).toFixed(2)})`);
}
