import type { ChartRow, ChartShape, RowNote } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawRates } from '../../metrics/raw-result.ts';
import { benjaminiHochberg } from '../../statistics/corrections.ts';
import { poissonInterval, type RateCount, rateRatioInterval, rateRatioTest } from '../../statistics/poisson.ts';
import { HIDDEN, roundedCount, UNAVAILABLE } from '../counts.ts';
import { type DisclosureRules, SIGNIFICANT } from '../rules.ts';
import { countBand } from '../small-n.ts';
import { findableRatio } from './findable-ratio.ts';
import { asSeries } from './group-rows.ts';
import { chartRow, rowWithin } from './period-of-row.ts';
import { inOrderOfName } from './publish-shares.ts';

/** A rate needs ten in both parts, and an interval no wider than 160 % of it to be called certain (B.5.7). */
const FEWEST_FOR_RATE = 10;
const WIDEST_RELATIVE = 1.6;
const PER = 100;

/** Events per hundred, from rounded counts, with an exact Poisson interval; against all others, the ratio of both. */
export function publishRates(raw: RawRates, rules: DisclosureRules): ChartShape {
  const rowOf = (one: RateRow, value: PublishedValue) =>
    rowWithin(chartRow(one, value, countBand(one.exposure, rules)), one.facet);
  if (raw.draw === 'series') {
    return {
      kind: 'series',
      unit: 'per100',
      series: asSeries(
        raw.rows.map((one) => {
          const row = rowOf(one, rateValue(one, rules));
          return { row: raw.isPooled ? { ...row, note: 'pooled' as const } : row };
        }),
      ),
    };
  }
  const compared = raw.rows.some(({ rest }) => rest !== undefined);
  const rows = compared ? ratioRows(raw.rows, rules, rowOf) : raw.rows.map((one) => rowOf(one, rateValue(one, rules)));
  const said = (row: ChartRow) => 'value' in row.value;
  return {
    kind: 'dots',
    ...(compared ? RATIO_AXIS : RATE_AXIS),
    rows: rows.filter(said),
    tooFew: inOrderOfName(rows.filter((row) => !said(row)).map(({ label }) => label)),
  };
}

type RateRow = RawRates['rows'][number];

const RATE_AXIS = { unit: 'per100', scale: 'linear', line: null } as const;
/** As many as among all others stands in the middle, half and twice as far from it. */
const RATIO_AXIS = { unit: 'ratio', scale: 'log', line: 1 } as const;

/** A rate beside that of all others, from rounded counts. */
interface Pair {
  readonly group: RateCount;
  readonly rest: RateCount;
}

/**
 * Each rate against that of all others, as a ratio given their total (B.5.3); how sure it is follows B.5.7, corrected for all
 * that are shown together (B.5.5).
 */
function ratioRows(
  rows: readonly RateRow[],
  rules: DisclosureRules,
  rowOf: (one: RateRow, value: PublishedValue) => ChartRow,
): ChartRow[] {
  const pairs = rows.map((one) => pairOf(one, rules));
  const told = pairs.filter((pair) => typeof pair === 'object');
  const adjusted = benjaminiHochberg(told.map(({ group, rest }) => rateRatioTest(group, rest) ?? 1));
  return rows.map((one, at): ChartRow => {
    const pair = pairs[at];
    if (typeof pair !== 'object') return rowOf(one, pair === 'hidden' ? HIDDEN : UNAVAILABLE);
    const value = ratioValue(pair);
    const findable = findableRatio(
      pair.group.events + pair.rest.events,
      pair.group.exposure / (pair.group.exposure + pair.rest.exposure),
    );
    return { ...rowOf(one, value), note: ratioNote(value, adjusted[told.indexOf(pair)] ?? 1), findable };
  });
}

/** Both rates need their ten in both parts; and a ratio without an end says nothing. */
function pairOf({ events, exposure, rest }: RateRow, rules: DisclosureRules): Pair | 'hidden' | 'few' {
  const counts = [events, exposure, rest?.events ?? 0, rest?.exposure ?? 0].map((count) => roundedCount(count, rules));
  const [x1, n1, x2, n2] = counts;
  if (x1 === undefined || n1 === undefined || x2 === undefined || n2 === undefined) return 'hidden';
  if (Math.min(x1, n1, x2, n2) < FEWEST_FOR_RATE) return 'few';
  return { group: { events: x1, exposure: n1 }, rest: { events: x2, exposure: n2 } };
}

function ratioValue({ group, rest }: Pair): PublishedValue {
  const interval = rateRatioInterval(group, rest);
  if (!interval || !Number.isFinite(interval.upper)) return UNAVAILABLE;
  const round = (value: number) => Math.round(value * 100) / 100;
  const ratio = group.events / group.exposure / (rest.events / rest.exposure);
  const isWide = interval.upper - interval.lower > WIDEST_RELATIVE * ratio;
  return {
    mark: isWide ? 'uncertain' : 'shown',
    value: round(ratio),
    lower: round(interval.lower),
    upper: round(interval.upper),
  };
}

/** Too few to say where the interval is too wide; likely where it excludes 1, also after correction (B.5.7). */
function ratioNote(value: PublishedValue, p: number): RowNote {
  if (!('value' in value) || value.mark === 'uncertain') return 'few-gap';
  const excludesOne = (value.lower ?? 0) > 1 || (value.upper ?? 1) < 1;
  return excludesOne && p < SIGNIFICANT ? 'likely-gap' : 'uncertain-gap';
}

function rateValue({ events, exposure }: RateCount, rules: DisclosureRules): PublishedValue {
  const x = roundedCount(events, rules);
  const n = roundedCount(exposure, rules);
  if (x === undefined || n === undefined) return HIDDEN;
  if (Math.min(x, n) < FEWEST_FOR_RATE) return UNAVAILABLE;
  const interval = poissonInterval({ events: x, exposure: n });
  if (!interval) return UNAVAILABLE;
  const one = (value: number) => Math.round(value * PER * 10) / 10;
  const value = one(x / n);
  const uncertain = interval.upper - interval.lower > WIDEST_RELATIVE * (x / n);
  return { mark: uncertain ? 'uncertain' : 'shown', value, lower: one(interval.lower), upper: one(interval.upper) };
}
