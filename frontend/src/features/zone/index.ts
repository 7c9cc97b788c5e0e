import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'zone', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'inspectors',
    lazy: async () => ({ Component: (await import('./pages/InspectorsPage')).InspectorsPage }),
  },
  {
    path: 'visits',
    lazy: async () => ({ Component: (await import('./pages/VisitsPage')).VisitsPage }),
  },
  {
    path: 'visits/hand-in',
    lazy: async () => ({ Component: (await import('./pages/HandInPage')).HandInPage }),
  },
  {
    path: 'visits/:id',
    lazy: async () => ({ Component: (await import('./pages/VisitPage')).VisitPage }),
  },
  {
    path: 'inspectors/:id',
    lazy: async () => ({ Component: (await import('./pages/InspectorPage')).InspectorPage }),
  },
  {
    path: 'zones',
    lazy: async () => ({ Component: (await import('./pages/ZonesPage')).ZonesPage }),
  },
  {
    path: 'zones/:id',
    lazy: async () => ({ Component: (await import('./pages/ZonePage')).ZonePage }),
  },
];
