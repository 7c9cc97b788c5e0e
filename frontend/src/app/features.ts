import type { RouteObject } from 'react-router';
import * as balance from '@/features/balance';
import * as desk from '@/features/desk';
import * as imports from '@/features/imports';
import * as indexsystem from '@/features/indexsystem';
import * as people from '@/features/people';
import * as rectification from '@/features/rectification';
import * as registry from '@/features/registry';
import type { LocaleModule } from '@/lib/i18n/locale';

const features: { locale: LocaleModule; routes: RouteObject[] }[] = [
  desk,
  balance,
  registry,
  imports,
  indexsystem,
  people,
  rectification,
];

/** What the features bring: their texts and their pages. */
export const locales = features.map((feature) => feature.locale);
export const featureRoutes = features.flatMap((feature) => feature.routes);
