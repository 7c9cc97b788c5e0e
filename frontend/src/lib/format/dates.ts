import i18next from 'i18next';
import { currentLanguage } from '@/lib/i18n/language';
import { MISSING } from './numbers';

/** The office's clock: what happened is told in its time, wherever it is read. */
const ZONE = 'Asia/Shanghai';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2026年11月22日` or `22 November 2026`. */
export function date(value: string | null | undefined): string {
  return format(value, { dateStyle: 'long' });
}

/** The day and the minute. */
export function moment(value: string | null | undefined): string {
  return format(value, { dateStyle: 'medium', timeStyle: 'short' });
}

/** `2026年11月` or `November 2026`, of `2026-11`. */
export function month(value: string | null | undefined): string {
  return format(value && `${value}-01`, { year: 'numeric', month: 'long' });
}

function format(value: string | null | undefined, options: Intl.DateTimeFormatOptions): string {
  if (!value) return MISSING;
  const parsed = new Date(value);
  if (Number.isNaN(parsed.getTime())) return MISSING;
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'zh-CN';
  // a day without a time is that day in every zone
  const timeZone = DAY.test(value) ? 'UTC' : ZONE;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(parsed);
}

/** `2025—2026学年` or `2025–26`. */
export function schoolYear(year: number): string {
  return i18next.t('common:schoolYear', {
    from: year,
    to: year + 1,
    short: String((year + 1) % 100).padStart(2, '0'),
  });
}
