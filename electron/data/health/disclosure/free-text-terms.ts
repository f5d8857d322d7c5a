/** A word that people wrote for themselves, and who wrote it (any numbers that tell people apart). */
export interface WrittenTerm {
  readonly term: string;
  readonly people: readonly number[];
}

/** What was decided about a term before. */
export interface DecidedTerm {
  /** In the spelling it is counted under. */
  readonly term: string;
  /** It has a row of its own. */
  readonly told: boolean;
  /** How many had written it when that was decided. */
  readonly count: number;
  /** Who had written it when terms were last decided about. */
  readonly people: readonly number[];
}

/**
 * Which self-written terms have a row of their own, in the order of their text; the others count in "another term"
 * (health.md C.6). More than T people must have written one. Which terms there are is held like a count (C.7.4): nothing
 * moves until more than T people have changed what they wrote, and then a term comes or goes only where more than T came or
 * went since it was decided about: else the week in which it appears would tell that the eighth person wrote it.
 * Spellings that differ in case, form of letters or spaces are one term, given in lower case: a way of writing could be
 * one person's. A term that nobody writes any more is not kept.
 */
export function decideTerms(
  written: readonly WrittenTerm[],
  before: readonly DecidedTerm[],
  threshold: number,
): readonly DecidedTerm[] {
  const writers = writersOf(written);
  if (before.length > 0 && changed(writers, before) <= threshold) {
    // New terms that few wrote wait in "another term"; the text of one that was never told goes with its last writer.
    return before.filter(({ term, told }) => told || writers.has(term));
  }
  const known = new Map(before.map((one) => [one.term, one]));
  const terms = [...writers].map(([term, people]): DecidedTerm => {
    const { told = false, count = people.size } = known.get(term) ?? {};
    const isCommon = people.size > threshold;
    const now = { term, people: [...people] };
    const isNew = !known.has(term);
    if (isNew) return { ...now, told: isCommon, count };
    const moved = Math.abs(people.size - count) > threshold;
    return moved && told !== isCommon ? { ...now, told: isCommon, count: people.size } : { ...now, told, count };
  });
  return terms.sort((one, other) => (one.term < other.term ? -1 : 1));
}

function writersOf(written: readonly WrittenTerm[]): Map<string, Set<number>> {
  const writers = new Map<string, Set<number>>();
  for (const { term, people } of written) {
    const spelling = sameSpelling(term);
    if (spelling === '') continue;
    const all = writers.get(spelling) ?? new Set();
    for (const writer of people) all.add(writer);
    writers.set(spelling, all);
  }
  return writers;
}

/** How many people write other terms than when terms were decided about. */
function changed(writers: ReadonlyMap<string, ReadonlySet<number>>, before: readonly DecidedTerm[]): number {
  const people = new Set<number>();
  const known = new Map(before.map((one) => [one.term, new Set(one.people)]));
  for (const term of new Set([...writers.keys(), ...known.keys()])) {
    const [now, then] = [writers.get(term) ?? new Set<number>(), known.get(term) ?? new Set<number>()];
    for (const person of now) if (!then.has(person)) people.add(person);
    for (const person of then) if (!now.has(person)) people.add(person);
  }
  return people.size;
}

/** A term in the one spelling it is counted under. */
export function sameSpelling(term: string): string {
  return term.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
