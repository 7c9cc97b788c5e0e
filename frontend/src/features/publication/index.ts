import type { RouteObject } from 'react-router';
import type { LocaleModule } from '@/lib/i18n/locale';
import en from './locale/en';
import zh from './locale/zh';

export const locale: LocaleModule = { namespace: 'publication', zh, en };

export const routes: RouteObject[] = [
  {
    path: 'documents',
    lazy: async () => ({ Component: (await import('./pages/RegisterPage')).RegisterPage }),
  },
  {
    path: 'documents/:id',
    lazy: async () => ({ Component: (await import('./pages/DocumentPage')).DocumentPage }),
  },
  {
    path: 'document-templates',
    lazy: async () => ({ Component: (await import('./pages/TemplatesPage')).TemplatesPage }),
  },
  {
    path: 'document-templates/:kind',
    lazy: async () => ({ Component: (await import('./pages/TemplatePage')).TemplatePage }),
  },
];
