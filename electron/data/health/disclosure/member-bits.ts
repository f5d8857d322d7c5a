import { type MemberBits, NOBODY } from './member-set.ts';

const BITS_PER_WORD = 32;

/** Members as a bitmap: bit b of word w is member 32 × (firstWord + w) + b. */
export function bitsOf(memberIds: readonly number[]): MemberBits {
  if (memberIds.length === 0) return NOBODY;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const id of memberIds) {
    lowest = Math.min(lowest, id);
    highest = Math.max(highest, id);
  }
  const firstWord = Math.floor(lowest / BITS_PER_WORD);
  const words = new Uint32Array(Math.floor(highest / BITS_PER_WORD) - firstWord + 1);
  for (const id of memberIds) {
    const at = Math.floor(id / BITS_PER_WORD) - firstWord;
    words[at] = ((words[at] ?? 0) | (1 << (id % BITS_PER_WORD))) >>> 0;
  }
  return { words, firstWord };
}

/** The members of a set, ascending. */
export function idsIn({ words, firstWord }: MemberBits): number[] {
  const ids: number[] = [];
  for (const [at, word] of words.entries()) {
    for (let bit = 0; bit < BITS_PER_WORD; bit += 1) {
      if (((word >>> bit) & 1) === 1) ids.push((firstWord + at) * BITS_PER_WORD + bit);
    }
  }
  return ids;
}

/** Whether a member is in a set. */
export function isIn({ words, firstWord }: MemberBits, id: number): boolean {
  const word = words[Math.floor(id / BITS_PER_WORD) - firstWord] ?? 0;
  return ((word >>> (id % BITS_PER_WORD)) & 1) === 1;
}
