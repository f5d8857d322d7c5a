import type { ChartRow, ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawRates } from '../../metrics/raw-result.ts';
import { poissonInterval } from '../../statistics/poisson.ts';
import { HIDDEN, roundedCount, UNAVAILABLE } from '../counts.ts';
import type { DisclosureRules } from '../rules.ts';
import { countBand } from '../small-n.ts';
import { asSeries } from './group-rows.ts';
import { chartRow } from './period-of-row.ts';
import { inOrderOfName } from './publish-shares.ts';

/** A rate needs ten in both parts, and an interval no wider than 160 % of it to be called certain (B.5.7). */
const FEWEST_FOR_RATE = 10;
const WIDEST_RELATIVE = 1.6;
const PER = 100;

/** Events per hundred, from rounded counts, with an exact Poisson interval. */
export function publishRates(raw: RawRates, rules: DisclosureRules): ChartShape {
  const rows = raw.rows.map((row) => ({
    row: chartRow(row, rateValue(row.events, row.exposure, rules), countBand(row.exposure, rules)),
  }));
  if (raw.draw === 'series') return { kind: 'series', unit: 'per100', series: asSeries(rows) };
  const said = (row: ChartRow) => 'value' in row.value;
  return {
    kind: 'dots',
    unit: 'per100',
    scale: 'linear',
    line: null,
    rows: rows.map(({ row }) => row).filter(said),
    tooFew: inOrderOfName(rows.flatMap(({ row }) => (said(row) ? [] : [row.label]))),
  };
}

function rateValue(events: number, exposure: number, rules: DisclosureRules): PublishedValue {
  const x = roundedCount(events, rules);
  const n = roundedCount(exposure, rules);
  if (x === undefined || n === undefined) return HIDDEN;
  if (Math.min(events, exposure, x, n) < FEWEST_FOR_RATE) return UNAVAILABLE;
  const interval = poissonInterval({ events: x, exposure: n });
  if (!interval) return UNAVAILABLE;
  const one = (value: number) => Math.round(value * PER * 10) / 10;
  const value = one(x / n);
  const uncertain = interval.upper - interval.lower > WIDEST_RELATIVE * (x / n);
  return { mark: uncertain ? 'uncertain' : 'shown', value, lower: one(interval.lower), upper: one(interval.upper) };
}
