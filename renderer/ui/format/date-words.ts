import { dateFormatter, listFormatter, numberFormatter, relativeFormatter } from './formatters.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** A moment: ISO text or milliseconds since 1970. */
export type Moment = string | number | Date;

export interface DateContext {
  /** BCP 47, e.g. "ar" or "en-GB-u-nu-latn". */
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
  /** IANA name; the machine's own where left out. */
  timeZone?: string | undefined;
}

function toMilliseconds(moment: Moment): number {
  return moment instanceof Date ? moment.getTime() : new Date(moment).getTime();
}

/** Within a week "3 hours ago" or "yesterday", otherwise the date; the year only where it is another one. */
export function sayWhen(moment: Moment, { locale, now, timeZone }: DateContext): string {
  const time = toMilliseconds(moment);
  if (Number.isNaN(time)) return '';
  const gap = time - now;
  const size = Math.abs(gap);
  const relative = relativeFormatter(locale, { numeric: 'auto' });
  if (size < minute) return relative.format(0, 'second');
  if (size < hour) return relative.format(Math.trunc(gap / minute), 'minute');
  if (size < day) return relative.format(Math.trunc(gap / hour), 'hour');
  if (size < week) return relative.format(Math.trunc(gap / day), 'day');
  const year = (value: number): string => dateFormatter('en', { year: 'numeric', timeZone }).format(value);
  return dateFormatter(locale, {
    day: 'numeric',
    month: 'short',
    ...(year(time) === year(now) ? {} : { year: 'numeric' }),
    timeZone,
  }).format(time);
}

/** Like sayWhen for narrow columns: "3 hr. ago". */
export function sayWhenShort(moment: Moment, { locale, now, timeZone }: DateContext): string {
  const time = toMilliseconds(moment);
  const size = Math.abs(time - now);
  if (Number.isNaN(time) || size < minute || size >= week) return sayWhen(moment, { locale, now, timeZone });
  const relative = relativeFormatter(locale, { numeric: 'always', style: 'narrow' });
  if (size < hour) return relative.format(Math.trunc((time - now) / minute), 'minute');
  if (size < day) return relative.format(Math.trunc((time - now) / hour), 'hour');
  return relative.format(Math.trunc((time - now) / day), 'day');
}

/** The whole moment, to the minute, with the time zone: for hovering and for screen readers. */
export function sayExactly(moment: Moment, { locale, timeZone }: Omit<DateContext, 'now'>): string {
  const time = toMilliseconds(moment);
  if (Number.isNaN(time)) return '';
  return dateFormatter(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(time);
}

/** A day without a time, e.g. of an import or a report's period. */
export function sayDay(moment: Moment, { locale, timeZone }: Omit<DateContext, 'now'>): string {
  const time = toMilliseconds(moment);
  if (Number.isNaN(time)) return '';
  return dateFormatter(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(time);
}

/** A length of time in its one or two largest units: "2 hr, 5 min" or "2 hours, 5 minutes". Below a minute in seconds. */
export function sayDuration(milliseconds: number, locale: string, words: 'short' | 'long' = 'short'): string {
  const total = Math.max(0, Math.round(milliseconds / second));
  const parts = [
    { amount: Math.floor(total / 86_400), unit: 'day' },
    { amount: Math.floor(total / 3600) % 24, unit: 'hour' },
    { amount: Math.floor(total / 60) % 60, unit: 'minute' },
    { amount: total % 60, unit: 'second' },
  ];
  const first = parts.findIndex(({ amount }) => amount > 0);
  const shown = first === -1 ? parts.slice(-1) : parts.slice(first, first + 2).filter(({ amount }) => amount > 0);
  const pieces = shown.map(({ amount, unit }) =>
    numberFormatter(locale, { style: 'unit', unit, unitDisplay: words }).format(amount),
  );
  return listFormatter(locale, { type: 'unit', style: words === 'long' ? 'short' : 'narrow' }).format(pieces);
}
