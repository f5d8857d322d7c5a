import { firstDayOf, periodOf } from '../calendar/periods.ts';
import { periodAt } from './metric-window.ts';
import type { MetricWindow, Period } from './window.ts';

/** What months and quarters are put together into. */
const COARSER = { month: { unit: 'quarter', parts: 3 }, quarter: { unit: 'year', parts: 4 }, year: null } as const;

/**
 * The same time in the next coarser step: calendar quarters of months, calendar years of quarters. Only those of which every
 * part is under view and over: what is told of a part that a reader can't see would be told of the rest as well, and
 * a year to date would say each quarter to whoever keeps the one before. Null where there is no whole one.
 */
export function pooledWindow({ unit, periods }: MetricWindow): (MetricWindow & { readonly unit: PooledUnit }) | null {
  const coarser = COARSER[unit];
  if (!coarser) return null;
  const wholes = new Map<number, Period[]>();
  for (const period of periods) {
    const whole = periodOf(coarser.unit, period.firstDay);
    wholes.set(whole, [...(wholes.get(whole) ?? []), period]);
  }
  const pooled = [...wholes].flatMap(([index, parts]) =>
    parts.length === coarser.parts && parts.every(({ complete }) => complete)
      ? [periodAt(coarser.unit, index, firstDayOf(coarser.unit, index + 1) - 1)]
      : [],
  );
  const current = pooled.at(-1);
  return current ? { unit: coarser.unit, periods: pooled, current, previous: pooled.at(-2) ?? null } : null;
}

/** Steps that charts pool into. */
export type PooledUnit = 'quarter' | 'year';
