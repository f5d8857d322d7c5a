import {
  addUpAlike,
  isMemberSet,
  isSame,
  type MemberBits,
  PARTS,
  sizeOf,
  sizesByPart,
  sizeWithout,
} from './member-set.ts';

/** Who stands behind one number of a snapshot. Kept locally, destroyed with the snapshot. */
export interface LedgerEntry {
  /** What was counted: numbers of different measures are never set off against each other. */
  readonly measure: string;
  /** Part of the community the number is of. Numbers under different headings are of different people, and only compared. */
  readonly heading?: string;
  readonly members: MemberBits;
}

/** What the question that a request is part of tells beside it. */
export interface OwnAnswer {
  /** Sets already told of the question. */
  readonly told: readonly MemberBits[];
  /** Everybody it shares out. */
  readonly wholes: readonly MemberBits[];
}

/** How many released sets one combination with the request may take in. */
const SEARCH_DEPTH = 3;

/**
 * What was released from a snapshot, as numbers of one measure under one heading are set off against it (health.md C.7.1). A
 * number is refused where one to T people could be told apart: because they are the difference between it and one released
 * set, or the sum or difference of it and up to three released sets (so pairs and triples of them). Rounding is left out of
 * account, which errs on the safe side. A set that was released already is answered again.
 * Combinations with more released sets are not searched, nor those of several sets under different headings.
 * A refusal says nothing about how many people it is about.
 */
export class Ledger {
  readonly #threshold: number;
  /** Under the same heading, each once. */
  readonly #near: readonly MemberBits[];
  /** Sets by how many people they are of: most are ruled out by that alone. */
  readonly #all: BySize;
  readonly #far: BySize;

  constructor(
    released: readonly LedgerEntry[],
    { measure, heading }: Pick<LedgerEntry, 'measure' | 'heading'>,
    threshold: number,
  ) {
    const near = new BySize();
    this.#all = new BySize();
    this.#far = new BySize();
    for (const entry of released) {
      if (entry.measure !== measure) continue;
      const size = sizeOf(entry.members);
      this.#all.add(entry.members, size);
      (entry.heading === heading ? near : this.#far).add(entry.members, size);
    }
    this.#near = near.sets();
    this.#threshold = threshold;
  }

  /**
   * Whether the people behind a number may be told of. What its question tells itself (`own`) takes part in combinations with
   * others. Alone it is left to the audit, which knows how far rounding hides its sums; and so is what only says that other
   * questions share out the same people.
   */
  check(members: MemberBits, own: OwnAnswer = { told: [], wholes: [] }): 'allowed' | 'refused' {
    const size = sizeOf(members);
    if (size > 0 && size <= this.#threshold) return 'refused';
    if (this.#all.has(members, size)) return 'allowed';
    if (this.#far.ofAbout(size, this.#threshold).some((other) => differByFew(members, other, this.#threshold))) {
      return 'refused';
    }
    const search = new Search(members, this.#near, own, this.#threshold);
    return search.findsFew(size, [], 0) ? 'refused' : 'allowed';
  }
}

/** Different sets by how many people they are of. */
class BySize {
  readonly #sets = new Map<number, MemberBits[]>();

  add(members: MemberBits, size: number): void {
    const known = this.#sets.get(size);
    if (!known) this.#sets.set(size, [members]);
    else if (!known.some((other) => isSame(other, members))) known.push(members);
  }

  has(members: MemberBits, size: number): boolean {
    return this.#sets.get(size)?.some((other) => isSame(other, members)) ?? false;
  }

  /** Sets of so many people, and of up to `most` more or fewer. */
  ofAbout(size: number, most: number): MemberBits[] {
    return Array.from({ length: 2 * most + 1 }, (_, at) => this.#sets.get(size - most + at) ?? []).flat();
  }

  sets(): MemberBits[] {
    return [...this.#sets.values()].flat();
  }
}

/** Whether one set has all of the other and one to T people more. */
export function differByFew(one: MemberBits, other: MemberBits, threshold: number): boolean {
  const over = sizeWithout(one, other);
  const under = sizeWithout(other, one);
  return Math.min(over, under) === 0 && Math.max(over, under) > 0 && Math.max(over, under) <= threshold;
}

interface SignedSet {
  readonly at: number;
  readonly isOwn: boolean;
  readonly members: MemberBits;
  readonly sign: 1 | -1;
  readonly signed: number;
  /** As `signed`, for each part of the members. */
  readonly parts: Int32Array;
}

/**
 * Looks for combinations by size first, then by how many members are in each eighth of them, which rules out nearly all, and
 * only then by members: of hundreds of sets there are millions of triples, and each has to be looked at.
 */
class Search {
  readonly #request: MemberBits;
  readonly #threshold: number;
  readonly #wholes: readonly MemberBits[];
  /** Every set once added and once taken away, by signed size. */
  readonly #bySize: readonly SignedSet[];
  readonly #requestParts: Int32Array;

  constructor(request: MemberBits, released: readonly MemberBits[], own: OwnAnswer, threshold: number) {
    this.#request = request;
    this.#threshold = threshold;
    this.#wholes = own.wholes;
    this.#requestParts = sizesByPart(request);
    const sets = [
      ...released.map((members) => ({ members, isOwn: false })),
      ...own.told.map((members) => ({ members, isOwn: true })),
    ];
    this.#bySize = sets
      .flatMap((set, at): SignedSet[] => {
        const size = sizeOf(set.members);
        const parts = sizesByPart(set.members);
        return [
          { at, ...set, sign: 1, signed: size, parts },
          { at, ...set, sign: -1, signed: -size, parts: parts.map((part) => -part) },
        ];
      })
      .sort((one, other) => one.signed - other.signed);
  }

  /** Whether the chosen sets and one or more further ones tell one to T people apart. `size`: signed size so far. */
  findsFew(size: number, chosen: readonly SignedSet[], from: number): boolean {
    if (this.#lastOneFits(size, chosen, from)) return true;
    if (chosen.length + 1 >= SEARCH_DEPTH) return false;
    return this.#bySize.some((set) => set.at >= from && this.findsFew(size + set.signed, [...chosen, set], set.at + 1));
  }

  #lastOneFits(size: number, chosen: readonly SignedSet[], from: number): boolean {
    const soFar = addedUp(this.#requestParts, chosen);
    // The people told apart may stand on either side: a sum of 1 to T, or of -T to -1.
    const fits = (least: number, most: number): boolean => {
      for (let at = this.#firstFrom(least - size); at < this.#bySize.length; at += 1) {
        const last = this.#bySize[at];
        if (!last || size + last.signed > most) return false;
        if (last.at < from || !mayBeFew(soFar, last.parts, least > 0 ? this.#threshold : -this.#threshold)) continue;
        if (this.#tellsApart([...chosen, last], least > 0)) return true;
      }
      return false;
    };
    return fits(1, this.#threshold) || fits(-this.#threshold, -1);
  }

  #firstFrom(least: number): number {
    let low = 0;
    let high = this.#bySize.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#bySize[middle]?.signed ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #tellsApart(sets: readonly SignedSet[], positive: boolean): boolean {
    const others = sets.filter(({ isOwn }) => !isOwn);
    if (others.length === 0) return false;
    const { plus, minus } = bySign(sets);
    const found = positive
      ? isMemberSet([this.#request, ...plus], minus)
      : isMemberSet(minus, [this.#request, ...plus]);
    return found && !this.#sharesOutTheSame(others);
  }

  /** Other questions' sets that add up to everybody of this one, or to nobody, tell nothing that it doesn't tell itself. */
  #sharesOutTheSame(others: readonly SignedSet[]): boolean {
    const { plus, minus } = bySign(others);
    return (
      addUpAlike(plus, minus) ||
      this.#wholes.some((whole) => addUpAlike(plus, [...minus, whole]) || addUpAlike([...plus, whole], minus))
    );
  }
}

function addedUp(request: Int32Array, chosen: readonly SignedSet[]): Int32Array {
  const sum = Int32Array.from(request);
  for (const { parts } of chosen)
    for (let part = 0; part < PARTS; part += 1) sum[part] = (sum[part] ?? 0) + (parts[part] ?? 0);
  return sum;
}

/** Whether no eighth has more people left than `most`, nor anybody on the other side: without it the rest is no few people. */
function mayBeFew(soFar: Int32Array, parts: Int32Array, most: number): boolean {
  const [low, high] = most > 0 ? [0, most] : [most, 0];
  for (let part = 0; part < PARTS; part += 1) {
    const left = (soFar[part] ?? 0) + (parts[part] ?? 0);
    if (left < low || left > high) return false;
  }
  return true;
}

function bySign(sets: readonly SignedSet[]): { readonly plus: MemberBits[]; readonly minus: MemberBits[] } {
  return {
    plus: sets.filter(({ sign }) => sign === 1).map(({ members }) => members),
    minus: sets.filter(({ sign }) => sign === -1).map(({ members }) => members),
  };
}
