import { useUrlState } from './useUrlState';

export const isMonth = (text: string | undefined): text is string =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');

/** Whether a text is a day there is; 31 February is none. */
export function isDay(text: string | undefined): text is string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text ?? '-');
}

/** The month a page is about: the one in the address, else that of today; `wrong` is what the address says that is no month. */
export function useUrlMonth(today: string) {
  const [asked, ask] = useUrlState('month');
  const month = isMonth(asked) ? asked : today.slice(0, 7);
  return { month, ask, wrong: isMonth(asked) ? undefined : asked };
}
