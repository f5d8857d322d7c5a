import type { MemberBits } from '../../electron/data/health/disclosure/member-set.ts';

/** Members as the bitmap that the ledger takes, beginning with the word of the lowest one. */
export function asBits(members: Iterable<number>): MemberBits {
  const sorted = [...members].sort((one, other) => one - other);
  const firstWord = Math.floor((sorted[0] ?? 0) / 32);
  const words = new Uint32Array(Math.floor((sorted.at(-1) ?? 0) / 32) - firstWord + 1);
  for (const member of sorted) words[Math.floor(member / 32) - firstWord]! |= 1 << (member % 32);
  return { words, firstWord };
}
