import { currentLanguage } from '@/lib/i18n/language';

/** What stands where there is no value; never a zero. */
export const MISSING = '—';

/** A number with a fixed or greatest number of decimals and grouped thousands; `—` when there is none. */
export function number(value: number | null | undefined, decimals?: number): string {
  if (value === null || value === undefined || Number.isNaN(value)) return MISSING;
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 4,
  }).format(value);
}

/** A signed change, with a true minus. */
export function signed(value: number | null | undefined, decimals?: number): string {
  if (value === null || value === undefined) return MISSING;
  const text = number(Math.abs(value), decimals);
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text;
}

/**
 * A value beside its limit, with as many decimals as it takes to see on which side it lies:
 * 0.501787 against 0.50 is shown as 0.502, never as 0.50.
 */
export function againstLimit(
  value: number | null | undefined,
  limit: number | null | undefined,
  decimals = 3,
) {
  if (value === null || value === undefined) return MISSING;
  if (limit === null || limit === undefined) return number(value, decimals);
  for (let d = decimals; d <= 10; d++) {
    const shown = Number(value.toFixed(d));
    if (value === limit || Math.sign(shown - limit) === Math.sign(value - limit)) return number(value, d);
  }
  return number(value, 10);
}

/** `820 KB`, `3.4 MB`. */
export function fileSize(bytes: number): string {
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${number(Math.ceil(kilo), 0)} KB` : `${number(kilo / 1024, 1)} MB`;
}

/** How many decimals a figure of this size is read with. */
export function fittingDecimals(values: (number | null | undefined)[]): number {
  const present = values.filter((v): v is number => v !== null && v !== undefined);
  if (present.every(Number.isInteger)) return 0;
  const largest = Math.max(0, ...present.map(Math.abs));
  return largest >= 1000 ? 0 : largest >= 10 ? 1 : largest >= 0.1 ? 2 : 4;
}
