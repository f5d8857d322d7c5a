import { localDaysIn } from '../calendar/local-days.ts';

/** The start of the local day of an instant: to the second it would say when one person last did something. */
export function dayOfInstant(instant: number | null, timeZone: string): number | null {
  if (instant === null) return null;
  const days = localDaysIn(timeZone);
  return days.startOf(days.dayOf(instant));
}
