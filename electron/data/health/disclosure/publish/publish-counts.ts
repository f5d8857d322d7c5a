import type { ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawCounts } from '../../metrics/raw-result.ts';
import { HIDDEN, isTooSmall, publishCount } from '../counts.ts';
import { isDominated } from '../dominance.ts';
import type { DisclosureRules } from '../rules.ts';
import { asFacets, asSeries } from './group-rows.ts';
import { chartRow } from './period-of-row.ts';

/** Counts, each rounded or hidden on its own. A sum that one or two people made nearly alone is hidden everywhere
 * (C.6); where counts are rounded, so is what few gave, and the rest is told in two figures. */
export function publishCounts(raw: RawCounts, rules: DisclosureRules): ChartShape {
  const rows = raw.rows.map((row) => ({
    row: chartRow(row, inBand(countValue(row, rules), raw.bandBelow), null),
    series: row.series,
    facet: row.facet,
  }));
  const unit = raw.unit ?? 'count';
  return raw.draw === 'series'
    ? { kind: 'series', unit, series: asSeries(rows) }
    : { kind: 'bars', unit, ...(raw.draw === 'dots' && { asDots: true }), facets: asFacets(rows) };
}

function countValue(row: RawCounts['rows'][number], rules: DisclosureRules): PublishedValue {
  if (!row.givers) return publishCount(row.count, rules);
  // What few gave is what each of them gave, to the others of them.
  if (isDominated(row.givers) || isTooSmall(row.givers.length, rules)) return HIDDEN;
  return publishCount(rules.rounding > 1 ? inTwoFigures(row.count) : row.count, rules);
}

/** A small count in the place of which its range is told. That nobody was there stays as it is. */
function inBand(value: PublishedValue, below = 0): PublishedValue {
  const isSmall = 'value' in value && value.value > 0 && value.value < below;
  return isSmall ? { mark: 'band', lower: 1, upper: below - 1 } : value;
}

/** Money to the nearest five of its smallest unit would be exact. */
function inTwoFigures(sum: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, sum))) - 1);
  return Math.round(sum / step) * step;
}
