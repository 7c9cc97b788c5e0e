import en from './locale/en';
import zh from './locale/zh';

export type Key = keyof typeof zh;
const STORED = 'dudao.language';

const chosen = (): 'zh-CN' | 'en' => {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
};

/** Chinese unless the reader chose English, here or on the desk. */
export const language = chosen();

export function choose(next: 'zh-CN' | 'en'): void {
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // a browser that keeps nothing stays with Chinese
  }
  window.location.reload();
}

/** A text with its `{{places}}` filled in. */
export function text(key: Key, values: Record<string, string | number> = {}): string {
  const pattern = (language === 'en' ? en : zh)[key];
  return pattern.replace(/\{\{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''));
}

export const useTexts = () => text;

/** A day as the language writes it: 2026年9月1日, 1 September 2026. */
export function day(value: string): string {
  const [year, month, date] = value.slice(0, 10).split('-').map(Number);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(year ?? 0, (month ?? 1) - 1, date));
}
