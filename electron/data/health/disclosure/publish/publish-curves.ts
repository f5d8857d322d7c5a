import type { CurvesShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawCurves } from '../../metrics/raw-result.ts';
import { drawable, stillHere } from '../../metrics/stay-curve.ts';
import { kaplanMeier, logLogBand, type SurvivalStep, stepAt } from '../../statistics/kaplan-meier.ts';
import { UNAVAILABLE } from '../counts.ts';
import { roundedTable } from '../curve-table.ts';
import { followedInBlocks, publishInBlocks } from '../midpoint.ts';
import { type DisclosureRules, FEWEST_AT_RISK, FEWEST_FOR_PERCENT } from '../rules.ts';
import { percentValue } from '../shares.ts';
import { type ComparedCurves, compareCurves, comparisonSaid } from './compare-curves.ts';
import { changes, publishMedian } from './curve-steps.ts';

/** Times at which the number at risk is told under a curve: a reader compares curves by round times. */
const AT_RISK_TIMES = { hours: [0, 6, 24, 48, 72, 168], days: [0, 30, 90, 180, 365, 730] } as const;
/** A wait is drawn for a week: what is answered later hardly changes whether somebody stays, and is counted elsewhere. */
const LONGEST = { hours: 168, days: Number.POSITIVE_INFINITY } as const;
/** More steps than this say nothing more on a screen: the curve is told at as many times, spread evenly. */
const MOST_POINTS = 240;

type Series = RawCurves['series'][number];
type PublishedSeries = CurvesShape['series'][number];

/** Step curves rebuilt from rounded counts, cut where few remain, with their intervals. */
export function publishCurves(raw: RawCurves, rules: DisclosureRules): CurvesShape {
  const compared = comparedOf(raw, rules);
  return {
    kind: 'curves',
    time: raw.time,
    reads: raw.reads,
    series: raw.series.map((series) => publishSeries(series, raw, rules)),
    ...(compared ? { comparison: comparisonSaid(compared) } : {}),
    ...(raw.notes ? { notes: raw.notes } : {}),
  };
}

/** Two curves of enough people beside each other, as far as they are drawn; not where one may still change. */
function comparedOf({ series, time }: RawCurves, rules: DisclosureRules): ComparedCurves | undefined {
  const [first, second] = series;
  if (!first || !second || series.length !== 2) return undefined;
  if (series.some(({ period }) => period?.complete === false)) return undefined;
  if (!series.every(({ followed }) => isEnough(followed, rules))) return undefined;
  const drawn = ({ table }: Series) => table.filter((row) => row.time <= LONGEST[time]);
  return compareCurves({ first: drawn(first), second: drawn(second), time }, rules);
}

function isEnough(followed: number, rules: DisclosureRules): boolean {
  return followedInBlocks(followed, rules) >= FEWEST_FOR_PERCENT;
}

function publishSeries(series: Series, raw: RawCurves, rules: DisclosureRules): PublishedSeries {
  const table = roundedTable(series.table, raw.time, rules);
  // Waiting for an answer ends unanswered when a thread is closed; staying ends when somebody is removed.
  const all = raw.reads === 'rising' ? kaplanMeier(table) : stillHere(table);
  const steps = all.filter(({ time }) => time <= LONGEST[raw.time]);
  const enough = isEnough(series.followed, rules);
  const drawn = enough ? drawable(steps, FEWEST_AT_RISK) : [];
  const lastTime = drawn.at(-1)?.time ?? 0;
  const shareAt = (step: SurvivalStep) => shareOf(step, raw.reads, rules);
  return {
    id: series.id,
    label: series.label,
    points: drawn.length > 0 ? [startOf(raw.reads), ...thinned(changes(drawn)).map(pointOf(shareAt))] : [],
    atRisk: atRiskColumns(drawn, raw.time),
    marks: (series.marks ?? raw.marks).map((at) => {
      const step = at <= lastTime ? stepAt(drawn, at) : undefined;
      return { at, share: step ? shareAt(step) : UNAVAILABLE };
    }),
    median: publishMedian(drawn),
    followed: publishInBlocks(series.followed, rules),
    cut: enough && drawn.length < steps.length,
  };
}

function shareOf(step: SurvivalStep, reads: RawCurves['reads'], rules: DisclosureRules): PublishedValue {
  const band = logLogBand(step);
  if (reads === 'falling') return percentValue(step.survival, band, step.atRisk, rules);
  const turned = band && { lower: 1 - band.upper, upper: 1 - band.lower };
  return percentValue(1 - step.survival, turned, step.atRisk, rules);
}

function startOf(reads: RawCurves['reads']): PublishedSeries['points'][number] {
  const value = reads === 'falling' ? 100 : 0;
  return { at: 0, share: { mark: 'shown', value, lower: value, upper: value } };
}

function pointOf(shareAt: (step: SurvivalStep) => PublishedValue) {
  return (step: SurvivalStep) => ({ at: step.time, share: shareAt(step) });
}

function thinned(steps: readonly SurvivalStep[]): readonly SurvivalStep[] {
  if (steps.length <= MOST_POINTS) return steps;
  const every = steps.length / MOST_POINTS;
  const kept = new Set(Array.from({ length: MOST_POINTS }, (_, at) => Math.floor(at * every)));
  return steps.filter((_, at) => kept.has(at) || at === steps.length - 1);
}

/** Number at risk just before each round time: that of the next step, as far as the curve is drawn. */
function atRiskColumns(steps: readonly SurvivalStep[], time: RawCurves['time']): PublishedSeries['atRisk'] {
  return AT_RISK_TIMES[time].flatMap((at) => {
    const next = steps.find((step) => step.time >= at);
    return next ? [{ at, count: { mark: 'shown', value: next.atRisk, lower: null, upper: null } as const }] : [];
  });
}
