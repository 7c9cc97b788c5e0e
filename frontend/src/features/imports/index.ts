import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'imports', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'imports',
    lazy: async () => ({ Component: (await import('./pages/ImportListPage')).ImportListPage }),
  },
  {
    path: 'imports/new',
    lazy: async () => ({ Component: (await import('./pages/NewImportPage')).NewImportPage }),
  },
  { path: 'imports/:id', lazy: async () => ({ Component: (await import('./pages/ImportPage')).ImportPage }) },
];
