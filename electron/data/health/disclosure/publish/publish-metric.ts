import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import type { ChartShape } from '../../../../../shared/domain/health/chart.ts';
import type { RawResult } from '../../metrics/raw-result.ts';
import type { DisclosureRules } from '../rules.ts';
import { publishCounts } from './publish-counts.ts';
import { publishCurves } from './publish-curves.ts';
import { publishGaps } from './publish-gaps.ts';
import { publishGrid } from './publish-grid.ts';
import { publishNumbers } from './publish-numbers.ts';
import { publishParts } from './publish-parts.ts';
import { publishRates } from './publish-rates.ts';
import { publishShares } from './publish-shares.ts';

/**
 * The gate every metric passes: true counts go in, a chart that may be shown at a place comes out (health.md C.3). What the
 * audit of the release withholds comes in as `WITHHELD` (together/).
 */
export function publishMetric(raw: RawResult, rules: DisclosureRules): ChartShape {
  switch (raw.kind) {
    case 'shares':
      return publishShares(raw, rules);
    case 'counts':
      return publishCounts(raw, rules);
    case 'rates':
      return publishRates(raw, rules);
    case 'curves':
      return publishCurves(raw, rules);
    case 'parts':
      return publishParts(raw, rules);
    case 'grid':
      return publishGrid(raw, rules);
    case 'gaps':
      return publishGaps(raw, rules);
    case 'numbers':
      return publishNumbers(raw, rules);
    case 'missing':
      return { kind: 'missing', needs: raw.needs };
    default:
      return assertNever(raw);
  }
}
