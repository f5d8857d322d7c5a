import { isMemberSet, isSame, type MemberBits, sizeOf } from './member-set.ts';

/** Who stands behind one number of a snapshot. Kept locally, destroyed with the snapshot. */
export interface LedgerEntry {
  /** What was counted: numbers of different measures are never set off against each other. */
  readonly measure: string;
  readonly members: MemberBits;
}

/** How many released sets one combination with the request may take in. */
const SEARCH_DEPTH = 3;

/**
 * Whether a request may be answered beside what was released from the same snapshot (health.md C.7.1). It is refused where
 * one to T people could be told apart: because they are the difference between the request and one released set, or the
 * sum or difference of the request and up to three released sets (so pairs and triples of them). Rounding is left out of
 * account, which errs on the safe side. A set that was released already is answered again.
 * Combinations with more released sets are not searched. Cells of one release are not set against each other either: their
 * sums are the audit's part.
 * A refusal says nothing about how many people it is about.
 */
export function checkAgainstLedger(
  request: LedgerEntry,
  released: readonly LedgerEntry[],
  threshold: number,
): 'allowed' | 'refused' {
  const size = sizeOf(request.members);
  if (size > 0 && size <= threshold) return 'refused';
  const others: MemberBits[] = [];
  for (const { measure, members } of released) {
    if (measure !== request.measure) continue;
    if (isSame(members, request.members)) return 'allowed';
    if (!others.some((other) => isSame(other, members))) others.push(members);
  }
  const search = new Search(request.members, others, threshold);
  return search.findsFew(size, [], 0) ? 'refused' : 'allowed';
}

interface SignedSet {
  readonly at: number;
  readonly members: MemberBits;
  readonly sign: 1 | -1;
  readonly signed: number;
}

/** Looks for combinations by size first, which rules out nearly all of them, and only then by members. */
class Search {
  readonly #request: MemberBits;
  readonly #threshold: number;
  /** Every set once added and once taken away, by signed size. */
  readonly #bySize: readonly SignedSet[];

  constructor(request: MemberBits, released: readonly MemberBits[], threshold: number) {
    this.#request = request;
    this.#threshold = threshold;
    this.#bySize = released
      .flatMap((members, at): SignedSet[] => {
        const size = sizeOf(members);
        return [
          { at, members, sign: 1, signed: size },
          { at, members, sign: -1, signed: -size },
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
    // The people told apart may stand on either side: a sum of 1 to T, or of -T to -1.
    const fits = (least: number, most: number): boolean => {
      for (let at = this.#firstFrom(least - size); at < this.#bySize.length; at += 1) {
        const last = this.#bySize[at];
        if (!last || size + last.signed > most) return false;
        if (last.at >= from && this.#tellsApart([...chosen, last], least > 0)) return true;
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
    const plus = [this.#request, ...sets.filter(({ sign }) => sign === 1).map(({ members }) => members)];
    const minus = sets.filter(({ sign }) => sign === -1).map(({ members }) => members);
    return positive ? isMemberSet(plus, minus) : isMemberSet(minus, plus);
  }
}
