import { useTranslation } from 'react-i18next';
import { date } from '@/lib/format/dates';
import type { Complaint } from '../api/complaints';
import styles from './complaints.module.css';

const REACHED: Record<Complaint['complaint']['state'], number> = {
  RECEIVED: 0,
  VERIFIED: 1,
  HANDLED: 2,
  PASSED_ON: 2,
  ANSWERED: 3,
  REJECTED: -1,
};

/** The way of a complaint: where it stands, and by when what comes next. */
export function Way({ complaint }: { complaint: Complaint['complaint'] }) {
  const { t } = useTranslation('complaints');
  const at = REACHED[complaint.state];
  const parts = [
    { key: 'RECEIVED', note: date(complaint.receivedOn) },
    { key: 'VERIFIED', note: t('by_', { day: date(complaint.verifyBy) }) },
    {
      key: complaint.passedTo && complaint.state !== 'HANDLED' ? 'PASSED_ON' : 'HANDLED',
      note: complaint.passedTo ? t('to', { name: complaint.passedTo }) : '',
    },
    { key: 'ANSWERED', note: t('by_', { day: date(complaint.answerBy) }) },
  ];
  return (
    <ol className={styles.way} aria-label={t('way')}>
      {complaint.state === 'REJECTED' ? (
        <>
          <li data-done>{t('states.RECEIVED')}</li>
          <li data-done aria-current="step">
            {t('states.REJECTED')}
            <small>{complaint.rejectedFor}</small>
          </li>
        </>
      ) : (
        parts.map((part, i) => (
          <li key={part.key} data-done={i <= at || undefined} aria-current={i === at ? 'step' : undefined}>
            {t(`states.${part.key}`)}
            <small>{part.note}</small>
          </li>
        ))
      )}
    </ol>
  );
}
