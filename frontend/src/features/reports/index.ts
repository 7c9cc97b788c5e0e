import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'reports', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'monthly',
    lazy: async () => ({ Component: (await import('./pages/MonthlyPage')).MonthlyPage }),
  },
  {
    path: 'monthly/:inspector/:month',
    lazy: async () => ({ Component: (await import('./pages/ReportPage')).ReportPage }),
  },
  {
    path: 'school-views',
    lazy: async () => ({ Component: (await import('./pages/SchoolViewsPage')).SchoolViewsPage }),
  },
  {
    path: 'work-log',
    lazy: async () => ({ Component: (await import('./pages/WorkLogPage')).WorkLogPage }),
  },
  {
    path: 'school-visits',
    lazy: async () => ({ Component: (await import('./pages/SchoolVisitsPage')).SchoolVisitsPage }),
  },
];
