import type { SplitCrossing, SplitMeasure } from '../../../../shared/domain/health/split.ts';
import type { Steps } from '../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import type { GroupFacts } from './group-facts.ts';
import type { MetricModule } from './metric-module.ts';
import type { RawGaps, RawMissing, RawNumbers, RawRates, RawShares } from './raw-result.ts';
import type { MetricWindow } from './window.ts';

/** What a measure says of a person: 1 counted and has it, 0 counted and has it not, −1 counts on neither side. */
export type PersonStatus = (person: number) => -1 | 0 | 1;

/**
 * A metric by the groups of one identity question. The list of measures is fixed, a question is one, and the only thing it
 * may be crossed with is the quarter of joining or the route: NOT, OR and a second identity dimension have no words here
 * (health.md C.6, C.9). Each group is compared with all others who answered, never with the biggest one (B.5.5).
 */
export interface GroupMetricModule extends Omit<MetricModule, 'compute' | 'inSteps'> {
  /** What it measures: one of the menu, or what stands beside every split without being asked for. */
  readonly measure: SplitMeasure | 'coverage' | 'inequality';
  /** Crossings it allows besides none. */
  readonly crossings: readonly SplitCrossing[];
  /**
   * What of `statusOf` is held for a quarter in splits, so that nobody can choose week by week who is counted.
   * `from-the-start`: who is not counted at first is not in it. `once-counted`: people come in when they were followed long
   * enough. `never`: what is counted is what the team itself decided, and it grows from day to day.
   */
  readonly held: 'from-the-start' | 'once-counted' | 'never';
  /** Who stands behind the counts, for the ledger. Absent where the counts are not of people of one group and all others. */
  readonly statusOf?: (facts: HealthFacts, window: MetricWindow) => PersonStatus;
  /** What it goes through of all messages, in steps; what comes of it is remembered with the facts. */
  readonly prepare?: (facts: HealthFacts) => Steps<void>;
  /** True counts, one row per group, in the order of the question. Pure. A crossing not in `crossings` is a RangeError. */
  readonly computeByGroup: (
    facts: HealthFacts,
    groups: GroupFacts,
    window: MetricWindow,
    crossing?: SplitCrossing,
  ) => GroupResult;
}

/** Shapes a metric by group may answer in. */
export type GroupResult = RawShares | RawGaps | RawRates | RawNumbers | RawMissing;
