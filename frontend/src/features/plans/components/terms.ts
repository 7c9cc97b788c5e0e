import { useTranslation } from 'react-i18next';
import { schoolYear } from '@/lib/format/dates';
import type { Semester } from '../api/plans';

/** A term by its name. */
export function useTermName(): (term: Pick<Semester, 'year' | 'half'>) => string {
  const { t } = useTranslation('plans');
  return ({ year, half }) => t('termName', { year: schoolYear(year), half: t(`halves.${half}`) });
}

/** A period of a draw by its name: a month, or the opening check. */
export function usePeriodName(): (key: string) => string {
  const { t } = useTranslation('plans');
  return (key) => {
    const [year, month] = key.split('-');
    return month ? t('monthName', { year, month: Number(month) }) : t(`periods.${key}`);
  };
}

export const termKey = (term: Pick<Semester, 'year' | 'half'>) => `${term.year}-${term.half}`;

/** The term that was asked for, else the one today lies in, else the nearest before or after. */
export function chosenTerm(terms: Semester[], key: string | undefined, today: string): Semester | undefined {
  return (
    terms.find((one) => termKey(one) === key) ??
    terms.find((one) => one.fromDay <= today && today <= one.untilDay) ??
    terms.find((one) => one.fromDay <= today) ??
    terms.at(-1)
  );
}
