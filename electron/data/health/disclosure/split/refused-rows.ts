import { differByFew, Ledger } from '../ledger.ts';
import { isSame, type MemberBits, sizeOf } from '../member-set.ts';
import { type HeadingPeople, type RowPeople, setKinds, type ToldSets } from './row-people.ts';

/**
 * Rows that may not be told beside what was told before from the same snapshot: together they would tell one to T people
 * apart (health.md C.7.1). A row tells of its own people and of all others, and with them of everybody under its heading:
 * every one of these sets has to pass, beside the rows before it. What rows of one question tell without any other is the
 * audit's business, not the ledger's. A row that only stands as it was told says nothing new, and is refused nothing: a
 * group that lost its eighth member would vanish by it.
 */
export function refusedRows(
  rows: readonly RowPeople[],
  headings: readonly HeadingPeople[],
  told: ToldSets,
  threshold: number,
  standing: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const refused = new Set<string>();
  for (const heading of new Set(rows.map((row) => row.heading))) {
    const wholes = headings.filter((one) => one.heading === heading);
    const gates = setKinds.map((kind) => new Gate(kind, heading, wholes, told, threshold));
    const wholesPass = gates.every((gate) => gate.passesWholes());
    for (const row of rows.filter((one) => one.heading === heading)) {
      if (standing.has(row.id)) for (const gate of gates) gate.tell(row[gate.kind]);
      else if (!wholesPass || !gates.every((gate) => gate.passesRow(row[gate.kind]))) refused.add(row.id);
      else for (const gate of gates) gate.tell(row[gate.kind]);
    }
  }
  return refused;
}

/** One kind of sets under one heading. */
class Gate {
  readonly kind: keyof ToldSets;
  readonly #wholes: readonly MemberBits[];
  readonly #ledger: Ledger;
  readonly #threshold: number;
  readonly #own: MemberBits[] = [];
  readonly #groups: MemberBits[] = [];

  constructor(
    kind: keyof ToldSets,
    heading: string,
    wholes: readonly HeadingPeople[],
    told: ToldSets,
    threshold: number,
  ) {
    this.kind = kind;
    this.#wholes = wholes.map((whole) => whole[kind]).filter((members) => !isEmpty(members));
    const released = told[kind].map((set) => ({ measure: kind, ...set }));
    this.#ledger = new Ledger(released, { measure: kind, heading }, threshold);
    this.#threshold = threshold;
  }

  passesWholes(): boolean {
    const passes = this.#passes(this.#wholes);
    if (passes) this.#own.push(...this.#wholes);
    return passes;
  }

  /** Groups of one question may overlap where several answers were allowed: then one may be another and a few more. */
  passesRow(sets: readonly MemberBits[]): boolean {
    const [group] = sets;
    const overlaps = this.#groups.some((other) => group !== undefined && differByFew(group, other, this.#threshold));
    return !overlaps && this.#passes(sets);
  }

  #passes(sets: readonly MemberBits[]): boolean {
    const own = { told: this.#own, wholes: this.#wholes };
    return sets.every((members) => {
      // Nobody is told of by an empty set: where that may not be said, the audit hides the count.
      if (isEmpty(members) || this.#own.some((told) => isSame(told, members))) return true;
      return this.#ledger.check(members, own) === 'allowed';
    });
  }

  tell(sets: readonly MemberBits[]): void {
    this.#groups.push(...sets.slice(0, 1));
    this.#own.push(...sets.filter((members) => !isEmpty(members)));
  }
}

function isEmpty(members: MemberBits): boolean {
  return sizeOf(members) === 0;
}
