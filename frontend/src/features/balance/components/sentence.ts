import { useTranslation } from 'react-i18next';
import { againstLimit, number } from '@/lib/format/numbers';
import type { StageResult } from '../model';

/** One sentence on how a stage stands, e.g. “2 项指标差异系数超限，3 所学校未达标。” */
export function useStageSentence(): (result: StageResult) => string {
  const { t } = useTranslation('balance');
  return (result) => {
    const parts: string[] = [];
    const over = result.indicators.filter((i) => i.binding && i.met === false).length;
    const unknown = result.indicators.filter((i) => !i.computable).length;
    if (result.composite !== null) {
      parts.push(
        t(result.compositeMet ? 'sentence.compositeMet' : 'sentence.compositeOver', {
          value: againstLimit(result.composite, result.compositeLimit),
          limit: number(result.compositeLimit, 2),
        }),
      );
    }
    if (unknown > 0) parts.push(t('sentence.unknown', { count: unknown }));
    if (over > 0) parts.push(t('sentence.over', { count: over }));
    else if (result.indicators.some((i) => i.binding) && unknown === 0) parts.push(t('sentence.noneOver'));
    const short = result.schoolsJudged - result.schoolsPassing;
    if (result.schoolsNeeded !== null) {
      const unjudged = result.schoolsCounted - result.schoolsJudged;
      if (short > 0) parts.push(t('sentence.short', { count: short }));
      if (unjudged > 0) parts.push(t('sentence.unjudged', { count: unjudged }));
      // no school at all is not every school
      if (short === 0 && unjudged === 0 && result.schoolsCounted > 0) parts.push(t('sentence.noneShort'));
    }
    if (parts.length === 0) parts.push(t(`verdict.${result.verdict}`));
    return t('sentence.end', { parts: parts.join(t('sentence.join')) });
  };
}
