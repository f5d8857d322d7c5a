import type { AuditCell, Relation, ReleaseToAudit } from '../audit/audit-cells.ts';
import { nameOf, type Quantity } from './quantity.ts';
import type { UntoldTotal } from './sums-between.ts';

/** A count of a chart. */
interface NewCell {
  readonly own: string;
  readonly quantity: Quantity | undefined;
  readonly count: number;
  readonly isSensitive: boolean;
  readonly inBlocks: boolean;
}

/** The cells of a release by name. */
export class Cells {
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

  /** Totals that are told nowhere: the sums of told ones. */
  addUntold(totals: readonly UntoldTotal[]): void {
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
