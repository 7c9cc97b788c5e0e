import checklistEn from '@/components/checklist/locale/en';
import commonEn from '@/components/locale/en';
import type { Texts } from '@/lib/i18n/locale';
import en from './en';

/** Every text of the phone by namespace, fetched only by who reads English. */
export const english: Record<string, Texts> = { phone: en, checklist: checklistEn, common: commonEn };
