import type { ChartLabel } from '../../../../shared/domain/health/chart.ts';
import { civilDateOf, type DayNumber, isoDateOf, noonOf } from '../calendar/civil-day.ts';
import { firstDayOf, type PeriodIndex, periodOf } from '../calendar/periods.ts';
import { periodAt } from './metric-window.ts';
import type { RawRow } from './raw-result.ts';
import type { MetricWindow, Period } from './window.ts';
import { wordsOf } from './words-of.ts';

/** The row of one period in a series. Its label names the series: the period says when. */
export function periodRow(period: Period, label: ChartLabel, series?: string): RawRow & { readonly series?: string } {
  const start = isoDateOf(period.firstDay);
  return series === undefined ? { id: start, label, period } : { id: `${start}/${series}`, label, period, series };
}

/** A period whose value may still change until everybody in it has been followed for some more days (A.0, "complete"). */
export function settledAfter(period: Period, days: number, lastDay: DayNumber): Period {
  return { ...period, complete: period.complete && period.lastDay + days <= lastDay };
}

/** The last day of a period that is in the data. */
export function lastDayIn(period: Period, lastDay: DayNumber): DayNumber {
  return Math.min(period.lastDay, lastDay);
}

/** The calendar quarters that a window touches, oldest first. */
export function quartersOf(window: MetricWindow, lastDay: DayNumber): Period[] {
  const first = periodOf('quarter', window.periods[0]?.firstDay ?? window.current.firstDay);
  const last = periodOf('quarter', window.periods.at(-1)?.firstDay ?? window.current.firstDay);
  return Array.from({ length: last - first + 1 }, (_, at) => periodAt('quarter', first + at, lastDay));
}

/** What a month or quarter is called where it is not the time axis: a cohort, a crossing. */
export function periodLabel(unit: 'month' | 'quarter', index: PeriodIndex): ChartLabel {
  const word = wordsOf('resilience');
  const firstDay = firstDayOf(unit, index);
  const { year, month } = civilDateOf(firstDay);
  if (unit === 'quarter') return word('quarter', { year, quarter: Math.floor((month - 1) / 3) + 1 });
  return word('month', { start: noonOf(firstDay) });
}
