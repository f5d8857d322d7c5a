import { civilDateOf, type DayNumber, dayNumberOf, isoDateOf } from './civil-day.ts';

/** Calendar periods. Weeks are ISO weeks: they start on Monday. */
export const PERIOD_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Number of a period, counted so that the next period is always one more. Comparable only within one unit. */
export type PeriodIndex = number;

/** 1970-01-01 was a Thursday: the Monday of its week lies three days before day 0. */
const DAYS_FROM_MONDAY_TO_EPOCH = 3;

/** The period a day falls in. */
export function periodOf(unit: PeriodUnit, day: DayNumber): PeriodIndex {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return Math.floor((day + DAYS_FROM_MONDAY_TO_EPOCH) / 7);
    case 'month': {
      const { year, month } = civilDateOf(day);
      return year * 12 + month - 1;
    }
    case 'quarter': {
      const { year, month } = civilDateOf(day);
      return year * 4 + Math.floor((month - 1) / 3);
    }
    case 'year':
      return civilDateOf(day).year;
  }
}

/** First day of a period. The period ends where the next one starts: periods are half-open. */
export function firstDayOf(unit: PeriodUnit, period: PeriodIndex): DayNumber {
  switch (unit) {
    case 'day':
      return period;
    case 'week':
      return period * 7 - DAYS_FROM_MONDAY_TO_EPOCH;
    case 'month':
      return dayNumberOf({ year: Math.floor(period / 12), month: mod(period, 12) + 1, day: 1 });
    case 'quarter':
      return dayNumberOf({ year: Math.floor(period / 4), month: mod(period, 4) * 3 + 1, day: 1 });
    case 'year':
      return dayNumberOf({ year: period, month: 1, day: 1 });
  }
}

/** ISO date of the first day of a period. */
export function isoStartOf(unit: PeriodUnit, period: PeriodIndex): string {
  return isoDateOf(firstDayOf(unit, period));
}

/** ISO date of the last day that belongs to a period. */
export function isoEndOf(unit: PeriodUnit, period: PeriodIndex): string {
  return isoDateOf(firstDayOf(unit, period + 1) - 1);
}

/**
 * A period is complete when it has ended by the end of the last complete day of data. With calendar periods this holds
 * for every joiner of a cohort at once (health.md B.1, rule 4). The current day is never a complete one.
 */
export function isComplete(unit: PeriodUnit, period: PeriodIndex, lastDay: DayNumber): boolean {
  return firstDayOf(unit, period + 1) <= lastDay + 1;
}

/** The newest complete period at the end of `lastDay`. */
export function lastCompletePeriod(unit: PeriodUnit, lastDay: DayNumber): PeriodIndex {
  const period = periodOf(unit, lastDay);
  return isComplete(unit, period, lastDay) ? period : period - 1;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
