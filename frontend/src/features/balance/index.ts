import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'balance', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'balance',
    lazy: async () => ({ Component: (await import('./pages/CountyLayout')).CountyLayout }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./pages/OverviewPage')).OverviewPage }) },
      {
        path: 'schools',
        lazy: async () => ({ Component: (await import('./pages/SchoolsPage')).SchoolsPage }),
      },
      { path: 'map', lazy: async () => ({ Component: (await import('./pages/MapPage')).MapPage }) },
    ],
  },
];
