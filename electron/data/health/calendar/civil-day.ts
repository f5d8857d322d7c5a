/**
 * A day number counts calendar days since 1970-01-01 in the community's own zone. Once an instant has been turned into
 * one, weeks, months and quarters are whole-number arithmetic and no daylight-saving day can shift a border.
 */
export type DayNumber = number;

/** A date of the proleptic Gregorian calendar; month 1-12, day 1-31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const DAYS_FROM_MARCH_0000_TO_1970 = 719_468;

/** Day number of a civil date. Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
export function dayNumberOf({ year, month, day }: CivilDate): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_MARCH_0000_TO_1970;
}

/** Civil date of a day number; the inverse of `dayNumberOf`. Source: Hinnant, civil_from_days. */
export function civilDateOf(dayNumber: DayNumber): CivilDate {
  const shifted = dayNumber + DAYS_FROM_MARCH_0000_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** ISO 8601 date of a day number, for example 2004-04-19. */
export function isoDateOf(dayNumber: DayNumber): string {
  const { year, month, day } = civilDateOf(dayNumber);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day number of an ISO 8601 date, or undefined where the text is no date of the calendar. */
export function dayNumberOfIsoDate(text: string): DayNumber | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const dayNumber = dayNumberOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
  // A day such as 2023-02-30 has a number, but reads back as another date.
  return isoDateOf(dayNumber) === text ? dayNumber : undefined;
}

const MS_PER_DAY = 86_400_000;

/** Noon of a day in UTC: said as a date, no time zone shows the day before or after. */
export function noonOf(dayNumber: DayNumber): number {
  return dayNumber * MS_PER_DAY + MS_PER_DAY / 2;
}
