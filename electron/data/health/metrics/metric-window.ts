import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, isComplete, type PeriodIndex, type PeriodUnit, periodOf } from '../calendar/periods.ts';
import type { MetricWindow, Period } from './window.ts';

/** Periods looked at: two years of quarters and the one before, or nine months. */
const MOST_PERIODS = 9;

/** The periods of a dashboard over data that begin and end on these days. */
export function metricWindow(unit: 'month' | 'quarter', firstDay: DayNumber, lastDay: DayNumber): MetricWindow {
  const last = periodOf(unit, lastDay);
  const first = Math.max(periodOf(unit, firstDay), last - MOST_PERIODS + 1);
  const periods = Array.from({ length: last - first + 1 }, (_, at) => periodAt(unit, first + at, lastDay));
  const complete = periods.filter((period) => period.complete);
  const newest: Period = periods[periods.length - 1] ?? { index: last, firstDay, lastDay, complete: false };
  const current = complete.at(-1) ?? newest;
  return { unit, periods, current, previous: periods.find(({ index }) => index === current.index - 1) ?? null };
}

/** A calendar period of data that end on a day. */
export function periodAt(unit: PeriodUnit, index: PeriodIndex, lastDay: DayNumber): Period {
  return {
    index,
    firstDay: firstDayOf(unit, index),
    lastDay: firstDayOf(unit, index + 1) - 1,
    complete: isComplete(unit, index, lastDay),
  };
}
