import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { StayCurve as PublishedStayCurve } from '../../../../shared/ipc/topics/health.ts';
import { stayCaveats, stayFinding } from '../findings/stay.ts';
import { stayCurveChart } from '../metrics/resilience/stay-curve-chart.ts';
import { drawable, type StayCurve, stillHere } from '../metrics/stay-curve.ts';
import { cumulativeIncidence } from '../statistics/cumulative-incidence.ts';
import { logLogBand, type SurvivalStep, stepAt } from '../statistics/kaplan-meier.ts';
import { publishCount, roundedCount, UNAVAILABLE } from './counts.ts';
import { midpointByCause, roundedTable } from './curve-table.ts';
import { followedInBlocks, publishInBlocks } from './midpoint.ts';
import { changes, publishMedian } from './publish/curve-steps.ts';
import { type DisclosureRules, FEWEST_AT_RISK, FEWEST_FOR_PERCENT, identityRulesFor } from './rules.ts';
import { percentValue } from './shares.ts';

const MARK_DAYS = [30, 90, 365] as const;
const AT_RISK_COLUMNS = 6;

/** A stay curve as it may be shown: rebuilt from rounded counts where counts are rounded, and cut where few remain. */
export function publishStay(curve: StayCurve, level: ActivityLevel, rules: DisclosureRules): PublishedStayCurve {
  const steps = rules.midpoint > 0 ? stillHere(roundedTable(curve.rows, 'days', rules)) : curve.steps;
  const enough = followedInBlocks(curve.followed, rules) >= FEWEST_FOR_PERCENT;
  const drawn = enough ? drawable(steps, FEWEST_AT_RISK) : [];
  const wasCut = enough && drawn.length < steps.length;
  const lastDay = drawn.at(-1)?.time ?? 0;
  const shares = sharesOf(drawn, rules);
  const shareAt = (step: SurvivalStep) => shares.get(step) ?? UNAVAILABLE;
  const chart = {
    metricId: 'Z8',
    definitionVersion: stayCurveChart.definitionVersion,
    level,
    gapDays: curve.gap,
    points:
      drawn.length > 0 ? [START, ...changes(drawn).map((step) => ({ day: step.time, share: shareAt(step) }))] : [],
    atRisk: atRiskColumns(drawn),
    marks: MARK_DAYS.map((day) => {
      const step = day <= lastDay ? stepAt(drawn, day) : undefined;
      return { day, share: step ? shareAt(step) : UNAVAILABLE };
    }),
    medianDays: publishMedian(drawn),
    // Lapsed and removed are told together: few removals could be read off the difference. Many have a share of their own.
    lapsed: publishInBlocks(curve.lapsed + curve.removed, rules),
    stillHere: publishInBlocks(curve.censored, rules),
    tooRecent: publishInBlocks(curve.tooRecent, rules),
    cutAtDay: wasCut ? lastDay : null,
    ...removedBy(curve, lastDay, rules.place),
  } as const;
  return {
    ...chart,
    finding: stayFinding(chart),
    caveats: stayCaveats(chart, {
      joinedEarlier: publishCount(curve.joinedEarlier, rules),
      spam: publishCount(curve.spam, rules),
    }),
  };
}

/**
 * Share removed by moderators by the last day that is drawn, where removal competes with lapsing (Aalen–Johansen, health.md
 * B.4): by the rules of sanctions, which are rounded and hidden on the team's own screens too (C.2), and only where as many
 * were removed, and as many lapsed, as a percentage is shown of. That is above every threshold a community may have chosen.
 */
function removedBy(
  curve: StayCurve,
  day: number,
  place: DisclosureRules['place'],
): Pick<PublishedStayCurve, 'removed'> | undefined {
  const rules = identityRulesFor(place);
  const untilThen = curve.rows.filter(({ time }) => time <= day);
  const fewest = Math.min(
    ...(['events', 'competing'] as const).map((cause) => untilThen.reduce((sum, row) => sum + row[cause], 0)),
  );
  if ((roundedCount(fewest, rules) ?? 0) < FEWEST_FOR_PERCENT) return undefined;
  const last = cumulativeIncidence(midpointByCause(untilThen, rules.midpoint)).at(-1);
  const people = followedInBlocks(curve.followed, rules);
  if (!last || people === 0) return undefined;
  return { removed: { day, share: percentValue(last.competing, undefined, people, rules) } };
}

/**
 * The share still here at each step. A bound near 0 is wider where fewer are at risk; but nobody comes back on this curve,
 * so a bound that the curve is known to be under already is kept.
 */
function sharesOf(steps: readonly SurvivalStep[], rules: DisclosureRules): ReadonlyMap<SurvivalStep, PublishedValue> {
  const shares = new Map<SurvivalStep, PublishedValue>();
  let lowest = 100;
  for (const step of steps) {
    const share = percentValue(step.survival, logLogBand(step), step.atRisk, rules);
    const rises = 'value' in share && share.value > lowest;
    shares.set(step, rises ? { mark: 'shown', value: lowest, lower: 0, upper: lowest } : share);
    if ('value' in share && !rises) lowest = share.value;
  }
  return shares;
}

const START: PublishedStayCurve['points'][number] = {
  day: 0,
  share: { mark: 'shown', value: 100, lower: 100, upper: 100 },
};

/** Number at risk at a few days spread over the curve. */
function atRiskColumns(steps: readonly SurvivalStep[]): PublishedStayCurve['atRisk'] {
  if (steps.length === 0) return [];
  const columns = Math.min(AT_RISK_COLUMNS, steps.length);
  const chosen = Array.from({ length: columns }, (_, at) =>
    Math.round((at * (steps.length - 1)) / Math.max(1, columns - 1)),
  );
  return [...new Set(chosen)].flatMap((at) => {
    const step = steps[at];
    return step
      ? [{ day: step.time, count: { mark: 'shown', value: step.atRisk, lower: null, upper: null } as const }]
      : [];
  });
}
