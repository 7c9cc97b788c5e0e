import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'draws', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'draws',
    lazy: async () => ({ Component: (await import('./pages/DrawsPage')).DrawsPage }),
  },
  {
    path: 'draws/new',
    lazy: async () => ({ Component: (await import('./pages/NewDrawPage')).NewDrawPage }),
  },
  {
    path: 'draws/:id',
    lazy: async () => ({ Component: (await import('./pages/DrawPage')).DrawPage }),
  },
];
