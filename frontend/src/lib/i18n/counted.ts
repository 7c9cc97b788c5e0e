import type { i18n } from 'i18next';

/**
 * `{{n, counted(one: school; other: schools)}}` says `1 school` and `5 schools`: for sentences with several numbers, each
 * with a noun or a verb of its own, which plural keys cannot tell apart. Chinese has no need of it.
 */
export function teachCounting(texts: i18n): void {
  texts.services.formatter?.add(
    'counted',
    (value: number | string, language, { one, other }: { one: string; other: string }) => {
      const n = typeof value === 'number' ? value : Number(value.replace(/[^\d.]/g, ''));
      return `${value} ${new Intl.PluralRules(language).select(n) === 'one' ? one : other}`;
    },
  );
}
