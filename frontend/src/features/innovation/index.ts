import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'innovation', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'innovation',
    lazy: async () => ({ Component: (await import('./pages/InnovationPage')).InnovationPage }),
  },
];
