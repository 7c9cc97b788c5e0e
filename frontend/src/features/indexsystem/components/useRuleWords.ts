import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { IndexDocument, PassRule, Subgrade } from '@/lib/indexsystem/model';
import { all } from '@/lib/indexsystem/tree';

/** The rules of a whole system in words. */
export function useRuleWords(document: IndexDocument) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const scope = (code: string | null) => {
    const node = code === null ? undefined : all(document.nodes).find((one) => one.code === code);
    return node ? t('rules.passRule.part', { name: named(node) }) : t('rules.passRule.whole');
  };
  return {
    pass: (rule: PassRule): string => {
      const fails = rule.failOn.map((fail) =>
        t('rules.passRule.fail', { count: fail.count ?? 0, letter: fail.letter }),
      );
      const rest =
        rule.kind === 'AT_LEAST_MET' && rule.restShare !== null
          ? t('rules.passRule.rest', { share: number(rule.restShare * 100) })
          : '';
      return (
        t(`rules.passRule.${rule.kind}`, {
          of: scope(rule.of),
          least: number(rule.least),
          fails: fails.join(t('rules.passRule.or')),
        }) + rest
      );
    },
    /** the stretch of totals from this step up to the one above */
    range: (step: Pick<Subgrade, 'from'>, above: number | null): string => {
      if (step.from === null)
        return above === null ? t('rules.any') : t('rules.below', { to: number(above) });
      if (above === null) return t('rules.from', { from: number(step.from) });
      return t('rules.between', { from: number(step.from), to: number(above) });
    },
  };
}
