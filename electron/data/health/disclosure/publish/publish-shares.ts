import type { ChartRow, ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { RawShares } from '../../metrics/raw-result.ts';
import type { DisclosureRules } from '../rules.ts';
import { publishShare } from '../shares.ts';
import { countBand } from '../small-n.ts';
import { asFacets, asSeries } from './group-rows.ts';
import { chartRow, rowWithin } from './period-of-row.ts';

/** Shares from rounded parts and wholes. Below thirty in the whole there is no percentage, only how many at most. */
export function publishShares(raw: RawShares, rules: DisclosureRules): ChartShape {
  const rows = raw.rows.map((row) => ({
    row: besideReference(
      chartRow(
        // A benchmark is public: it stands on the axis of the chart, in percent.
        row.reference === undefined ? row : { ...row, reference: row.reference * 100 },
        publishShare(row.part, row.whole, rules, raw.of === 'people' ? 'wilson' : 'none'),
        countBand(row.whole, rules),
      ),
    ),
    series: row.series,
    facet: row.facet,
  }));
  switch (raw.draw) {
    case 'series':
      return { kind: 'series', unit: 'percent', series: asSeries(rows) };
    case 'bars':
      return { kind: 'bars', unit: 'percent', facets: asFacets(rows) };
    case 'dots': {
      const said = rows.filter(({ row }) => 'value' in row.value).map(({ row, facet }) => rowWithin(row, facet));
      const silent = rows.filter(({ row }) => !('value' in row.value)).map(({ row }) => row.label);
      return { kind: 'dots', unit: 'percent', scale: 'linear', line: null, rows: said, tooFew: inOrderOfName(silent) };
    }
  }
}

/** A share beside a benchmark, as their ratio too (Z17): made of the share as it is told, it says nothing more. */
function besideReference(row: ChartRow): ChartRow {
  const { value, reference } = row;
  if (!('value' in value) || value.mark === 'open' || !reference) return row;
  const over = (percent: number) => Math.round((percent / reference) * 100) / 100;
  const end = (percent: number | null) => (percent === null ? null : over(percent));
  return {
    ...row,
    relative: { mark: value.mark, value: over(value.value), lower: end(value.lower), upper: end(value.upper) },
  };
}

/**
 * Hidden rows go last and by name, each once: neither their order nor their number may tell of their size (C.8). Crossed
 * rows of one group have one name.
 */
export function inOrderOfName<Label>(labels: readonly Label[]): Label[] {
  const byName = new Map(labels.map((label) => [JSON.stringify(label), label]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label);
}
