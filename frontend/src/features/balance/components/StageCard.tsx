import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '@/components/states/Mark';
import { number } from '@/lib/format/numbers';
import type { StageResult, Verdict } from '../model';
import { useStageSentence } from './sentence';
import styles from './StageCard.module.css';

export const verdictTone: Record<Verdict, Tone> = {
  PASS: 'done',
  FAIL: 'failing',
  WITHHELD: 'dueSoon',
  NOT_JUDGED: 'quiet',
};

interface Props {
  result: StageResult;
  selected: boolean;
  onSelect: () => void;
}

/** Where a stage stands, at a glance; pressing it shows that stage below. */
export function StageCard({ result, selected, onSelect }: Props) {
  const { t } = useTranslation('balance');
  const sentence = useStageSentence();
  return (
    <button
      type="button"
      className={styles.card}
      aria-pressed={selected}
      data-verdict={result.verdict}
      onClick={onSelect}
    >
      <span className={styles.head}>
        <span className={styles.stage}>{t(`common:stage.${result.stage}`)}</span>
        <Mark tone={verdictTone[result.verdict]}>{t(`verdict.${result.verdict}`)}</Mark>
      </span>
      <span className={styles.sentence}>{sentence(result)}</span>
      <span className={styles.figures}>
        <span>
          {t('card.schools')} <b>{number(result.schoolsCounted)}</b>
        </span>
        <span>
          {t('card.pupils')} <b>{number(result.pupils)}</b>
        </span>
        {result.schoolsNeeded !== null && (
          <span>
            {t('card.passing')} <b>{number(result.schoolsPassing)}</b> / {number(result.schoolsNeeded)}
          </span>
        )}
      </span>
    </button>
  );
}
