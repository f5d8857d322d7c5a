import type { DisclosureRules } from './rules.ts';

/** A word that people wrote for themselves, and who wrote it (any numbers that tell people apart). */
export interface WrittenTerm {
  readonly term: string;
  readonly people: readonly number[];
}

/** True counts: terms still go through the audit like other cells. */
export interface CountedTerms {
  readonly terms: readonly { readonly term: string; readonly count: number }[];
  /** People with at least one term that too few wrote. They count in "another term". */
  readonly another: number;
}

/**
 * Self-written terms that more than T people wrote, most written first; the others are counted together (health.md C.6).
 * Spellings that differ in case, form of letters or spaces are one term, given in lower case: a way of writing could be
 * one person's.
 */
export function countTerms(written: readonly WrittenTerm[], rules: DisclosureRules): CountedTerms {
  const people = new Map<string, Set<number>>();
  for (const { term, people: writers } of written) {
    const spelling = sameSpelling(term);
    const all = people.get(spelling) ?? new Set();
    for (const writer of writers) all.add(writer);
    people.set(spelling, all);
  }
  const isCommon = ([spelling, writers]: [string, Set<number>]) => spelling !== '' && writers.size > rules.threshold;
  const common = [...people].filter(isCommon).map(([term, writers]) => ({ term, count: writers.size }));
  const rare = [...people]
    .filter((entry) => entry[0] !== '' && !isCommon(entry))
    .flatMap(([, writers]) => [...writers]);
  return {
    terms: common.sort((one, other) => other.count - one.count || (one.term < other.term ? -1 : 1)),
    another: new Set(rare).size,
  };
}

/** A term in the one spelling that `countTerms` counts it under. */
export function sameSpelling(term: string): string {
  return term.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
