import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import checklistEn from '@/components/checklist/locale/en';
import checklistZh from '@/components/checklist/locale/zh';
import en from '@/components/locale/en';
import zh from '@/components/locale/zh';
import { teachCounting } from '@/lib/i18n/counted';
import { currentLanguage, rememberLanguage, type Language } from '@/lib/i18n/language';
import type { Texts } from '@/lib/i18n/locale';
import { locales } from './features';

const chinese: Record<string, Texts> = { common: zh, checklist: checklistZh };
const english: Record<string, Texts> = { common: en, checklist: checklistEn };
for (const locale of locales) {
  chinese[locale.namespace] = locale.zh;
  english[locale.namespace] = locale.en;
}

/** Every text of the client, by language and namespace. */
export const resources = { 'zh-CN': chinese, en: english };

void i18next.use(initReactI18next).init({
  resources,
  lng: currentLanguage(),
  fallbackLng: 'zh-CN',
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
});
teachCounting(i18next);
rememberLanguage(currentLanguage());

/** Switches the interface; what the server words itself is fetched anew by the caller. */
export async function switchLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}

export default i18next;
