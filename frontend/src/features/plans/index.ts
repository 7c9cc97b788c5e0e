import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'plans', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'visit-plans',
    lazy: async () => ({ Component: (await import('./pages/PlansPage')).PlansPage }),
  },
  {
    path: 'visit-plans/inspectors/:id',
    lazy: async () => ({ Component: (await import('./pages/CalendarPage')).CalendarPage }),
  },
  {
    path: 'supervision-rules',
    lazy: async () => ({ Component: (await import('./pages/RulesPage')).RulesPage }),
  },
  {
    path: 'key-points',
    lazy: async () => ({ Component: (await import('./pages/KeyPointsPage')).KeyPointsPage }),
  },
];
