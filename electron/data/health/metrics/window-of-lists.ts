import type { DayNumber } from '../calendar/civil-day.ts';
import type { MetricModule } from './metric-module.ts';
import type { DataNeed } from './raw-result.ts';
import type { MetricWindow } from './window.ts';

/** Lists of people that are erased by age. */
const LISTS: readonly DataNeed[] = ['attendance', 'campaigns'];

/**
 * The window a metric is counted in where lists from before a day were erased: without the periods that began before it. An
 * erased list counts nobody, and a line that fell to nothing would say that nobody came.
 */
export function windowOfLists(
  { needs }: Pick<MetricModule, 'needs'>,
  window: MetricWindow,
  erasedBefore: DayNumber | null,
): MetricWindow {
  if (erasedBefore === null || !needs.some((need) => LISTS.includes(need))) return window;
  const isWhole = ({ firstDay }: { readonly firstDay: DayNumber }) => firstDay >= erasedBefore;
  const periods = window.periods.filter((period) => isWhole(period) || period.index >= window.current.index);
  return { ...window, periods, previous: window.previous && isWhole(window.previous) ? window.previous : null };
}
