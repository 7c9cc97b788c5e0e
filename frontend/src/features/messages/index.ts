import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'messages', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'messages',
    lazy: async () => ({ Component: (await import('./pages/MessagesPage')).MessagesPage }),
  },
  {
    path: 'messages/settings',
    lazy: async () => ({ Component: (await import('./pages/SettingsPage')).SettingsPage }),
  },
  { path: 'go/:type/:id', lazy: async () => ({ Component: (await import('./pages/GoPage')).GoPage }) },
];
