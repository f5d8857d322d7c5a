import { leftOutOf } from '../../electron/data/health/disclosure/split/even-out.ts';
import type { ToldSets } from '../../electron/data/health/disclosure/split/row-people.ts';
import type { ToldRow } from '../../electron/data/health/disclosure/split/split-table.ts';
import { peopleIn } from './people-in.ts';
import { randomSurvey, type Survey, type SurveyQuestion } from './random-surveys.ts';
import { type ToldNumber, tellsFewApart, type Wholes } from './set-off.ts';
import { crossings, headingsOf, releasedSplit, sidesOf, tableOf } from './split-of-survey.ts';

/** What came of surveys whose questions were told one after the other, with all others, wholes and quarters. */
export interface SurveyTally {
  surveys: number;
  rows: number;
  shown: number;
  /** Surveys in which a reader would have told few people apart if no question had been set off against another. */
  foundWithout: number;
  found: number;
}

const THRESHOLD = 7;

/** Stands for the numbers of the identity file. */
const drawOf = (member: number): number => ((member + 1) * 2_654_435_761) % 2 ** 31;

const isFound = ({ numbers, wholes }: Told): boolean => tellsFewApart(numbers, wholes, THRESHOLD);

/** Tells every question of random surveys by the product's own gate, and sets off what was told. */
export function attackSurveys(surveys: number, random: () => number): SurveyTally {
  const tally: SurveyTally = { surveys: 0, rows: 0, shown: 0, foundWithout: 0, found: 0 };
  for (let at = 0; at < surveys; at += 1) {
    const survey = randomSurvey(random);
    tally.surveys += 1;
    if (isFound(tellAll(survey, true, tally))) tally.found += 1;
    if (isFound(tellAll(survey, false))) tally.foundWithout += 1;
  }
  return tally;
}

interface Told {
  readonly numbers: readonly ToldNumber[];
  readonly wholes: Wholes;
}

/** Numbers a reader has once every question was asked. `remembers`: each knows what was told before it. */
function tellAll(survey: Survey, remembers: boolean, tally?: SurveyTally): Told {
  const numbers: ToldNumber[] = [];
  const wholes = new Map<string, ReadonlySet<number>[]>();
  let sets: ToldSets = { counted: [], having: [] };
  const rows: ToldRow[] = [];
  for (const question of survey.questions) {
    const before: ToldSets = remembers ? sets : { counted: [], having: [] };
    const kept = evenedOut(survey, question, before);
    const tables = crossings.map((cross) => tableOf(survey, kept, cross));
    wholes.set(
      question.name,
      tables.flatMap(({ headings }) => headings.flatMap((one) => [peopleIn(one.counted), peopleIn(one.having)])),
    );
    const released = releasedSplit(question.name, tables, {
      told: { sets: before, rows: remembers ? rows : [] },
      memory: { kind: 'week', rows: [] },
    });
    for (const table of released) {
      rows.push(...table.rows);
      sets = { counted: [...sets.counted, ...table.sets.counted], having: [...sets.having, ...table.sets.having] };
      addNumbers(numbers, question.name, table.sets);
      if (tally) {
        tally.rows += table.rows.length;
        tally.shown += table.rows.filter(({ shown }) => shown !== null).length;
      }
    }
  }
  return { numbers, wholes };
}

/** Adds what a question tells. Two questions may tell the same people: that is one number. */
function addNumbers(numbers: ToldNumber[], question: string, sets: ToldSets): void {
  for (const kind of ['counted', 'having'] as const) {
    for (const { heading, members } of sets[kind]) {
      const people = peopleIn(members);
      const at = numbers.findIndex((one) => one.kind === kind && one.heading === heading && isSame(one.people, people));
      const known = numbers[at];
      if (known) numbers[at] = { ...known, questions: new Set([...known.questions, question]) };
      else numbers.push({ questions: new Set([question]), kind, heading, people });
    }
  }
}

function isSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size === other.size && [...one].every((person) => other.has(person));
}

function evenedOut(survey: Survey, question: SurveyQuestion, told: ToldSets): SurveyQuestion {
  const wholes = crossings.flatMap((cross) =>
    headingsOf(survey, question, cross).map(({ people }) => sidesOf(survey, people)),
  );
  const left = leftOutOf({ wholes, told, threshold: THRESHOLD, drawOf });
  const others = (people: readonly number[]) => people.filter((person) => !left.has(person));
  return {
    ...question,
    answered: others(question.answered),
    groups: question.groups.map(({ code, people }) => ({ code, people: others(people) })),
  };
}
