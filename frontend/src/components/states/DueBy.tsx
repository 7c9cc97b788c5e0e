import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useToday } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { Mark } from './Mark';

/** Amber from here on. */
const SOON_DAYS = 3;

interface Props {
  on: string;
  /** The day has passed without being the reader's fault: it is told, not blamed. */
  blameless?: boolean;
  /** In a row of marks: with a field of its own colour. */
  boxed?: boolean;
}

/** By when, the same way on every page: how long it is late or left in words, a sign and a colour, and the day. */
export function DueBy({ on, blameless, boxed }: Props) {
  const { t } = useTranslation('common');
  const left = dayjs(on).diff(dayjs(useToday()), 'day');
  const key = left < 0 ? (blameless ? 'passed' : 'over') : left === 0 ? 'today' : 'left';
  const words = t(`due.${key}`, { n: number(Math.abs(left)), day: date(on) });
  if (left > SOON_DAYS) return <>{words}</>;
  return (
    <Mark plain={!boxed} tone={key === 'over' ? 'failing' : 'dueSoon'}>
      {words}
    </Mark>
  );
}
