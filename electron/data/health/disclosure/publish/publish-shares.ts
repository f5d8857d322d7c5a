import type { ChartRow, ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { RawShares } from '../../metrics/raw-result.ts';
import type { DisclosureRules } from '../rules.ts';
import { publishShare } from '../shares.ts';
import { countBand } from '../small-n.ts';
import { againstBenchmark } from './against-benchmark.ts';
import { asFacets, asSeries } from './group-rows.ts';
import { chartRow, rowWithin } from './period-of-row.ts';

/** Shares from rounded parts and wholes. Below thirty in the whole there is no percentage, only how many at most. */
export function publishShares(raw: RawShares, rules: DisclosureRules): ChartShape {
  const rows = raw.rows.map((row) => ({ row: shareRow(row, raw, rules), series: row.series, facet: row.facet }));
  switch (raw.draw) {
    case 'series':
      return { kind: 'series', unit: 'percent', series: asSeries(rows) };
    case 'bars':
      return { kind: 'bars', unit: 'percent', facets: asFacets(rows) };
    case 'dots': {
      const said = rows.filter(({ row }) => 'value' in row.value).map(({ row, facet }) => rowWithin(row, facet));
      const silent = rows.filter(({ row }) => !('value' in row.value)).map(({ row }) => row.label);
      return {
        kind: 'dots',
        unit: 'percent',
        scale: 'linear',
        line: null,
        rows: said,
        ...(raw.benchmarks && raw.benchmarks.length > 0 ? { benchmarks: raw.benchmarks } : {}),
        tooFew: inOrderOfName(silent),
      };
    }
  }
}

function shareRow(row: RawShares['rows'][number], { of }: RawShares, rules: DisclosureRules): ChartRow {
  const value = publishShare(row.part, row.whole, rules, of === 'people' ? 'wilson' : 'none');
  const drawn = chartRow(row, value, countBand(row.whole, rules));
  if (!row.references) return drawn;
  return { ...drawn, against: row.references.map((reference) => againstBenchmark(value, reference)) };
}

/**
 * Hidden rows go last and by name, each once: neither their order nor their number may tell of their size (C.8). Crossed
 * rows of one group have one name.
 */
export function inOrderOfName<Label>(labels: readonly Label[]): Label[] {
  const byName = new Map(labels.map((label) => [JSON.stringify(label), label]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label);
}
