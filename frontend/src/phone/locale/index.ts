import checklistEn from '@/components/checklist/locale/en';
import checklistZh from '@/components/checklist/locale/zh';
import commonEn from '@/components/locale/en';
import commonZh from '@/components/locale/zh';
import type { Texts } from '@/lib/i18n/locale';
import en from './en';
import zh from './zh';

const chinese: Record<string, Texts> = { phone: zh, checklist: checklistZh, common: commonZh };
const english: Record<string, Texts> = { phone: en, checklist: checklistEn, common: commonEn };

/** Every text of the phone, by language and namespace. */
export const resources = { 'zh-CN': chinese, en: english };
