import type { ChartLabel } from '../../../../shared/domain/health/chart.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import { periodPlaces } from './period-places.ts';
import { periodRow, settledAfter } from './period-series.ts';
import type { RawShares } from './raw-result.ts';
import type { MetricWindow } from './window.ts';

/** Parts and wholes by the period a day falls in. */
interface ShareTally {
  /** One more in the whole of the day's period, and in its part if it is one. Days outside the window are left out. */
  add(day: DayNumber, isPart: boolean): void;
  /** One row per period. `followedDays`: how long each thing is followed; a period is open until that has passed. */
  rows(series: string, label: ChartLabel, followedDays: number): RawShares['rows'];
}

/** A tally over the periods under view. */
export function shareTally(facts: HealthFacts, window: MetricWindow): ShareTally {
  const placeOf = periodPlaces(window);
  const wholes = new Int32Array(window.periods.length);
  const parts = new Int32Array(window.periods.length);
  return {
    add: (day, isPart) => {
      const place = placeOf(day);
      if (place < 0) return;
      wholes[place] = (wholes[place] ?? 0) + 1;
      if (isPart) parts[place] = (parts[place] ?? 0) + 1;
    },
    rows: (series, label, followedDays) =>
      window.periods.map((period, place) => ({
        ...periodRow(settledAfter(period, followedDays, facts.lastDay), label, series),
        part: parts[place] ?? 0,
        whole: wholes[place] ?? 0,
      })),
  };
}
