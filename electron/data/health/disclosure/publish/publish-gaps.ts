import type { ChartRow, ChartShape, RowNote } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawGaps } from '../../metrics/raw-result.ts';
import { benjaminiHochberg } from '../../statistics/corrections.ts';
import { koopmanInterval } from '../../statistics/koopman.ts';
import { newcombeInterval } from '../../statistics/newcombe.ts';
import { chiSquareTailOneDegree } from '../../statistics/normal.ts';
import type { ShareCount } from '../../statistics/wilson.ts';
import { HIDDEN, roundedCount, UNAVAILABLE } from '../counts.ts';
import {
  type DisclosureRules,
  FEWEST_FOR_CERTAINTY,
  FEWEST_FOR_PERCENT,
  SIGNIFICANT,
  UNCERTAIN_WIDTH,
} from '../rules.ts';
import { codedEdge } from '../shares.ts';
import { countBand } from '../small-n.ts';
import { type ComparedCurves, compareCurves, comparisonSaid } from './compare-curves.ts';
import { chartRow, rowWithin } from './period-of-row.ts';
import { inOrderOfName } from './publish-shares.ts';

/** Four-fifths rule: a prompt to look, never a verdict (Z18). */
const PROMPT_RATIO = 0.8;

type RawGapRow = RawGaps['rows'][number];
interface Pair {
  readonly group: ShareCount;
  readonly rest: ShareCount;
}

/**
 * Each group against all others: difference in points with Newcombe's interval, ratio with Koopman's, and the curves of both
 * where there are any, all from rounded counts. How sure a gap is follows B.5.7, corrected for all groups shown together
 * (Benjamini–Hochberg); the tests of curves are corrected among themselves.
 */
export function publishGaps(raw: RawGaps, rules: DisclosureRules): ChartShape {
  const pairs = raw.rows.map((row) => pairOf(row, rules));
  const told = raw.rows.flatMap((row, at): ToldGap[] => {
    const pair = pairs[at];
    if (pair === undefined || pair === 'hidden' || pair === 'few') return [];
    return [{ row, pair, curves: curvesOf(row, rules) }];
  });
  const adjusted = benjaminiHochberg(told.map(({ pair }) => pOf(pair)));
  const tests = told.flatMap(({ curves }) => (typeof curves?.tested === 'number' ? [curves.tested] : []));
  const curvesAdjusted = benjaminiHochberg(tests);
  const rows = told.map(({ row, pair, curves }, at): ChartRow => {
    const drawn = gapRow(row, pair, adjusted[at] ?? 1, rules);
    if (!curves) return drawn;
    const test = typeof curves.tested === 'number' ? tests.indexOf(curves.tested) : -1;
    return { ...drawn, curves: comparisonSaid(curves, curvesAdjusted[test]) };
  });
  const tooFew = raw.rows.filter((row) => !told.some((one) => one.row === row)).map(({ label }) => label);
  return { kind: 'dots', unit: 'points', scale: 'linear', line: 0, rows, tooFew: inOrderOfName(tooFew) };
}

interface ToldGap {
  readonly row: RawGapRow;
  readonly pair: Pair;
  readonly curves: ComparedCurves | undefined;
}

function curvesOf({ curves }: RawGapRow, rules: DisclosureRules): ComparedCurves | undefined {
  return curves && compareCurves({ first: curves.group, second: curves.rest, time: 'days' }, rules);
}

function pairOf({ group, rest }: RawGapRow, rules: DisclosureRules): Pair | 'hidden' | 'few' {
  const rounded = [group.part, group.whole, rest.part, rest.whole].map((count) => roundedCount(count, rules));
  const [x1, n1, x2, n2] = rounded;
  if (x1 === undefined || n1 === undefined || x2 === undefined || n2 === undefined) return 'hidden';
  // By rounded numbers alone: a group left out at a true 28 would tell that a shown 30 is no 28.
  if (Math.min(n1, n2) < FEWEST_FOR_PERCENT) return 'few';
  return { group: codedShare(x1, n1, rules), rest: codedShare(x2, n2, rules) };
}

/** Difference and ratio together tell both shares, so a share near 0 or 100 % goes into them as its bound (C.5). */
function codedShare(successes: number, trials: number, rules: DisclosureRules): ShareCount {
  const edge = rules.coded ? Math.ceil((codedEdge(trials) / 100) * trials) : 0;
  return { successes: Math.max(edge, Math.min(successes, trials - edge)), trials };
}

/** Score test of two shares, pooled: the p-value that decides whether a gap is called likely. */
function pOf({ group, rest }: Pair): number {
  const pooled = (group.successes + rest.successes) / (group.trials + rest.trials);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / group.trials + 1 / rest.trials));
  if (spread === 0) return 1;
  return chiSquareTailOneDegree(((group.successes / group.trials - rest.successes / rest.trials) / spread) ** 2);
}

function gapRow(row: RawGapRow, pair: Pair, p: number, rules: DisclosureRules): ChartRow {
  const { group, rest } = pair;
  const points = (share: number) => Math.round(share * 100);
  const interval = newcombeInterval(group, rest);
  const difference = group.successes / group.trials - rest.successes / rest.trials;
  const value: PublishedValue = interval
    ? {
        mark: isUncertain(pair, points(interval.upper) - points(interval.lower)) ? 'uncertain' : 'shown',
        value: points(difference),
        lower: points(interval.lower),
        upper: points(interval.upper),
      }
    : UNAVAILABLE;
  const drawn = rowWithin(chartRow(row, value, countBand(row.group.whole, rules)), row.facet);
  return { ...drawn, relative: ratioOf(pair), note: noteOf(pair, value, p) };
}

/** On either side too few people for certainty, or too wide a range (health.md E, small-n rule). */
function isUncertain({ group, rest }: Pair, width: number): boolean {
  return Math.min(group.trials, rest.trials) < FEWEST_FOR_CERTAINTY || width >= UNCERTAIN_WIDTH;
}

function ratioOf({ group, rest }: Pair): PublishedValue {
  if (rest.successes === 0) return UNAVAILABLE;
  const interval = koopmanInterval(group, rest);
  const one = (value: number) => Math.round(value * 100) / 100;
  const ratio = group.successes / group.trials / (rest.successes / rest.trials);
  if (!interval || !Number.isFinite(interval.upper)) return HIDDEN;
  return { mark: 'shown', value: one(ratio), lower: one(interval.lower), upper: one(interval.upper) };
}

/**
 * Too few to say: the interval is thirty points wide or more. Likely: it excludes no difference, also after correction for
 * all groups shown, and neither side is too small for certainty (B.5.7, E). Flagged: likely, and the ratio under four fifths
 * with an interval that excludes 1, which is a reason to look and no verdict (Z18).
 */
function noteOf(pair: Pair, value: PublishedValue, p: number): RowNote {
  if (!('value' in value) || value.lower === null || value.upper === null) return 'few-gap';
  if (value.upper - value.lower >= UNCERTAIN_WIDTH) return 'few-gap';
  const excludesNone = value.lower * value.upper > 0;
  if (!(excludesNone && p < SIGNIFICANT && value.mark === 'shown')) return 'uncertain-gap';
  return isFlagged(pair) ? 'flagged-gap' : 'likely-gap';
}

function isFlagged({ group, rest }: Pair): boolean {
  const ratio = group.successes / group.trials / (rest.successes / rest.trials);
  const interval = koopmanInterval(group, rest);
  return ratio < PROMPT_RATIO && interval !== undefined && interval.upper < 1;
}
