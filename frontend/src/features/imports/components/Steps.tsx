import { useTranslation } from 'react-i18next';
import styles from './imports.module.css';

const STEPS = ['upload', 'map', 'check', 'commit', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** Where the import stands: always the same strip. */
export function Steps({ at }: { at: Step }) {
  const { t } = useTranslation('imports');
  const position = STEPS.indexOf(at);
  return (
    <ol className={styles.steps} aria-label={t('wizard.steps')}>
      {STEPS.map((step, i) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} data-past={i < position || undefined}>
          <span aria-hidden className={styles.stepNumber}>
            {i < position || (at === 'done' && step === 'done') ? '✓' : i + 1}
          </span>
          <span className={styles.stepName}>{t(`wizard.step.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
