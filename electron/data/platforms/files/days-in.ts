import { HearthError } from '../../../../shared/ipc/errors.ts';
import { isKnownZone, type LocalDays, localDaysIn } from '../../health/calendar/local-days.ts';

/** The days of a zone that a person named. Throws HearthError `time-zone-unknown`. */
export function daysIn(zone: string): LocalDays {
  if (!isKnownZone(zone)) throw new HearthError('time-zone-unknown');
  return localDaysIn(zone);
}
