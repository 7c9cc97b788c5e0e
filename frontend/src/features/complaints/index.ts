import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'complaints', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'complaints',
    lazy: async () => ({ Component: (await import('./pages/ComplaintsPage')).ComplaintsPage }),
  },
  {
    path: 'complaints/:id',
    lazy: async () => ({ Component: (await import('./pages/ComplaintPage')).ComplaintPage }),
  },
];
