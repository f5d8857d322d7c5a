import type { ChartLabel } from '../../../../../shared/domain/health/chart.ts';
import type { RawResult } from '../../metrics/raw-result.ts';
import type { MetricWindow } from '../../metrics/window.ts';
import type { RawHealth } from '../../raw-health.ts';
import type { AuditCell, AuditedCell, Relation, ReleaseToAudit } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { WITHHELD } from '../counts.ts';
import { mapCounts } from './chart-counts.ts';
import { mapHealthCounts } from './health-counts.ts';
import { Cells } from './release-cells.ts';
import { sumsAcrossSteps } from './sums-across-steps.ts';
import { sumsBetween, untoldTotals } from './sums-between.ts';
import { type CountedCell, sumsWithin } from './sums-within.ts';
import { type PlacedCount, whoIsCounted } from './who-is-counted.ts';

/** A chart before disclosure. */
export interface ChartToAudit {
  readonly metricId: string;
  readonly raw: RawResult;
  readonly window: MetricWindow;
  /** Its counts fall under the rules of identity. */
  readonly isSensitive: boolean;
  /** The place of a chart before it in finer steps, which it puts together. */
  readonly pools?: number;
}

/** All that leaves together, or stands on one screen, with what was withheld of the same periods before. */
export interface ChartsTogether extends Pick<ReleaseToAudit, 'rules' | 'otherRules' | 'secret'> {
  readonly charts: readonly ChartToAudit[];
  readonly views: readonly RawHealth[];
  /** Cells that an earlier release hid for the sake of others: shown now they would give those away. */
  readonly withheldBefore?: ReadonlySet<string>;
  /** What was decided of this very release before more was put beside it: that stands, and what is new gives way. */
  readonly standing?: ReadonlyMap<string, AuditedCell>;
}

/** The same, with every count that must not be told replaced by `WITHHELD`. */
export interface AuditedTogether {
  readonly charts: readonly RawResult[];
  readonly views: readonly RawHealth[];
  /** Cells hidden for the sake of others, for the releases of later periods. */
  readonly withheld: readonly string[];
  /** What was decided of each cell, for `standing`. */
  readonly decided: ReadonlyMap<string, AuditedCell>;
}

/**
 * Audits all charts of a release as one (health.md C.3.4, C.4): a count in two charts is one cell, and a sum that leads
 * from one chart to another counts like one inside a chart. Throws RangeError for a count that is none.
 */
export function auditTogether(together: ChartsTogether): AuditedTogether {
  const cells = new Cells();
  const places = together.charts.map((chart) => placesOf(chart, cells));
  for (const view of together.views) mapHealthCounts(view, (count, quantity) => cells.told(quantity, count));
  const claimed = [
    ...places.flatMap((counts, at) => sumsWithin(counts, together.charts[at]?.raw.kind ?? '')),
    ...together.charts.flatMap(({ pools }, at) =>
      pools === undefined ? [] : sumsAcrossSteps(places[at] ?? [], places[pools] ?? []),
    ),
    ...sumsBetween(cells.quantities),
  ];
  cells.addUntold(untoldTotals(cells.quantities));
  const shown = audited(cells, cells.sumsThatHold(claimed), together);
  const tell = (cell: string, count: number): number => {
    const one = shown.get(cell);
    return one && !('hidden' in one) ? count : WITHHELD;
  };
  return {
    charts: together.charts.map(({ raw }, at) => {
      const counts = places[at]?.values();
      return mapCounts(raw, (count) => tell(counts?.next().value?.cell ?? '', count));
    }),
    views: together.views.map((view) =>
      mapHealthCounts(view, (count, quantity) => tell(cells.cellOf(quantity, count), count)),
    ),
    withheld: [...shown].flatMap(([cell, one]) => ('hidden' in one && cells.isOver(cell, together) ? [cell] : [])),
    decided: shown,
  };
}

/** The counts of a chart in the order of `mapCounts`, each as a cell of the release. */
function placesOf({ metricId, raw, window, isSensitive }: ChartToAudit, cells: Cells): CountedCell[] {
  const places: CountedCell[] = [];
  const labels: { labels?: readonly ChartLabel[] } = raw.kind === 'grid' ? { labels: raw.rows } : {};
  mapCounts(raw, (count, place) => {
    const placed = { metricId, place, window, ...labels };
    const [own, quantity] = [ownNameOf(placed), whoIsCounted(placed)];
    const inBlocks = place.role === 'followed';
    places.push({ ...placed, cell: cells.add({ own, quantity, count, isSensitive, inBlocks }) });
    return count;
  });
  return places;
}

/** The same in every release that tells of the same period. */
function ownNameOf({ metricId, place, window: { unit, current } }: PlacedCount): string {
  return `${metricId} ${place.id} ${unit} ${(place.row?.period ?? current).index}`;
}

/** What may be shown of each cell; where a part of the release is too detailed to protect, none of its cells is. */
function audited(cells: Cells, sums: readonly Relation[], together: ChartsTogether): ReadonlyMap<string, AuditedCell> {
  const { rules, otherRules, secret, withheldBefore, standing } = together;
  const all = cells.all.map((cell): AuditCell => {
    const before = standing?.get(cell.id);
    const isHidden = withheldBefore?.has(cell.id) || (before !== undefined && 'hidden' in before);
    return { ...cell, ...(before && { stands: true }), ...(isHidden && { published: 'hidden' }) };
  });
  const options = { rules, ...(otherRules && { otherRules }), ...(secret !== undefined && { secret }) };
  const first = auditRelease({ ...options, cells: all, relations: sums });
  if (!first.tooDetailed) return first.cells;
  const { failing } = first;
  const rest = auditRelease({
    ...options,
    cells: all.filter(({ id }) => !failing.has(id)),
    relations: sums.filter(({ total, parts }) => ![total, ...parts].some((id) => failing.has(id))),
  });
  const hidden = [...failing].map((id): [string, AuditedCell] => [id, { hidden: true }]);
  // What was decided before was so without this: only what is new is dropped for the sake of it.
  return new Map([...(rest.tooDetailed ? [] : rest.cells), ...hidden, ...(standing ?? [])]);
}
