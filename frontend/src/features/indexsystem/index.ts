import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'indexsystem', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'index-systems',
    lazy: async () => ({ Component: (await import('./pages/SystemsPage')).SystemsPage }),
  },
  {
    path: 'index-systems/:id',
    lazy: async () => ({ Component: (await import('./pages/SystemPage')).SystemPage }),
  },
  {
    path: 'index-systems/:id/edit',
    lazy: async () => ({ Component: (await import('./pages/EditPage')).EditPage }),
  },
];
