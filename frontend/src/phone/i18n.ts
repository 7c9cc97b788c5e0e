import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, rememberLanguage, type Language } from '@/lib/i18n/language';
import { learnPlurals } from '@/lib/i18n/plural';
import { chinese } from './locale';

const FALLBACK: Language = 'zh-CN';

async function fetchTexts(language: Language): Promise<void> {
  if (language === FALLBACK) return;
  const { english } = await import('./locale/english');
  for (const [namespace, texts] of Object.entries(english)) {
    i18next.addResourceBundle(language, namespace, texts);
  }
}

/** Makes the texts ready; Chinese stands in where the reader’s own cannot be fetched. */
export async function beginTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { [FALLBACK]: chinese },
    lng: currentLanguage(),
    fallbackLng: FALLBACK,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  learnPlurals(i18next);
  rememberLanguage(currentLanguage());
  await fetchTexts(currentLanguage()).catch(() => undefined);
}

export async function switchLanguage(language: Language): Promise<void> {
  await fetchTexts(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
