import type { ChartPeriod } from '../../../../shared/domain/health/chart.ts';
import type { GoalStep, GoalView } from '../../../../shared/ipc/topics/goals.ts';

/** One published number that a goal can be set for. */
export interface ToldNumber
  extends Pick<GoalView, 'metricId' | 'dashboard' | 'aim' | 'words' | 'unit' | 'value' | 'period'> {
  /** The period a notice of it is of: its own, else the newest complete one of what it was told with. Null before any. */
  readonly judgedIn: ChartPeriod | null;
  /** The same number in the complete periods that are told beside it, oldest first. */
  readonly steps: readonly GoalStep[];
  /** An end of its interval that is not told lies beyond what is known: the median of a curve that never gets there. */
  readonly isOpenEnded?: true;
}
