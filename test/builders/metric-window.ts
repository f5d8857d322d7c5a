import { periodAt } from '../../electron/data/health/metrics/metric-window.ts';
import type { MetricWindow } from '../../electron/data/health/metrics/window.ts';

/** Two quarters, both over. */
export function aQuarterWindow(current = 8105): MetricWindow {
  const lastDay = periodAt('quarter', current + 2, 0).firstDay;
  const periods = [current - 1, current].map((index) => periodAt('quarter', index, lastDay));
  const [previous = null, now] = periods;
  if (!now) throw new Error('two quarters are two');
  return { unit: 'quarter', periods, current: now, previous };
}
