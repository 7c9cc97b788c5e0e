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
      { path: 'years', lazy: async () => ({ Component: (await import('./pages/YearsPage')).YearsPage }) },
      { path: 'plan', lazy: async () => ({ Component: (await import('./pages/PlanPage')).PlanPage }) },
      { path: 'map', lazy: async () => ({ Component: (await import('./pages/MapPage')).MapPage }) },
    ],
  },
  { path: 'runs', lazy: async () => ({ Component: (await import('./pages/RunsPage')).RunsPage }) },
  { path: 'plans', lazy: async () => ({ Component: (await import('./pages/PlansPage')).PlansPage }) },
  {
    path: 'frameworks',
    lazy: async () => ({ Component: (await import('./pages/FrameworksPage')).FrameworksPage }),
  },
  {
    path: 'frameworks/:id',
    lazy: async () => ({ Component: (await import('./pages/FrameworkPage')).FrameworkPage }),
  },
  { path: 'rollup', lazy: async () => ({ Component: (await import('./pages/RollupPage')).RollupPage }) },
];
