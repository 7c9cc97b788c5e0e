import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useFactName } from '../factNames';

export interface Measured {
  name: string;
  per: number;
  numerator: { fact?: string; factor: number | null }[];
}

/** What an indicator measures, in words: `每百名学生拥有教学用计算机台数 = 教学用计算机台数 ÷ 在校生数 × 100`. */
export function useFormula() {
  const { t } = useTranslation('balance');
  const factName = useFactName();
  const terms = (numerator: Measured['numerator']) =>
    numerator
      .map(({ fact, factor }) => {
        const name = fact ? factName(fact) : t('frameworks.editor.unchosen');
        return factor === null || factor === 1
          ? name
          : t('frameworks.editor.term', { factor: number(factor), fact: name });
      })
      .join(' + ');
  return {
    terms,
    formula: ({ name, per, numerator }: Measured) => {
      const sum = terms(numerator) || t('frameworks.editor.unchosen');
      return t(per === 100 ? 'frameworks.editor.formulaHundred' : 'frameworks.editor.formula', {
        name: name || t('frameworks.editor.unnamed'),
        numerator: numerator.length > 1 ? t('frameworks.editor.sum', { terms: sum }) : sum,
        denominator: factName('pupils'),
      });
    },
  };
}
