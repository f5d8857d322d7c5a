import { dateFormatter } from '../../ui/format/formatters.ts';

/** "14:05" today, otherwise with its day: for ends of claims and of undo. */
export function sayClockTime(at: number, locale: string, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return dateFormatter(locale, {
    hour: 'numeric',
    minute: '2-digit',
    ...(today ? {} : { day: 'numeric', month: 'short' }),
  }).format(at);
}
