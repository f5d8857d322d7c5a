import type { ChartRow, ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawRates } from '../../metrics/raw-result.ts';
import { poissonInterval, type RateCount, rateRatioInterval } from '../../statistics/poisson.ts';
import { HIDDEN, roundedCount, UNAVAILABLE } from '../counts.ts';
import type { DisclosureRules } from '../rules.ts';
import { countBand } from '../small-n.ts';
import { asSeries } from './group-rows.ts';
import { chartRow, rowWithin } from './period-of-row.ts';
import { inOrderOfName } from './publish-shares.ts';

/** A rate needs ten in both parts, and an interval no wider than 160 % of it to be called certain (B.5.7). */
const FEWEST_FOR_RATE = 10;
const WIDEST_RELATIVE = 1.6;
const PER = 100;

/** Events per hundred, from rounded counts, with an exact Poisson interval; against all others, the ratio of both. */
export function publishRates(raw: RawRates, rules: DisclosureRules): ChartShape {
  if (raw.draw === 'series') {
    const row = (one: RateRow) => chartRow(one, rateValue(one, rules), countBand(one.exposure, rules));
    return { kind: 'series', unit: 'per100', series: asSeries(raw.rows.map((one) => ({ row: row(one) }))) };
  }
  const compared = raw.rows.some(({ rest }) => rest !== undefined);
  const rows = raw.rows.map((one) => {
    const value = one.rest === undefined ? rateValue(one, rules) : ratioValue(one, one.rest, rules);
    return rowWithin(chartRow(one, value, countBand(one.exposure, rules)), one.facet);
  });
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

/** A rate against that of all others, as a ratio given their total (B.5.3); both need their ten. */
function ratioValue(group: RateCount, rest: RateCount, rules: DisclosureRules): PublishedValue {
  const [first, second] = [group, rest].map(({ events, exposure }) => ({
    events: roundedCount(events, rules),
    exposure: roundedCount(exposure, rules),
  }));
  if (first?.events === undefined || second?.events === undefined) return HIDDEN;
  if (first.exposure === undefined || second.exposure === undefined) return HIDDEN;
  if (Math.min(first.events, first.exposure, second.events, second.exposure) < FEWEST_FOR_RATE) return UNAVAILABLE;
  const one = { events: first.events, exposure: first.exposure };
  const other = { events: second.events, exposure: second.exposure };
  const interval = rateRatioInterval(one, other);
  if (!interval || !Number.isFinite(interval.upper)) return UNAVAILABLE;
  const round = (value: number) => Math.round(value * 100) / 100;
  const ratio = one.events / one.exposure / (other.events / other.exposure);
  return { mark: 'shown', value: round(ratio), lower: round(interval.lower), upper: round(interval.upper) };
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
