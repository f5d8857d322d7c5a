import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import { atOnce, type Steps } from '../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import type { DataNeed, RawResult } from './raw-result.ts';
import type { TeamInCounts } from './team-in-counts.ts';
import type { MetricWindow } from './window.ts';

/** What a team had none of in a period, said as `moderation:none.<word>`. */
export type KnownZero = 'reports' | 'openReports' | 'decisions' | 'decisionsInDays' | 'sanctions' | 'appealsDecided';

/**
 * One metric of the catalogue (health.md A), described once for screens, help, exports and tests.
 * Words by convention of the topic `metrics`: `<id>.title`, `<id>.definition`, `<id>.caveat`, and for the finding
 * `<id>.finding` with the parameters of its shape (findings/sentence-of.ts).
 */
export interface MetricModule {
  /** Row of the catalogue: R1 to R16, A1 to A10, Z1 to Z25, M1 to M13. */
  readonly id: string;
  readonly dashboard: DashboardId;
  /** Starred in the catalogue: stands on the default dashboard. */
  readonly isCore: boolean;
  /** Raised whenever the same data would give another number. Printed with every value. */
  readonly definitionVersion: number;
  /** Lowest ladder level that counts as active here; null where activity plays no part. */
  readonly level: ActivityLevel | null;
  readonly needs: readonly DataNeed[];
  /** Of messages it needs to know who wrote first when, and on which days: no message has to be read for it. */
  readonly countsPeopleAlone?: true;
  /** Chart of health.md E, or null. */
  readonly chart: number | null;
  /** Where the definition comes from. */
  readonly source: string;
  /** `team`: never leaves the team's screens. `any`: may be exported. */
  readonly place: 'team' | 'any';
  /** Whether the team is left out of it where a community does not count it among members, or why not. */
  readonly team: TeamInCounts;
  /**
   * Its counts say something of health, help or sanctions: they are hidden and rounded like identity everywhere, also on
   * the team's own screens (health.md C.2). `exported`: where they leave the team, for the team itself works with them.
   */
  readonly isSensitive?: true | 'exported';
  /**
   * Its newest whole period stays open for as long as a period lasts, so that its sentence would never say a number: it
   * speaks of the newest period that is settled instead, and its words say so.
   */
  readonly tellsSettled?: true;
  /**
   * Each of its numbers is of so many days up to the end of a period. It is compared with that of the days before: one that
   * shares most of them would hardly differ.
   */
  readonly spanDays?: number;
  /** What its number is of: where there was none of it, the team is told so, and not that there was too little to say. */
  readonly knownZero?: KnownZero;
  /**
   * Its number of a longer period is that of everybody and everything in the parts of it, so that a chart with too little to
   * say may put quarters together. Not so where a period only says until when the last 30 or 90 days are counted.
   */
  readonly pools?: boolean;
  /** True counts of this metric. Pure. Answers `missing` where the facts hold nothing to count. */
  readonly compute: (facts: HealthFacts, window: MetricWindow) => RawResult;
  /** The same in steps, where a large community would make it long. */
  readonly inSteps?: (facts: HealthFacts, window: MetricWindow) => Steps<RawResult>;
}

/** Both ways to count a metric, of the steps it takes. Whoever spreads such a metric into another has to give both anew. */
export function stepwise(
  inSteps: (facts: HealthFacts, window: MetricWindow) => Steps<RawResult>,
): Required<Pick<MetricModule, 'compute' | 'inSteps'>> {
  return { inSteps, compute: (facts, window) => atOnce(inSteps(facts, window)) };
}

/** Whether messages have to be read for a metric. */
export function readsMessages({
  needs,
  countsPeopleAlone,
}: Pick<MetricModule, 'needs' | 'countsPeopleAlone'>): boolean {
  return !countsPeopleAlone && needs.some((need) => MET_BY_MESSAGES.has(need));
}

const MET_BY_MESSAGES: ReadonlySet<DataNeed> = new Set([
  'messages',
  'reply-links',
  'threads',
  'reply-trees',
  'requests',
]);
