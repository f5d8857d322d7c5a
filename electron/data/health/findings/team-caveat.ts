import type { Sentence } from '../../../../shared/domain/health/chart.ts';
import type { Finding } from '../../../../shared/ipc/topics/health.ts';
import { type DayNumber, noonOf } from '../calendar/civil-day.ts';
import { isTeamCounted, type TeamRuleDays } from '../facts/team-rule-days.ts';
import { isLeftOut, type TeamInCounts } from '../metrics/team-in-counts.ts';
import type { MetricWindow } from '../metrics/window.ts';

/**
 * Whether a metric counts the team, where it is not counted throughout: from when it is left out and how, why it is in all the
 * same, or from when it is counted again. Nothing where everybody always counts.
 */
export function teamCaveats(way: TeamInCounts, rule: TeamRuleDays, window: MetricWindow | null): Sentence[] {
  if (rule.length === 0 || window === null) return [];
  const last = window.periods.at(-1)?.lastDay ?? window.current.lastDay;
  if (isLeftOut(way)) return [sentenceOf(way, rule, last)];
  return isTeamCounted(rule, last) ? [] : [{ key: `charts:team.stays.${way}`, params: {} }];
}

/** A number of return, stay or life cycle says the same of itself. */
export function withTeamCaveat<Chart extends { readonly caveats: readonly Finding[] }>(
  chart: Chart,
  rule: TeamRuleDays,
  lastDay: DayNumber,
): Chart {
  if (rule.length === 0) return chart;
  const { key, params } = sentenceOf('by-joining', rule, lastDay);
  const own = key.replace('charts:', 'caveats.');
  return { ...chart, caveats: [...chart.caveats, { key: own, params }] };
}

/** Whether a metric counts members, the team among them: as long as nobody chose otherwise, and by identity group always. */
export function isTeamAmongMembers(way: TeamInCounts, rule: TeamRuleDays): boolean {
  return way === 'groups' || (rule.length === 0 && isLeftOut(way));
}

/** Two periods of which one counts the team and the other does not are no comparison. */
export function countsTeamAlike(way: TeamInCounts, rule: TeamRuleDays, window: MetricWindow): boolean {
  const { current, previous } = window;
  if (previous === null || !isLeftOut(way)) return true;
  return isTeamCounted(rule, current.firstDay) === isTeamCounted(rule, previous.firstDay);
}

function sentenceOf(way: 'in-period' | 'by-joining', rule: TeamRuleDays, last: DayNumber): Sentence {
  const change = rule.findLast(({ from }) => from <= last) ?? rule[0];
  const start = noonOf(change?.from ?? last);
  if (change?.isCounted) return { key: 'charts:team.countedAgain', params: { start } };
  return { key: way === 'in-period' ? 'charts:team.inPeriod' : 'charts:team.byJoining', params: { start } };
}
