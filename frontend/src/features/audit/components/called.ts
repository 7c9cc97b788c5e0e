import type { TFunction } from 'i18next';
import type { Entry } from '../api/audit';

/** What the thing of a record was called; of an older record what it is called today, said so. */
export const called = (entry: Entry, t: TFunction<'audit'>) =>
  entry.titleOfToday ? t('audit:today', { title: entry.subjectTitle }) : entry.subjectTitle;
