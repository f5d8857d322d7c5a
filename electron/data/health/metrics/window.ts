import type { DayNumber } from '../calendar/civil-day.ts';
import type { PeriodIndex } from '../calendar/periods.ts';

/** One calendar period under view. Half-open in meaning, closed in days: both belong to it. */
export interface Period {
  readonly index: PeriodIndex;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** False while it has not ended for everybody by the end of the data. */
  readonly complete: boolean;
}

/** The periods a dashboard looks at: months for the team, quarters for publication; years where a chart pools. */
export interface MetricWindow {
  readonly unit: 'month' | 'quarter' | 'year';
  /** Oldest first, at most nine; the last one may be incomplete. */
  readonly periods: readonly Period[];
  /** The newest complete period, or the newest of all where none is complete. */
  readonly current: Period;
  readonly previous: Period | null;
}
