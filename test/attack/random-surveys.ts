/** A question as people answered it: groups by answer, which may overlap. */
export interface SurveyQuestion {
  readonly name: string;
  readonly answered: readonly number[];
  readonly groups: readonly { readonly code: string; readonly people: readonly number[] }[];
}

/** A community that was asked several questions at once. */
export interface Survey {
  readonly questions: readonly SurveyQuestion[];
  /** −1 not counted by the measure, 0 counted, 1 has what it measures. */
  readonly statusOf: (person: number) => -1 | 0 | 1;
  readonly quarterOf: (person: number) => number;
}

const QUESTIONS = 3;

/** Questions of one survey: nearly the same people answer each, and groups of one are close to groups of another. */
export function randomSurvey(random: () => number): Survey {
  const size = 40 + Math.floor(random() ** 2 * 400);
  const everybody = Array.from({ length: size }, (_, at) => 3 + at * 2);
  const counted = 0.5 + random() * 0.5;
  const having = 0.2 + random() * 0.6;
  const statuses = new Map(
    everybody.map((person): [number, -1 | 0 | 1] => {
      if (random() > counted) return [person, -1];
      return [person, random() < having ? 1 : 0];
    }),
  );
  const quarters = 1 + Math.floor(random() * 3);
  const quarterOf = new Map(everybody.map((person) => [person, Math.floor(random() * quarters)]));
  let before: ReadonlyMap<number, readonly number[]> | undefined;
  const questions = Array.from({ length: QUESTIONS }, (_, at): SurveyQuestion => {
    // A few skip a question; now and then only those who skipped none before, so that one whole has all of another.
    const skip = random() < 0.7 ? (random() * 6) / size : random() * 0.4;
    const asked = before && random() < 0.6 ? [...before.keys()] : everybody;
    const answered = asked.filter(() => random() >= skip);
    const answers = answersOf(answered, before, random);
    before = answers;
    const codes = [...new Set([...answers.values()].flat())].sort((one, other) => one - other);
    return {
      name: `question ${at}`,
      answered,
      groups: codes.map((code) => ({
        code: `answer ${code}`,
        people: answered.filter((person) => answers.get(person)?.includes(code)),
      })),
    };
  });
  return {
    questions,
    statusOf: (person) => statuses.get(person) ?? -1,
    quarterOf: (person) => quarterOf.get(person) ?? -1,
  };
}

/** Answers by person: drawn anew, or those of the question before but for a few people. */
function answersOf(
  answered: readonly number[],
  before: ReadonlyMap<number, readonly number[]> | undefined,
  random: () => number,
): ReadonlyMap<number, readonly number[]> {
  const groups = 2 + Math.floor(random() * 4);
  const several = random() < 0.3;
  const draw = (): number[] => {
    const first = Math.floor(random() ** 2 * groups);
    return several && random() < 0.2 ? [...new Set([first, Math.floor(random() * groups)])] : [first];
  };
  const alike = before !== undefined && random() < 0.5;
  return new Map(
    answered.map((person) => {
      const said = alike && random() < 0.97 ? before.get(person) : undefined;
      return [person, said ?? draw()];
    }),
  );
}
