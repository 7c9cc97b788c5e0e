import { useTranslation } from 'react-i18next';
import { Mark, type Tone } from '@/components/states/Mark';
import { number } from '@/lib/format/numbers';
import type { FindingRow } from '../api/findings';

const TONES: Record<string, Tone> = {
  RAISED: 'quiet',
  NOTIFIED: 'quiet',
  RECTIFYING: 'accent',
  REPLIED: 'dueSoon',
  ACCEPTED: 'dueSoon',
  CLOSED: 'done',
};
const SOON = 3;

/** Where a finding stands; overdue comes before everything else. */
export function Standing({ finding }: { finding: FindingRow }) {
  const { t } = useTranslation('rectification');
  if (finding.overdue && finding.daysLeft !== null) {
    return <Mark tone="failing">{t('states.OVERDUE', { days: number(-finding.daysLeft) })}</Mark>;
  }
  return <Mark tone={TONES[finding.state] ?? 'quiet'}>{t(`states.${finding.state}`)}</Mark>;
}

/** How serious it is, and whether the unit had broken the same rule before. */
export function Kind({ finding }: { finding: FindingRow }) {
  const { t } = useTranslation('rectification');
  return (
    <>
      {t(`severities.${finding.severity}`)}
      {finding.earlier > 0 && (
        <>
          {' '}
          <Mark tone="dueSoon">{t('repeatedShort', { n: number(finding.earlier + 1) })}</Mark>
        </>
      )}
    </>
  );
}

/** How long is left, amber when little. */
export function TimeLeft({ finding }: { finding: FindingRow }) {
  const { t } = useTranslation('rectification');
  if (finding.daysLeft === null || finding.daysLeft < 0) return null;
  const words = finding.daysLeft === 0 ? t('dueToday') : t('daysLeft', { days: number(finding.daysLeft) });
  return finding.daysLeft <= SOON ? (
    <Mark plain tone="dueSoon">
      {words}
    </Mark>
  ) : (
    <span>{words}</span>
  );
}
