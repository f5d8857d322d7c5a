import type { ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import type { RawCounts } from '../../metrics/raw-result.ts';
import { HIDDEN, publishCount } from '../counts.ts';
import { isDominated } from '../dominance.ts';
import type { DisclosureRules } from '../rules.ts';
import { asFacets, asSeries } from './group-rows.ts';
import { chartRow } from './period-of-row.ts';

/** Counts, each rounded or hidden on its own. A sum that one or two people made nearly alone is hidden everywhere (C.6). */
export function publishCounts(raw: RawCounts, rules: DisclosureRules): ChartShape {
  const rows = raw.rows.map((row) => ({
    row: chartRow(row, countValue(row, rules), null),
    series: row.series,
    facet: row.facet,
  }));
  const unit = raw.unit ?? 'count';
  return raw.draw === 'series'
    ? { kind: 'series', unit, series: asSeries(rows) }
    : { kind: 'bars', unit, facets: asFacets(rows) };
}

function countValue(row: RawCounts['rows'][number], rules: DisclosureRules): PublishedValue {
  if (row.givers && isDominated(row.givers)) return HIDDEN;
  return publishCount(row.count, rules);
}
