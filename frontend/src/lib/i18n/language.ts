export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words, whichever is shown. */
// eslint-disable-next-line no-restricted-syntax -- a language's own name is not translated
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

const KEY = 'dudao.language';
let current: Language = remembered();

function remembered(): Language {
  try {
    return window.localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** The language of the interface; also what the server is asked to answer in. */
export const currentLanguage = (): Language => current;

export function rememberLanguage(language: Language): void {
  current = language;
  try {
    window.localStorage.setItem(KEY, language);
  } catch {
    // a browser that keeps nothing still shows the page
  }
  document.documentElement.lang = language;
}
