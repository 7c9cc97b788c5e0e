import type { Locale } from 'antd/es/locale';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import en from '@/components/locale/en';
import zh from '@/components/locale/zh';

/**
 * The library's words with days and months written in its fields as everywhere else on the pages; what is typed may still be
 * `2026-11-22`. A list of formats is shown by its first and read by all (the library's types know of one only).
 */
function written(locale: Locale, day: string, month: string): Locale {
  const picker = locale.DatePicker;
  if (!picker) return locale;
  const formats = {
    fieldDateFormat: [day, 'YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD'],
    fieldMonthFormat: [month, 'YYYY-MM', 'YYYY/M', 'YYYYMM'],
  } as unknown as Pick<typeof picker.lang, 'fieldDateFormat' | 'fieldMonthFormat'>;
  return { ...locale, DatePicker: { ...picker, lang: { ...picker.lang, ...formats } } };
}

export const chinese = written(zhCN, zh.picker.day, zh.picker.month);
export const english = written(enUS, en.picker.day, en.picker.month);
