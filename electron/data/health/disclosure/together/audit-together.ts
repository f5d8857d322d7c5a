import type { ChartLabel } from '../../../../../shared/domain/health/chart.ts';
import type { RawResult } from '../../metrics/raw-result.ts';
import type { MetricWindow } from '../../metrics/window.ts';
import type { RawHealth } from '../../raw-health.ts';
import type { AuditCell, AuditedCell, Relation, ReleaseToAudit } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { WITHHELD } from '../counts.ts';
import { mapCounts } from './chart-counts.ts';
import { mapHealthCounts } from './health-counts.ts';
import { nameOf, type Quantity } from './quantity.ts';
import { sumsBetween, untoldTotals } from './sums-between.ts';
import { type CountedCell, cellNameOf, sumsWithin } from './sums-within.ts';
import { whoIsCounted } from './who-is-counted.ts';

/** A chart before disclosure. */
export interface ChartToAudit {
  readonly metricId: string;
  readonly raw: RawResult;
  readonly window: MetricWindow;
  /** Its counts fall under the rules of identity. */
  readonly isSensitive: boolean;
}

/** All that leaves together, or stands on one screen, with what was withheld of the same periods before. */
export interface ChartsTogether extends Pick<ReleaseToAudit, 'rules' | 'otherRules' | 'secret'> {
  readonly charts: readonly ChartToAudit[];
  readonly views: readonly RawHealth[];
  /** Cells that an earlier release hid for the sake of others: shown now they would give those away. */
  readonly withheldBefore?: ReadonlySet<string>;
}

/** The same, with every count that must not be told replaced by `WITHHELD`. */
export interface AuditedTogether {
  readonly charts: readonly RawResult[];
  readonly views: readonly RawHealth[];
  /** Cells hidden for the sake of others, for the releases of later periods. */
  readonly withheld: readonly string[];
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
  };
}

/** The counts of a chart in the order of `mapCounts`, each as a cell of the release. */
function placesOf({ metricId, raw, window, isSensitive }: ChartToAudit, cells: Cells): CountedCell[] {
  const places: CountedCell[] = [];
  const labels: { labels?: readonly ChartLabel[] } = raw.kind === 'grid' ? { labels: raw.rows } : {};
  mapCounts(raw, (count, place) => {
    const placed = { metricId, place, window, ...labels };
    const { own } = cellNameOf(placed);
    const quantity = whoIsCounted(placed);
    const inBlocks = place.role === 'followed';
    places.push({ ...placed, cell: cells.add({ own, quantity, count, isSensitive, inBlocks }) });
    return count;
  });
  return places;
}

interface NewCell {
  readonly own: string;
  readonly quantity: Quantity | undefined;
  readonly count: number;
  readonly isSensitive: boolean;
  readonly inBlocks: boolean;
}

/** The cells of a release by name. */
class Cells {
  readonly quantities = new Map<string, Quantity>();
  readonly #cells = new Map<string, AuditCell>();
  readonly #same: Relation[] = [];

  /**
   * The cell of a count: that of its quantity where that was told with this very count in the same way, else one of its
   * own. One count told in two ways is two cells that are equal.
   */
  add({ own, quantity, count, isSensitive, inBlocks }: NewCell): string {
    const told = { count, sensitive: isSensitive, ...(inBlocks && { inBlocks }) } as const;
    if (!quantity) return this.#addOwn(own, told);
    const name = nameOf(quantity);
    const known = this.#cells.get(name);
    if (!known) {
      this.quantities.set(name, quantity);
      this.#cells.set(name, {
        id: name,
        ...told,
        ...(quantity.hidesZero && { hidesZero: true }),
        ...(quantity.cannotBe && { impossible: true }),
      });
      return name;
    }
    if (known.count === count && known.sensitive === isSensitive && (known.inBlocks ?? false) === inBlocks) return name;
    const other = this.#addOwn(own, told);
    if (known.count === count) this.#same.push({ total: name, parts: [other], kind: 'equals' });
    return other;
  }

  /** A count that is told under its quantity's name. Answers the count. */
  told(quantity: Quantity, count: number): number {
    const own = otherName(quantity);
    // Of one option after the other: told otherwise once more, it is the same again.
    if (this.#cells.has(own)) return count;
    this.add({ own, quantity, count, isSensitive: false, inBlocks: quantity.inBlocks ?? false });
    return count;
  }

  /** The cell that `told` made. */
  cellOf(quantity: Quantity, count: number): string {
    const known = this.#cells.get(nameOf(quantity));
    const isIt = known?.count === count && !known.sensitive && known.inBlocks === quantity.inBlocks;
    return isIt ? known.id : otherName(quantity);
  }

  addUntold(totals: ReturnType<typeof untoldTotals>): void {
    for (const { name, parts } of totals) {
      const counts = parts.flatMap((part) => this.#cells.get(part)?.count ?? []);
      const count = counts.reduce((all, one) => all + one, 0);
      this.#cells.set(name, { id: name, count, sensitive: false, unseen: true });
      if (parts.length > 0) this.#same.push({ total: name, parts, kind: 'equals' });
    }
  }

  /** Charts differ by who is left out: what does not hold for the true counts is no sum that a reader can form. */
  sumsThatHold(claimed: readonly Relation[]): Relation[] {
    return [...this.#same, ...claimed.filter((one) => this.#holds(one))];
  }

  get all(): readonly AuditCell[] {
    return [...this.#cells.values()];
  }

  /** Whether a hidden cell would be shown for its own size. */
  isOver(cell: string, { rules, otherRules }: Pick<ReleaseToAudit, 'rules' | 'otherRules'>): boolean {
    const known = this.#cells.get(cell);
    if (!known || known.unseen === true) return false;
    const { threshold, midpoint } = known.sensitive ? rules : (otherRules ?? rules);
    return known.count > (known.inBlocks === true && midpoint > 0 ? midpoint : threshold);
  }

  #addOwn(own: string, told: Omit<AuditCell, 'id'>): string {
    let id = own;
    // Two meetings of one day have one name.
    for (let again = 2; this.#cells.has(id); again += 1) id = `${own} (${again})`;
    this.#cells.set(id, { id, ...told });
    return id;
  }

  #holds({ total, parts, kind }: Relation): boolean {
    const whole = this.#cells.get(total)?.count;
    const counts = parts.map((part) => this.#cells.get(part)?.count);
    if (whole === undefined || parts.length === 0 || new Set([total, ...parts]).size <= parts.length) return false;
    if (!counts.every((count) => count !== undefined)) return false;
    const sum = counts.reduce((all, count) => all + count, 0);
    switch (kind) {
      case 'equals':
        return sum === whole;
      case 'within':
        return sum <= whole;
      case 'covers':
        return sum >= whole;
      case 'at-most':
        return sum >= whole && counts.every((count) => count <= whole);
    }
  }
}

const otherName = (quantity: Quantity): string => `${nameOf(quantity)}, told otherwise`;

/** What may be shown of each cell; where a part of the release is too detailed to protect, none of its cells is. */
function audited(cells: Cells, sums: readonly Relation[], together: ChartsTogether): ReadonlyMap<string, AuditedCell> {
  const { rules, otherRules, secret, withheldBefore } = together;
  const all = cells.all.map(
    (cell): AuditCell => (withheldBefore?.has(cell.id) ? { ...cell, published: 'hidden' } : cell),
  );
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
  return new Map([...(rest.tooDetailed ? [] : rest.cells), ...hidden]);
}
