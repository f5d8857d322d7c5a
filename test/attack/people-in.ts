import type { MemberBits } from '../../electron/data/health/disclosure/member-set.ts';

/** The members of a bitmap, read in a way of its own. */
export function peopleIn({ words, firstWord }: MemberBits): ReadonlySet<number> {
  const people = new Set<number>();
  for (const [at, word] of words.entries()) {
    for (let bit = 0; bit < 32; bit += 1) if (((word >>> bit) & 1) === 1) people.add((firstWord + at) * 32 + bit);
  }
  return people;
}
