/** A set of members as a bitmap: bit b of word w is member 32 × (firstWord + w) + b. */
export interface MemberBits {
  readonly words: Uint32Array;
  readonly firstWord: number;
}

/** The set of nobody. */
export const NOBODY: MemberBits = { words: new Uint32Array(0), firstWord: 0 };

/** How many members are in a set. */
export function sizeOf({ words }: MemberBits): number {
  let size = 0;
  for (const word of words) size += bitsIn(word);
  return size;
}

/** Whether two sets have the same members. */
export function isSame(one: MemberBits, other: MemberBits): boolean {
  const { first, end } = spanOf([one, other]);
  for (let at = first; at < end; at += 1) if (wordAt(one, at) !== wordAt(other, at)) return false;
  return true;
}

/** How many members of the first set are not in the second. */
export function sizeWithout(one: MemberBits, other: MemberBits): number {
  let size = 0;
  for (const [at, word] of one.words.entries()) size += bitsIn((word & ~wordAt(other, one.firstWord + at)) >>> 0);
  return size;
}

/**
 * How many members are in one and not in the other of any pair: how many came, went, or changed sides. Stops counting once
 * it is more than `most`.
 */
export function sizeOfChange(pairs: readonly (readonly [MemberBits, MemberBits])[], most: number): number {
  const { first, end } = spanOf(pairs.flat());
  let size = 0;
  for (let at = first; at < end && size <= most; at += 1) {
    let changed = 0;
    for (const [one, other] of pairs) changed |= wordAt(one, at) ^ wordAt(other, at);
    size += bitsIn(changed >>> 0);
  }
  return size;
}

/** Everybody who is in one of the sets or in the other. */
export function unionOf(one: MemberBits, other: MemberBits): MemberBits {
  const { first, end } = spanOf([one, other]);
  if (end <= first) return NOBODY;
  const words = Uint32Array.from(
    { length: end - first },
    (_, at) => (wordAt(one, first + at) | wordAt(other, first + at)) >>> 0,
  );
  return { words, firstWord: first };
}

/** How many parts `sizesByPart` tells. */
export const PARTS = 8;

/** How many members are in each eighth of a set, by the last three binary digits of their number: a fingerprint that adds up. */
export function sizesByPart({ words }: MemberBits): Int32Array {
  const sizes = new Int32Array(PARTS);
  for (const word of words) {
    if (word === 0) continue;
    for (let part = 0; part < PARTS; part += 1) sizes[part] = (sizes[part] ?? 0) + bitsIn((word >>> part) & 0x01010101);
  }
  return sizes;
}

/** Most sets on either side of a combination. */
const MOST_SETS = 7;

/**
 * Whether the sets of `plus`, added up, less those of `minus`, count every member once or not at all: whether that sum of
 * counts is itself the size of a set. Up to seven sets on either side (RangeError). Members are counted 32 at a time in
 * binary, one word per digit.
 */
export function isMemberSet(plus: readonly MemberBits[], minus: readonly MemberBits[]): boolean {
  if (Math.max(plus.length, minus.length) > MOST_SETS) throw new RangeError('too many sets in one combination');
  const { first, end } = spanOf([...plus, ...minus]);
  for (let at = first; at < end; at += 1) {
    const [more1, more2, more4] = digits(plus, at);
    const [less1, less2, less4] = digits(minus, at);
    // plus = minus + rest with rest 0 or 1: the rest is what the lowest digits differ by, then the others have to agree.
    const rest = more1 ^ less1;
    const carry1 = less1 & rest;
    const carry2 = less2 & carry1;
    if ((less2 ^ carry1 ^ more2) !== 0 || (less4 ^ carry2 ^ more4) !== 0) return false;
  }
  return true;
}

/** Whether the sets of both sides, added up, count every member equally often. Up to seven on either side (RangeError). */
export function addUpAlike(plus: readonly MemberBits[], minus: readonly MemberBits[]): boolean {
  if (Math.max(plus.length, minus.length) > MOST_SETS) throw new RangeError('too many sets in one combination');
  const { first, end } = spanOf([...plus, ...minus]);
  for (let at = first; at < end; at += 1) {
    const [more1, more2, more4] = digits(plus, at);
    const [less1, less2, less4] = digits(minus, at);
    if (((more1 ^ less1) | (more2 ^ less2) | (more4 ^ less4)) !== 0) return false;
  }
  return true;
}

function digits(sets: readonly MemberBits[], at: number): [number, number, number] {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  for (const set of sets) {
    const word = wordAt(set, at);
    const carry = ones & word;
    ones ^= word;
    fours ^= twos & carry;
    twos ^= carry;
  }
  return [ones, twos, fours];
}

function wordAt({ words, firstWord }: MemberBits, at: number): number {
  return words[at - firstWord] ?? 0;
}

function spanOf(sets: readonly MemberBits[]): { first: number; end: number } {
  const first = sets.reduce((least, { firstWord }) => Math.min(least, firstWord), Number.POSITIVE_INFINITY);
  const end = sets.reduce((most, { firstWord, words }) => Math.max(most, firstWord + words.length), 0);
  return { first, end };
}

/** Bits set in a 32-bit word, added up in pairs, fours and bytes. Source: Warren, Hacker's Delight, 5-1. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
