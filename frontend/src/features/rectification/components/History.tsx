import { useTranslation } from 'react-i18next';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { date } from '@/lib/format/dates';
import type { Detail } from '../api/findings';
import styles from './rectification.module.css';

/** Everything that happened to a finding, newest first. */
export function History({ events }: { events: Detail['events'] }) {
  const { t } = useTranslation('rectification');
  return (
    <ol className={styles.timeline} reversed>
      {[...events].reverse().map((event) => (
        <li key={`${event.at}${event.kind}`}>
          <strong>{t(`events.${event.kind}`)}</strong>
          {event.mode && ` · ${t(`modes.${event.mode}`)}`}
          <small>
            {date(event.onDate)} · {event.actorName}
            {event.deadline && ` · ${t('eventDeadline', { date: date(event.deadline) })}`}
          </small>
          {event.text && <p>{event.text}</p>}
          {event.evidence.length > 0 && <PhotoStrip ids={event.evidence} label={t('fields.evidence')} />}
        </li>
      ))}
    </ol>
  );
}
