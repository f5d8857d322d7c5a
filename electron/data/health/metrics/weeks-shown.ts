import { periodOf } from '../calendar/periods.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import { periodAt } from './metric-window.ts';
import type { Period } from './window.ts';

/** A quarter of weeks. */
const WEEKS = 13;

/** The newest weeks of the data, oldest first; the last one may still be open. None before the week the data begin in. */
export function weeksShown({ firstDay, lastDay }: HealthFacts): Period[] {
  const last = periodOf('week', lastDay);
  const first = Math.max(periodOf('week', firstDay), last - WEEKS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => periodAt('week', first + at, lastDay));
}
