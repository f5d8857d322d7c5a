import type { ChartLabel } from '../../../../shared/domain/health/chart.ts';
import type { IdentityQuestion } from '../../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../../shared/domain/health/in-language.ts';
import { questionMeant } from '../../../../shared/domain/health/match-words.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { hasTemplateWords } from '../../identity/complete-labels.ts';
import { matchBenchmarks, offeredGroups, populationKey } from '../../identity/match-benchmarks.ts';
import type { ReadDb } from '../../store/db.ts';
import { type GroupSets, readGroupSets } from '../../store/identity/group-sets.ts';
import type { IdentityStore } from '../../store/identity/open-identity.ts';
import { listQuestionsInUse } from '../../store/identity/questions.ts';
import type { BenchmarkRow } from '../../store/outreach/outreach-rows.ts';
import { readBenchmarks } from '../../store/outreach/read-outreach.ts';
import { type DecidedTerm, decideTerms, sameSpelling, type WrittenTerm } from '../disclosure/free-text-terms.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import type { PersonPositions } from '../facts/person-positions.ts';
import type { AnswerGroup, Benchmark, GroupFacts } from '../metrics/group-facts.ts';
import { readTerms } from './held-terms.ts';

/** Groups of one question, and how it was asked. */
export interface ReadGroups {
  readonly groups: GroupFacts;
  /** The words people were asked with, by language. */
  readonly wording: Readonly<Record<string, string>>;
  /** Which terms have a row of their own, decided by member row numbers: to be kept with what is told. */
  readonly terms: readonly DecidedTerm[];
}

/**
 * The groups of one identity question by position in `people`, or null where there is no such question. The one place where
 * answers meet members; it lives inside health, and what comes of it leaves through disclosure alone (DESIGN, Groups).
 */
export function readGroupFacts(
  identity: IdentityStore,
  main: ReadDb,
  communityId: CommunityId,
  questionKey: string,
  positions: PersonPositions,
  rules: DisclosureRules,
): ReadGroups | null {
  const sets = readGroupSets(identity, main, communityId, questionKey);
  if (!sets) return null;
  const place = (memberIds: Int32Array): Int32Array => memberIds.map(positions.of).filter((at) => at >= 0);
  const before = readTerms(identity, main, communityId, questionKey, rules);
  const terms = decideTerms(writtenTerms(sets, positions), before, rules.threshold);
  const groups = answerGroups(sets, place, terms);
  const questions = listQuestionsInUse(identity.db, communityId);
  return {
    wording: sets.question.wording,
    terms,
    groups: {
      questionKey,
      version: sets.version,
      groups,
      answered: place(sets.answered),
      preferNotToSay: place(sets.preferNotToSay),
      asked: place(sets.asked),
      everAsked: place(sets.asked),
      askedPeople: sets.question.askedPeople,
      benchmarks: benchmarksOf(sets.question, groups, readBenchmarks(main, communityId), questions),
    },
  };
}

/** Shares of the groups in every population that was written down; one id for one population. */
function benchmarksOf(
  question: IdentityQuestion,
  groups: readonly AnswerGroup[],
  rows: readonly BenchmarkRow[],
  questions: readonly IdentityQuestion[],
): Benchmark[] {
  const own = rows.filter((row) => questionMeant(row.question, questions)?.key === question.key);
  const terms = groups.flatMap(({ code, label }) => ('name' in label ? [{ code, names: [label.name] }] : []));
  const ids = new Map<string, string>();
  return matchBenchmarks(own, [...offeredGroups(question), ...terms]).map(({ row, code }) => {
    const { question: _, answer: __, share, ...population } = row;
    const key = populationKey(row);
    const id = ids.get(key) ?? String(ids.size + 1);
    ids.set(key, id);
    return { ...population, id, answer: code, share: share / 100 };
  });
}

function writtenTerms(sets: GroupSets, positions: PersonPositions): WrittenTerm[] {
  return sets.groups.flatMap(({ term, members }) =>
    term === null ? [] : [{ term, people: Array.from(members).filter((id) => positions.of(id) >= 0) }],
  );
}

/**
 * Offered answers as they are; people's own terms only where enough wrote one, the rest as "another term" (C.6). That row
 * is there wherever own words were allowed, or it would say that nobody or somebody used them.
 */
function answerGroups(
  sets: GroupSets,
  place: (memberIds: Int32Array) => Int32Array,
  terms: readonly DecidedTerm[],
): AnswerGroup[] {
  const offered = sets.groups
    .filter(({ term }) => term === null)
    .map(({ code, members }) => ({ code, label: labelOf(sets, code), people: place(members) }));
  if (!sets.question.freeTerm) return offered;
  const written = sets.groups.flatMap(({ term, members }) =>
    term === null ? [] : [{ term: sameSpelling(term), people: Array.from(place(members)) }],
  );
  const common = terms.filter(({ told }) => told).map(({ term }) => term);
  const own = common.map((term) => ({
    code: `term ${term}`,
    label: { name: term },
    people: union(written.filter((one) => one.term === term)),
  }));
  const rare = union(written.filter(({ term }) => !common.includes(term)));
  return [
    ...offered,
    ...own,
    { code: 'another-term', label: { key: 'identity:anotherTerm', params: {} }, people: rare },
  ];
}

/**
 * Words of the catalogue where an answer has its template's in several languages, for a chart is read in any of them; else the
 * community's own.
 */
function labelOf({ question }: GroupSets, code: string): ChartLabel {
  const labels = question.answers.find((answer) => answer.code === code)?.labels ?? {};
  const own = inLanguage(labels, 'en');
  const isTemplates = Object.keys(labels).length > 1 && hasTemplateWords(code, labels);
  return own === '' || isTemplates ? { key: `identity:answers.${code}`, params: {} } : { name: own };
}

function union(written: readonly { readonly people: readonly number[] }[]): Int32Array {
  return Int32Array.from(new Set(written.flatMap(({ people }) => people))).sort();
}
