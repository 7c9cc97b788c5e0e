import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'appraisal', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'appraisals',
    lazy: async () => ({ Component: (await import('./pages/AppraisalsPage')).AppraisalsPage }),
  },
  {
    path: 'appraisals/:year/:inspector',
    lazy: async () => ({ Component: (await import('./pages/AppraisalPage')).AppraisalPage }),
  },
];
