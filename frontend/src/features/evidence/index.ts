import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'evidence', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'evidence',
    lazy: async () => ({ Component: (await import('./pages/LibraryPage')).LibraryPage }),
  },
  {
    path: 'evidence/:id',
    lazy: async () => ({ Component: (await import('./pages/FilePage')).FilePage }),
  },
  {
    path: 'archives',
    lazy: async () => ({ Component: (await import('./pages/ArchivesPage')).ArchivesPage }),
  },
  {
    path: 'archives/asked',
    lazy: async () => ({ Component: (await import('./pages/AskedPage')).AskedPage }),
  },
  {
    path: 'archives/:id',
    lazy: async () => ({ Component: (await import('./pages/ArchivePage')).ArchivePage }),
  },
];
