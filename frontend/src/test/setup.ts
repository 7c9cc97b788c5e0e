import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { publishTokens } from '@/lib/theme/tokens';
import { switchLanguage } from '@/app/i18n';
import { server } from './server';

publishTokens(document.documentElement);
// pages are fetched when first opened, which takes its time on a busy machine
configure({ asyncUtilTimeout: 5000, getElementError: (message) => new Error(message ?? undefined) });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  await switchLanguage('zh-CN');
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
