import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'registry', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'schools',
    lazy: async () => ({ Component: (await import('./pages/SchoolListPage')).SchoolListPage }),
  },
  {
    path: 'schools/new',
    lazy: async () => ({ Component: (await import('./pages/NewSchoolPage')).NewSchoolPage }),
  },
  { path: 'schools/:id', lazy: async () => ({ Component: (await import('./pages/SchoolPage')).SchoolPage }) },
  { path: 'figures', lazy: async () => ({ Component: (await import('./pages/FiguresPage')).FiguresPage }) },
  { path: 'regions', lazy: async () => ({ Component: (await import('./pages/RegionsPage')).RegionsPage }) },
  { path: 'facts', lazy: async () => ({ Component: (await import('./pages/FactsPage')).FactsPage }) },
];
