import type { ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawGrid, RawGridCell } from '../../metrics/raw-result.ts';
import { asOpen, HIDDEN, IMPOSSIBLE, publishCount, roundedCount, UNAVAILABLE } from '../counts.ts';
import { type DisclosureRules, FEWEST_FOR_PERCENT } from '../rules.ts';
import { publishShare } from '../shares.ts';

/** A table of shares, counts or medians, cell by cell. */
export function publishGrid(raw: RawGrid, rules: DisclosureRules): ChartShape {
  const cells = raw.cells.map((row) => row.map((cell) => cellValue(cell, raw, rules)));
  return { kind: 'grid', unit: raw.unit, rows: raw.rows, columns: raw.columns, cells };
}

function cellValue(cell: RawGridCell, raw: RawGrid, rules: DisclosureRules): PublishedValue {
  if (cell === null) return IMPOSSIBLE;
  if ('count' in cell) return publishCount(cell.count, rules);
  if ('median' in cell) return medianValue(cell, raw.fewest ?? 1, rules);
  const share = publishShare(cell.part, cell.whole, rules, raw.of === 'people' ? 'wilson' : 'none');
  return cell.open === true ? asOpen(share) : share;
}

/** A median is a value of one or two of those it is of: exact for the team, in an export only of many. */
function medianValue(
  { median, n }: { readonly median: number; readonly n: number },
  fewest: number,
  rules: DisclosureRules,
): PublishedValue {
  if (n < fewest || !Number.isFinite(median)) return UNAVAILABLE;
  if (rules.threshold > 0) {
    const shown = roundedCount(n, rules);
    if (shown === undefined) return HIDDEN;
    if (shown < FEWEST_FOR_PERCENT) return UNAVAILABLE;
  }
  return { mark: 'shown', value: Math.round(median * 10) / 10, lower: null, upper: null };
}
