import type { CurveComparison } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import { drawable } from '../../metrics/stay-curve.ts';
import { crossEarly } from '../../statistics/early-crossing.ts';
import type { EventTime } from '../../statistics/event-times.ts';
import { kaplanMeier } from '../../statistics/kaplan-meier.ts';
import { enoughToTest, eventsIn, logRank } from '../../statistics/log-rank.ts';
import { medianGap } from '../../statistics/median-gap.ts';
import { UNAVAILABLE } from '../counts.ts';
import { causesTogether, roundedTable } from '../curve-table.ts';
import { type DisclosureRules, FEWEST_AT_RISK, SIGNIFICANT } from '../rules.ts';
import { findableRatio } from './findable-ratio.ts';

/** Two curves beside each other, before it is said whether they differ: that waits for the correction. */
export interface ComparedCurves extends Omit<CurveComparison, 'test'> {
  /** p of the log-rank test, or why there is none. It never leaves: what leaves is a word. */
  readonly tested: number | 'too-few' | 'crossing';
}

export interface CurvesToCompare {
  readonly first: readonly EventTime[];
  readonly second: readonly EventTime[];
  readonly time: 'hours' | 'days';
}

/**
 * Two curves compared over their whole time (B.5.1, B.5.2), made from rounded tables alone: the difference of the medians, a
 * log-rank test where each has ten events and they don't cross early, and the smallest ratio that so many events would find.
 */
export function compareCurves(curves: CurvesToCompare, rules: DisclosureRules): ComparedCurves {
  const told = (rows: Table): Table => causesTogether(roundedTable(rows, curves.time, rules));
  const [first, second] = [told(curves.first), told(curves.second)];
  const [people, others] = [first[0]?.atRisk ?? 0, second[0]?.atRisk ?? 0];
  const tested = whileMany(first, second, Math.max(FEWEST_AT_RISK, rules.midpoint));
  return {
    tested: testOf(...tested, SLACK_IN_BLOCKS * rules.midpoint),
    medianGap: medianGapOf(first, second, curves.time === 'hours' ? 0.1 : rules.rounding),
    findable: findableRatio(eventsIn(tested[0]) + eventsIn(tested[1]), people / (people + others)),
  };
}

/**
 * How far rounding may move the difference of a log-rank test, in blocks: half a block for the events that were counted, and
 * half as much again for those at risk. By simulation of groups of 37 to 400 against 61 to 2,000 it keeps curves that are
 * alike from being said to differ in more than five of a hundred; without it that was up to half of them.
 */
const SLACK_IN_BLOCKS = 0.75;

type Table = readonly EventTime[];

/** Both up to where one of them has so few left that a curve is no longer drawn, or rounding would outweigh the people. */
function whileMany(first: Table, second: Table, fewest: number): readonly [Table, Table] {
  const endOf = (rows: Table) => rows.find(({ atRisk }) => atRisk <= fewest)?.time ?? Number.POSITIVE_INFINITY;
  const end = Math.min(endOf(first), endOf(second));
  const until = (rows: Table) => rows.filter(({ time }) => time < end);
  return [until(first), until(second)];
}

function testOf(first: Table, second: Table, slack: number): ComparedCurves['tested'] {
  if (!enoughToTest(first, second)) return 'too-few';
  if (crossEarly(first, second, slack)) return 'crossing';
  return logRank(first, second, { slack })?.pValue ?? 'too-few';
}

/** In steps: an exact day would be the day on which one person left. */
function medianGapOf(first: Table, second: Table, step: number): PublishedValue {
  const drawn = (rows: Table) => drawable(kaplanMeier(rows), FEWEST_AT_RISK);
  const gap = medianGap(drawn(first), drawn(second));
  if (!gap) return UNAVAILABLE;
  // A tenth is kept from being 0.30000000000000004.
  const inSteps = (value: number) => Math.round(Math.round(value / step) * step * 10) / 10;
  const end = (value: number | undefined) => (value === undefined ? null : inSteps(value));
  return { mark: 'shown', value: inSteps(gap.value), lower: end(gap.lower), upper: end(gap.upper) };
}

/** Whether the curves differ, in a word; `adjusted` is the p-value after correction for all curves told together. */
export function comparisonSaid({ tested, ...told }: ComparedCurves, adjusted?: number): CurveComparison {
  if (typeof tested !== 'number') return { test: tested, ...told };
  return { test: (adjusted ?? tested) < SIGNIFICANT ? 'differ' : 'alike', ...told };
}
