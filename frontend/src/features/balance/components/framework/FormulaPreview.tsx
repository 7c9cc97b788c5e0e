import { useTranslation } from 'react-i18next';
import type { Fact } from '@/lib/api/facts';
import { number } from '@/lib/format/numbers';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { STAGES } from '../../model';
import type { IndicatorForm } from './draft';
import styles from './framework.module.css';
import { useFormula } from './useFormula';

/** What the form says so far, in words. */
export function FormulaPreview({ values, facts }: { values: IndicatorForm | undefined; facts: Fact[] }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const { formula } = useFormula();
  if (!values) return null;
  const numerator = (values.numerator ?? []).map((term) => ({
    fact: term?.fact,
    factor: term?.factor ?? null,
  }));
  const level = facts.find((fact) => fact.code === numerator[0]?.fact)?.level;
  return (
    <div
      className={styles.preview}
      role="group"
      aria-label={t('frameworks.editor.preview')}
      aria-live="polite"
    >
      <strong>{formula({ name: named(values), per: values.per, numerator })}</strong>
      <span>
        {level && t(level === 'SCHOOL' ? 'frameworks.editor.sharedNote' : 'frameworks.editor.stageNote')}{' '}
        {STAGES.map((stage) => {
          const value = values.threshold?.[stage] ?? null;
          return t(value === null ? 'frameworks.editor.standardNone' : 'frameworks.editor.standardSet', {
            stage: t(`common:stage.${stage}`),
            value: number(value),
            unit: unit(values),
          });
        }).join(t('sentence.join'))}
      </span>
    </div>
  );
}
