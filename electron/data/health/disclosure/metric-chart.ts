import type { ChartShape, MetricChart } from '../../../../shared/domain/health/chart.ts';
import type { TeamRuleDays } from '../facts/team-rule-days.ts';
import { caveatsOf } from '../findings/caveats-of.ts';
import { comparisonOf } from '../findings/comparison.ts';
import { sentenceOf } from '../findings/sentence-of.ts';
import { countsTeamAlike, isTeamAmongMembers, teamCaveats } from '../findings/team-caveat.ts';
import type { KnownZero, MetricModule } from '../metrics/metric-module.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { chartPeriod } from './publish/period-of-row.ts';
import type { DisclosureRules } from './rules.ts';

/** What a chart is told in: without a window its sentences speak of no period, and without a rule the team always counted. */
export interface ChartAround {
  readonly window?: MetricWindow | null;
  readonly teamRule?: TeamRuleDays;
  /** What there was none of in the period, where that may be said. */
  readonly none?: KnownZero | null;
}

/** A published shape with what its metric says of itself and its sentences. */
export function metricChart(
  module: Omit<MetricModule, 'compute'>,
  shape: ChartShape,
  rules: DisclosureRules,
  { window = null, teamRule = [], none = null }: ChartAround = {},
): Omit<MetricChart, 'annotations'> {
  const words = { topic: module.dashboard, id: module.id, settled: module.tellsSettled === true };
  const start = window ? chartPeriod(window.current).start : null;
  const before = window?.previous ? chartPeriod(window.previous).start : null;
  return {
    metricId: module.id,
    dashboard: module.dashboard,
    isCore: module.isCore,
    definitionVersion: module.definitionVersion,
    level: module.level,
    chart: module.chart,
    shape,
    finding: none ? { key: `moderation:none.${none}`, params: {} } : sentenceOf(shape, words, start),
    caveats: [...caveatsOf(shape, words, rules), ...teamCaveats(module.team, teamRule, window)],
    comparison:
      window && !countsTeamAlike(module.team, teamRule, window)
        ? { key: 'charts:team.notComparable', params: {} }
        : comparisonOf(shape, { start, before, isSettled: words.settled, spanDays: module.spanDays }),
    ...(isTeamAmongMembers(module.team, teamRule) ? { team: 'counted' as const } : {}),
  };
}
