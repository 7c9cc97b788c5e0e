import type { i18n } from 'i18next';

/**
 * The word that fits a count: `{{n}} {{n, plural(one: visit; other: visits)}}`. A sentence may hold several counts, and
 * counts come as they are shown (`1,204`), so that the forms i18next keeps by key would not do.
 */
export function plural(value: unknown, options: { one: string; other: string }): string {
  return String(value) === '1' ? options.one : options.other;
}

/** Makes {@link plural} known to the texts. */
export function learnPlurals(instance: i18n): void {
  instance.services.formatter?.add('plural', (value: unknown, _, options: { one: string; other: string }) =>
    plural(value, options),
  );
}
