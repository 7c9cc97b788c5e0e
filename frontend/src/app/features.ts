import type { RouteObject } from 'react-router';
import * as appraisal from '@/features/appraisal';
import * as audit from '@/features/audit';
import * as balance from '@/features/balance';
import * as complaints from '@/features/complaints';
import * as desk from '@/features/desk';
import * as draws from '@/features/draws';
import * as evidence from '@/features/evidence';
import * as imports from '@/features/imports';
import * as indexsystem from '@/features/indexsystem';
import * as innovation from '@/features/innovation';
import * as messages from '@/features/messages';
import * as people from '@/features/people';
import * as plans from '@/features/plans';
import * as publication from '@/features/publication';
import * as rectification from '@/features/rectification';
import * as registry from '@/features/registry';
import * as reports from '@/features/reports';
import * as zone from '@/features/zone';
import type { LocaleModule } from '@/lib/i18n/locale';

const features: { locale: LocaleModule; routes: RouteObject[] }[] = [
  desk,
  balance,
  registry,
  evidence,
  imports,
  indexsystem,
  people,
  plans,
  publication,
  rectification,
  reports,
  zone,
  innovation,
  complaints,
  appraisal,
  draws,
  audit,
  messages,
];

/** What the features bring: their texts and their pages. */
export const locales = features.map((feature) => feature.locale);
export const featureRoutes = features.flatMap((feature) => feature.routes);
