import { defineConfig, devices } from '@playwright/test';

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
  locale: 'zh-CN',
};
const desktop = { ...chromium, viewport: { width: 1366, height: 768 } };
const phone = { ...chromium, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Journeys through the packaged application; `DUDAO_URL` says where it runs. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // journeys share their data and follow one another; pages are only looked at
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.DUDAO_URL ?? 'http://localhost:8080',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    acceptDownloads: true,
  },
  projects: [
    { name: 'login', testMatch: /login\.setup\.ts/, workers: 1, use: desktop },
    {
      name: 'journeys',
      testMatch:
        /(journey|framework|rectification|evidence|indexsystem|publication|zones|appraisal|phone|phone-hard|phone-load|phone-shared|plans|public)\.spec\.ts/,
      dependencies: ['login'],
      workers: 1,
      use: desktop,
    },
    // after the journeys, on the same data, with the clock some weeks ahead
    { name: 'later', testMatch: /later\.spec\.ts/, dependencies: ['login'], use: desktop },
    {
      name: 'pages-desktop',
      testMatch: /pages\.spec\.ts/,
      dependencies: ['journeys'],
      fullyParallel: true,
      use: desktop,
    },
    {
      name: 'pages-phone',
      testMatch: /pages\.spec\.ts/,
      dependencies: ['journeys'],
      fullyParallel: true,
      use: phone,
    },
  ],
});
