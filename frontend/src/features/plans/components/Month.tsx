import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark, type Tone } from '@/components/states/Mark';
import { useToday } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { useKeepContext } from '@/lib/url/workContext';
import type { Visit } from '../api/plans';
import styles from './plans.module.css';

const TONES: Record<Visit['state'], Tone> = { PLANNED: 'accent', MADE: 'done', CANCELLED: 'quiet' };

interface Props {
  /** As `2026-11`. */
  month: string;
  visits: Visit[];
  /** Days off, with the holiday's name. */
  off: Map<string, string | null>;
  may: boolean;
  onMove: (visit: Visit, to?: string) => void;
}

/** A month of visits; a planned one is dragged to another day, or moved by its button. On a phone only days with visits show. */
export function Month({ month, visits, off, may, onMove }: Props) {
  const { t } = useTranslation('plans');
  const today = useToday();
  const [dragged, drag] = useState<Visit>();
  const [over, setOver] = useState<string>();
  const first = dayjs(`${month}-01`);
  const blanks = (first.day() + 6) % 7;
  const days = Array.from({ length: first.daysInMonth() }, (_, n) =>
    first.add(n, 'day').format('YYYY-MM-DD'),
  );
  const names = t('weekdays').split(',');
  const dayOf = (visit: Visit) => visit.madeOn ?? visit.plannedOn;
  return (
    <>
      <div className={styles.month} aria-hidden>
        {names.map((name) => (
          <span key={name} className={styles.weekday}>
            {name}
          </span>
        ))}
      </div>
      <ol className={styles.month}>
        {Array.from({ length: blanks }, (_, n) => (
          <li key={`blank${n}`} className={styles.blank} aria-hidden />
        ))}
        {days.map((day) => {
          const own = visits.filter((visit) => dayOf(visit) === day);
          const open = Boolean(dragged && day >= today && dragged.plannedOn !== day);
          return (
            <li
              key={day}
              className={styles.day}
              data-off={off.has(day) || undefined}
              data-today={day === today || undefined}
              data-empty={own.length === 0 || undefined}
              data-over={(over === day && open) || undefined}
              onDragOver={(event) => {
                if (!open) return;
                event.preventDefault();
                setOver(day);
              }}
              onDragLeave={() => setOver(undefined)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(undefined);
                if (open && dragged) onMove(dragged, day);
                drag(undefined);
              }}
            >
              <h2>
                <time dateTime={day} aria-label={date(day)}>
                  {Number(day.slice(8))}
                  <span className={styles.named} aria-hidden>
                    {names[(dayjs(day).day() + 6) % 7]}
                  </span>
                </time>
                {off.has(day) && <small>{off.get(day) ?? t('dayOff')}</small>}
              </h2>
              <ul>
                {own.map((visit) => (
                  <Card
                    key={visit.id}
                    visit={visit}
                    may={may && visit.state === 'PLANNED'}
                    late={visit.state === 'PLANNED' && day < today}
                    onDrag={drag}
                    onMove={onMove}
                  />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface CardProps {
  visit: Visit;
  may: boolean;
  late: boolean;
  onDrag: (visit: Visit | undefined) => void;
  onMove: (visit: Visit) => void;
}

function Card({ visit, may, late, onDrag, onMove }: CardProps) {
  const { t } = useTranslation('plans');
  const keep = useKeepContext();
  return (
    <li
      className={styles.visit}
      draggable={may}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', visit.schoolName);
        onDrag(visit);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <Link to={keep(`/visits/${visit.id}`)} draggable={false}>
        {visit.schoolName}
      </Link>
      <div className={styles.foot}>
        <Mark plain tone={late ? 'failing' : TONES[visit.state]}>
          {late ? t('overdue') : t(`states.${visit.state}`)}
          {visit.moved && ` · ${t('movedMark')}`}
        </Mark>
        {may && (
          <Button
            size="small"
            aria-label={t('moveOf', { school: visit.schoolName })}
            onClick={() => onMove(visit)}
          >
            {t('move')}
          </Button>
        )}
      </div>
    </li>
  );
}
