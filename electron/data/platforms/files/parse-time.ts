import { DateTime } from 'luxon';
import type { ImportMapping } from '../../../../shared/ipc/topics/imports.ts';
import { dayNumberOfIsoDate } from '../../health/calendar/civil-day.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import type { RejectReason } from './reject-reasons.ts';

export type TimeFormat = ImportMapping['timeFormat'];

/** 1990-01-01: before any community that could be imported, and far from the zero that stands for a missing time. */
const EARLIEST = Date.UTC(1990, 0, 1);
const MS_PER_DAY = 86_400_000;

const isoTime =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Instant in ms since 1970 of a text in the given format, or why it has none. ISO times without an offset are times of
 * `zone`; a date alone is its first instant there. Later than a day after `now` counts as out of range.
 */
export function parseTime(text: string, format: TimeFormat, zone: LocalDays, now: number): number | RejectReason {
  const trimmed = text.trim();
  if (trimmed === '') return 'time-missing';
  const instant = format === 'iso-8601' ? parseIsoTime(trimmed, zone) : parseUnixTime(trimmed, format);
  if (instant === undefined || !Number.isFinite(instant)) return 'time-unreadable';
  return isPossibleTime(instant, now) ? instant : 'time-out-of-range';
}

/** Whether something can have happened at an instant, in ms since 1970. */
export function isPossibleTime(instant: number, now: number): boolean {
  return instant >= EARLIEST && instant <= now + MS_PER_DAY;
}

function parseUnixTime(text: string, format: TimeFormat): number | undefined {
  if (!/^-?\d{1,20}(?:\.\d{1,9})?$/.test(text)) return undefined;
  return Math.round(Number(text) * (format === 'unix-seconds' ? 1000 : 1));
}

function parseIsoTime(text: string, zone: LocalDays): number | undefined {
  const match = isoTime.exec(text);
  const [, date = '', hour = '0', minute = '0', second = '0', fraction = '', offset] = match ?? [];
  const day = match ? dayNumberOfIsoDate(date) : undefined;
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const ms = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  const timeOfDay = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
  if (offset !== undefined) return day * MS_PER_DAY + timeOfDay - offsetMs(offset);
  const start = zone.startOf(day);
  if (zone.startOf(day + 1) - start === MS_PER_DAY) return start + timeOfDay;
  // A day with a clock change: the same reading may come twice or never, and the library knows the rules.
  const local = DateTime.fromISO(date, { zone: zone.zone }).set({
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: ms,
  });
  return local.isValid ? local.toMillis() : undefined;
}

function offsetMs(offset: string): number {
  if (offset === 'Z' || offset === 'z' || offset === 'UTC') return 0;
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
