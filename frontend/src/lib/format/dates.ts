import i18next from 'i18next';
import { currentLanguage } from '@/lib/i18n/language';
import { MISSING } from './numbers';

/** `2026年11月22日` or `22 November 2026`. */
export function date(value: string | null | undefined): string {
  return format(value, { dateStyle: 'long' });
}

/** The day and the minute. */
export function moment(value: string | null | undefined): string {
  return format(value, { dateStyle: 'medium', timeStyle: 'short' });
}

/** This day on the reader's calendar, as `2026-11-22`. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function format(value: string | null | undefined, options: Intl.DateTimeFormatOptions): string {
  if (!value) return MISSING;
  const parsed = new Date(value);
  if (Number.isNaN(parsed.getTime())) return MISSING;
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'zh-CN';
  return new Intl.DateTimeFormat(locale, options).format(parsed);
}

/** `2025—2026学年` or `2025–26`. */
export function schoolYear(year: number): string {
  return named('common:schoolYear', year);
}

/** `2025学年` or `2025–26`, where columns are narrow. */
export function schoolYearShort(year: number): string {
  return named('common:schoolYearShort', year);
}

function named(key: string, year: number): string {
  return i18next.t(key, {
    from: year,
    to: year + 1,
    short: String((year + 1) % 100).padStart(2, '0'),
  });
}
