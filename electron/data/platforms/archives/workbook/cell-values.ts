import { DateTime } from 'luxon';
import { type DayNumber, dayNumberOf, dayNumberOfIsoDate } from '../../../health/calendar/civil-day.ts';

const MS_PER_DAY = 86_400_000;
const formats = ['MMM d, yyyy', 'MMMM d, yyyy', 'd MMM yyyy', 'd MMMM yyyy'];
const slashed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** Reads the dates of one column. "3/4/2025" means what the other dates of its column say. */
export function dayReader(column: readonly unknown[]): (cell: unknown) => DayNumber | null {
  const parts = column.map((cell) => slashed.exec(textOf(cell))).filter((found) => found !== null);
  const dayFirst = parts.some(([, first]) => Number(first) > 12);
  const monthFirst = parts.some(([, , second]) => Number(second) > 12);
  return (cell) => {
    if (cell instanceof Date) return Math.floor(cell.getTime() / MS_PER_DAY);
    const text = textOf(cell);
    const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1];
    if (iso !== undefined) return dayNumberOfIsoDate(iso) ?? null;
    const found = slashed.exec(text);
    // Where no date of the column tells which comes first, each could be two days.
    if (found) return dayFirst === monthFirst ? null : civilDay(found, dayFirst);
    return wordyDay(text);
  };
}

/** A count: "1,234" and "1 234" are numbers too; percentages and words are none. */
export function numberOf(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const text = textOf(cell).replace(/(?<=\d)[,\u00a0\u202f ](?=\d{3}(?:\D|$))/g, '');
  return /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

export function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : '';
}

function civilDay([, first, second, year]: RegExpExecArray, dayFirst: boolean): DayNumber | null {
  const [day, month] = dayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  return DateTime.utc(Number(year), month, day).isValid ? dayNumberOf({ year: Number(year), month, day }) : null;
}

function wordyDay(text: string): DayNumber | null {
  if (!/^\p{L}{3,9}\.? \d{1,2}, \d{4}$|^\d{1,2} \p{L}{3,9}\.? \d{4}$/u.test(text)) return null;
  for (const format of formats) {
    const date = DateTime.fromFormat(text, format, { zone: 'utc', locale: 'en' });
    if (date.isValid) return date.toMillis() / MS_PER_DAY;
  }
  return null;
}
