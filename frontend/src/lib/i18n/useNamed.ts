import { useTranslation } from 'react-i18next';

/** Anything the server names in both languages. */
export interface Named {
  nameZh?: string | null;
  nameEn?: string | null;
}

/** Picks the name in the language shown; English falls back on Chinese, never the other way round silently to a code. */
export function useNamed(): (thing: Named | undefined | null) => string {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (thing) => (english ? thing?.nameEn || thing?.nameZh : thing?.nameZh) ?? '';
}

/** As {@link useNamed}, for units. */
export function useUnit(): (thing: { unitZh?: string | null; unitEn?: string | null } | undefined) => string {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (thing) => (english ? (thing?.unitEn ?? thing?.unitZh) : thing?.unitZh) ?? '';
}
