import type { ChartRow, ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawNumbers } from '../../metrics/raw-result.ts';
import { HIDDEN, roundedCount, UNAVAILABLE } from '../counts.ts';
import { type DisclosureRules, FEWEST_FOR_CERTAINTY, FEWEST_FOR_PERCENT } from '../rules.ts';
import { countBand } from '../small-n.ts';
import { asSeries } from './group-rows.ts';
import { chartRow } from './period-of-row.ts';

/** Indexes, factors and scores: the formula sees rounded counts alone, and speaks only of enough people. */
export function publishNumbers(raw: RawNumbers, rules: DisclosureRules): ChartShape {
  const rows = raw.rows.map((row) => ({
    row: chartRow(row, numberValue(row, rules), countBand(row.people, rules)),
    unit: row.unit,
    series: row.series,
  }));
  const [first] = rows;
  if (raw.draw === 'series') return { kind: 'series', unit: first?.unit ?? 'index', series: asSeries(rows) };
  return { kind: 'numbers', rows: rows.map(({ row, unit }): ChartRow & { unit: typeof unit } => ({ ...row, unit })) };
}

function numberValue(row: RawNumbers['rows'][number], rules: DisclosureRules): PublishedValue {
  const people = roundedCount(row.people, rules);
  if (people === undefined && row.people !== 0) return HIDDEN;
  // As many as the reader is told: whether there is a value must say no more than the rounded count beside it.
  if ((people ?? 0) < (row.fewest ?? FEWEST_FOR_PERCENT)) return UNAVAILABLE;
  // Only how much each count moves the formula matters here, so small ones are rounded and not hidden one by one.
  const counts = row.counts.map((count) => Math.round(count / rules.rounding) * rules.rounding);
  const estimate = row.formula(counts);
  if (!estimate || !Number.isFinite(estimate.value)) return UNAVAILABLE;
  const scale = 10 ** row.decimals;
  const one = (value: number | undefined) => (value === undefined ? null : Math.round(value * scale) / scale);
  return {
    mark: (people ?? 0) < FEWEST_FOR_CERTAINTY ? 'uncertain' : 'shown',
    value: Math.round(estimate.value * scale) / scale,
    lower: one(estimate.lower),
    upper: one(estimate.upper),
  };
}
