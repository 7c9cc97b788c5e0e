import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'rectification', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'rectification',
    lazy: async () => ({ Component: (await import('./pages/LedgerPage')).LedgerPage }),
  },
  {
    path: 'rectification/findings/:id',
    lazy: async () => ({ Component: (await import('./pages/FindingPage')).FindingPage }),
  },
  {
    path: 'rectification/records',
    lazy: async () => ({ Component: (await import('./pages/RecordsPage')).RecordsPage }),
  },
  {
    path: 'rectification/terms',
    lazy: async () => ({ Component: (await import('./pages/TermsPage')).TermsPage }),
  },
  {
    path: 'rectification/notices',
    lazy: async () => ({ Component: (await import('./pages/NoticesPage')).NoticesPage }),
  },
  {
    path: 'rectification/notices/new',
    lazy: async () => ({ Component: (await import('./pages/DraftPage')).DraftPage }),
  },
  {
    path: 'rectification/notices/:id/edit',
    lazy: async () => ({ Component: (await import('./pages/EditNoticePage')).EditNoticePage }),
  },
  {
    path: 'rectification/notices/:id',
    lazy: async () => ({ Component: (await import('./pages/NoticePage')).NoticePage }),
  },
];
