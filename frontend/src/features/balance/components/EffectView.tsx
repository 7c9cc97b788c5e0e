import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '@/components/states/Mark';
import { PlainTable } from '@/components/table/PlainTable';
import { againstLimit, number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Effect, Framework } from '../model';
import styles from './plan.module.css';
import { verdictTone } from './StageCard';

interface Props {
  effect: Effect;
  framework: Framework;
  year: number;
}

/** What moved in one stage: verdict, coefficients, schools newly passing or failing. */
export function EffectView({ effect, framework, year }: Props) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  return (
    <section className={styles.effect}>
      <h3 className={styles.effectHead}>
        {t(`common:stage.${effect.stage}`)}
        <Mark plain tone={verdictTone[effect.verdictBefore]}>
          {t(`verdict.${effect.verdictBefore}`)}
        </Mark>
        <span aria-hidden>→</span>
        <Mark tone={verdictTone[effect.verdictAfter]}>{t(`verdict.${effect.verdictAfter}`)}</Mark>
        {effect.schoolsNeeded !== null && (
          <span className={styles.passing}>
            {t('plan.passing', { before: effect.schoolsPassingBefore, after: effect.schoolsPassingAfter })}
          </span>
        )}
      </h3>
      <PlainTable
        label={t('plan.moved', { stage: t(`common:stage.${effect.stage}`) })}
        columns={[
          { title: t('indicator') },
          { title: t('plan.cvBefore'), numeric: true },
          { title: t('plan.cvAfter'), numeric: true },
          { title: t('limit'), numeric: true },
          { title: t('plan.belowAfter'), numeric: true },
        ]}
        rows={effect.indicators.map((one) => ({
          key: one.code,
          cells: [
            named(framework.indicators.find((i) => i.code === one.code)),
            againstLimit(one.coefficientBefore, one.limit),
            <span
              key="after"
              className={styles.after}
              data-tone={one.metAfter === false ? 'failing' : one.metBefore === false ? 'done' : undefined}
            >
              {one.metAfter === false ? '✕ ' : one.metBefore === false ? '✓ ' : ''}
              {againstLimit(one.coefficientAfter, one.limit)}
            </span>,
            number(one.limit, 2),
            one.belowThresholdBefore === one.belowThresholdAfter
              ? number(one.belowThresholdAfter)
              : `${number(one.belowThresholdBefore)} → ${number(one.belowThresholdAfter)}`,
          ],
        }))}
      />
      {(['newlyPassing', 'newlyFailing'] as const).map(
        (key) =>
          effect[key].length > 0 && (
            <p key={key} className={styles.moves}>
              <Mark plain tone={key === 'newlyPassing' ? 'done' : 'failing'}>
                {t(`plan.${key}`, { count: effect[key].length })}
              </Mark>{' '}
              {effect[key].map((school, i) => (
                <span key={school.id}>
                  {i > 0 && ', '}
                  <Link to={`/schools/${school.id}?year=${year}`}>{school.name}</Link>
                </span>
              ))}
            </p>
          ),
      )}
    </section>
  );
}
