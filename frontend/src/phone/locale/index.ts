import checklistZh from '@/components/checklist/locale/zh';
import commonZh from '@/components/locale/zh';
import type { Texts } from '@/lib/i18n/locale';
import zh from './zh';

/** Every text of the phone by namespace, in the language it falls back on. */
export const chinese: Record<string, Texts> = { phone: zh, checklist: checklistZh, common: commonZh };
