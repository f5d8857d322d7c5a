import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { Reciprocity as PublishedReciprocity } from '../../../../shared/ipc/topics/health.ts';
import { reciprocityChange } from '../findings/change-since.ts';
import { reciprocityCaveats, reciprocityFinding } from '../findings/reciprocity.ts';
import { reciprocalTies } from '../metrics/connection/reciprocal-ties.ts';
import { TIE_DAYS } from '../metrics/connection/reply-graph.ts';
import { chanceReciprocity, type Reciprocity } from '../metrics/reciprocity.ts';
import { publishCount, roundedCount, UNAVAILABLE } from './counts.ts';
import { type DisclosureRules, FEWEST_FOR_PERCENT } from './rules.ts';
import { publishShare } from './shares.ts';

/** Reciprocity as it may be shown. Below 30 people there is none: in a small network shares of ties point at people. */
export function publishReciprocity(
  raw: Reciprocity,
  level: ActivityLevel,
  rules: DisclosureRules,
  before: Reciprocity | null = null,
): PublishedReciprocity {
  const enough = (roundedCount(raw.people, rules) ?? 0) >= FEWEST_FOR_PERCENT;
  // Ties share people, so an interval for independent cases would promise too much.
  const share = (part: number, whole: number): PublishedValue =>
    enough ? publishShare(part, whole, rules, 'none') : UNAVAILABLE;
  const chart = {
    metricId: 'R8',
    definitionVersion: reciprocalTies.definitionVersion,
    level,
    arcShare: share(raw.returnedArcs, raw.arcs),
    pairShare: share(raw.mutualPairs, raw.linkedPairs),
    chance: enough ? chanceValue(raw, rules) : UNAVAILABLE,
    arcs: publishCount(raw.arcs, rules),
    arcsReturned: publishCount(raw.returnedArcs, rules),
    members: publishCount(raw.people, rules),
    windowDays: TIE_DAYS,
  } as const;
  const told = { ...chart, finding: reciprocityFinding(chart), caveats: reciprocityCaveats() };
  const comparison = before && reciprocityChange(told, publishReciprocity(before, level, rules).arcShare, TIE_DAYS);
  return comparison ? { ...told, comparison } : told;
}

/** Density of the network from rounded counts, in percent with one decimal: in whole percents most networks would show 0. */
function chanceValue(raw: Reciprocity, rules: DisclosureRules): PublishedValue {
  const people = roundedCount(raw.people, rules);
  const arcs = roundedCount(raw.arcs, rules);
  if (people === undefined || arcs === undefined) return UNAVAILABLE;
  const share = chanceReciprocity({ arcs, people });
  if (share === undefined) return UNAVAILABLE;
  const percent = Math.min(1, share) * 100;
  return { mark: 'shown', value: Math.round(percent * 10) / 10, lower: null, upper: null };
}
