import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { Signature } from '@/components/signature/Signature';
import { Mark } from '@/components/states/Mark';
import { date, moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { recordQuery } from '../api/records';
import type { VisitDetail } from '../api/visits';
import styles from './zone.module.css';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** A clock that is off by more than two days is said to be off by days. */
const inDays = (seconds: number) => Math.abs(seconds) > 2 * DAY;

const clockWords = (seconds: number) =>
  inDays(seconds)
    ? seconds > 0
      ? 'clockDaysAhead'
      : 'clockDaysBehind'
    : seconds > 0
      ? 'clockAhead'
      : 'clockBehind';

/** What each phone sent, when, and what is doubtful about its times. */
export function Receipts({ detail }: { detail: VisitDetail }) {
  const { t } = useTranslation('zone');
  const { visit } = detail;
  const published = useQuery({ ...recordQuery(visit.id), enabled: visit.published }).data;
  return (
    <Section title={t('visits.received')}>
      <ul className={styles.entries}>
        {detail.receipts.map((one, i) => {
          const made = detail.records[i];
          return (
            <li key={one.id}>
              <div>
                {one.authorName}
                {one.handedInBy && <small>{t('visits.handedInBy', { name: one.handedInBy })}</small>}
                {made && (
                  <small>
                    {t('visits.atSchool', { from: moment(made.startedAt), until: moment(made.finishedAt) })}
                    {made.received && ` · ${t('visits.signedBy', { name: made.received.name })}`}
                  </small>
                )}
                {made?.received?.mark && (
                  <Signature
                    path={made.received.mark}
                    label={t('visits.signatureOf', { name: made.received.name })}
                  />
                )}
                {made?.feedback && <small>{t('visits.feedback', { text: made.feedback })}</small>}
                <small>{t('visits.receivedAt', { date: moment(one.receivedAt) })}</small>
                {[
                  one.clockOff !== 0 &&
                    t(`visits.${clockWords(one.clockOff)}`, {
                      n: number(Math.round(Math.abs(one.clockOff) / (inDays(one.clockOff) ? DAY : MINUTE))),
                    }),
                  ...one.doubts.map((doubt) =>
                    t(`visits.doubts.${doubt}`, {
                      day: made ? date(made.finishedAt) : '',
                      counted: date(visit.madeOn),
                    }),
                  ),
                  published &&
                    Date.parse(one.receivedAt) > Date.parse(published.publishedAt) &&
                    t('visits.afterPublished'),
                ]
                  .filter((words): words is string => Boolean(words))
                  .map((words) => (
                    <div key={words}>
                      <Mark plain tone="dueSoon">
                        {words}
                      </Mark>
                    </div>
                  ))}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
