import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import { groupMeant, type NamedGroup, questionMeant } from '../../../shared/domain/health/match-words.ts';
import { plainWord } from '../../../shared/domain/health/plain-word.ts';
import type { UnusedBenchmark } from '../../../shared/ipc/topics/identity.ts';
import type { BenchmarkRow } from '../store/outreach/outreach-rows.ts';
import { completeLabels } from './complete-labels.ts';

/** A benchmark and the group it is about. */
export interface MatchedBenchmark {
  readonly row: BenchmarkRow;
  readonly code: string;
}

/** The answers a question offers, by code, by their words in every language, and as files write them. */
export function offeredGroups(question: IdentityQuestion): NamedGroup[] {
  return completeLabels(question).answers.map(({ code, labels, written }) => ({
    code,
    names: [code, ...Object.values(labels), ...written],
  }));
}

/**
 * The benchmarks of a question with the group each is about, in the order they were written down; a second one of the same
 * group and population is left out, for nobody could say which holds.
 */
export function matchBenchmarks(rows: readonly BenchmarkRow[], groups: readonly NamedGroup[]): MatchedBenchmark[] {
  const met = new Set<string>();
  return rows.flatMap((row) => {
    const code = groupMeant(row.answer, groups);
    const place = JSON.stringify([populationKey(row), code]);
    if (code === undefined || met.has(place)) return [];
    met.add(place);
    return [{ row, code }];
  });
}

/** Says the same for one population however its name was typed. */
export function populationKey({ population, place, year, source, fromAge, toAge }: BenchmarkRow): string {
  return JSON.stringify([plainWord(population), plainWord(place), year, plainWord(source), fromAge, toAge]);
}

/**
 * Benchmarks that nothing is compared with, and why. It looks at what questions offer and never at who answered: whether
 * people wrote a word of their own is no business of a list of records.
 */
export function unusedBenchmarks(
  rows: readonly BenchmarkRow[],
  questions: readonly IdentityQuestion[],
): UnusedBenchmark[] {
  const met = new Set<string>();
  return rows.flatMap((row) => {
    const { question, answer, population, place, year } = row;
    const unused = (why: UnusedBenchmark['why']) => [{ question, answer, population, place, year, why }];
    const asked = questionMeant(question, questions);
    if (!asked) return unused('question');
    const code = groupMeant(answer, offeredGroups(asked));
    if (code === undefined) return unused(asked.freeTerm ? 'own-term' : 'answer');
    const standing = JSON.stringify([populationKey(row), asked.key, code]);
    if (met.has(standing)) return unused('twice');
    met.add(standing);
    return [];
  });
}
