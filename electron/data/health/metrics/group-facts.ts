import type { ChartBenchmark, ChartLabel } from '../../../../shared/domain/health/chart.ts';

/**
 * The answers to one version of one identity question, by position in `people`. Lives inside the aggregate engine alone:
 * nothing of it leaves but through disclosure. There is no second question in here, so no metric can cross two.
 */
export interface GroupFacts {
  readonly questionKey: string;
  readonly version: number;
  /** In the order of the question. Several answers allowed: a person is in every group they named ("any mention"). */
  readonly groups: readonly AnswerGroup[];
  /** People who named at least one group. */
  readonly answered: Int32Array;
  readonly preferNotToSay: Int32Array;
  /** Everybody the question was put to, whatever they said. */
  readonly asked: Int32Array;
  /** Who was asked, with those that are left out of `asked` so that two questions can't be set off against each other. */
  readonly everAsked: Int32Array;
  /** How many people the survey went to, as the coordinator noted it; null where nobody did. Who they are is not known. */
  readonly askedPeople: number | null;
  /** Shares of these groups in named populations: all of them, for no population is the right one. */
  readonly benchmarks: readonly Benchmark[];
  /** Where people are counted in a crossing; without it where the facts put them now. */
  readonly places?: HeldPlaces;
}

/** Values of crossings by position of a person. */
export interface HeldPlaces {
  /** Position of the route in `outreach.routes`; −1 unknown. */
  readonly route: (person: number) => number;
  /** Quarter of joining; NaN where nobody knows. */
  readonly quarter: (person: number) => number;
}

export interface AnswerGroup {
  readonly code: string;
  readonly label: ChartLabel;
  readonly people: Int32Array;
}

/** Public share of an answer in a named population. Its id is the population's, the same for all its answers. */
export interface Benchmark extends ChartBenchmark {
  /** Code of a group of the question. */
  readonly answer: string;
  /** 0 to 1. */
  readonly share: number;
}

/**
 * The same groups without some people, who then count nowhere but among those who were ever asked, and in how many the survey
 * went to.
 */
export function withoutPeople(facts: GroupFacts, left: ReadonlySet<number>): GroupFacts {
  if (left.size === 0) return facts;
  const others = (people: Int32Array) => people.filter((person) => !left.has(person));
  return {
    ...facts,
    groups: facts.groups.map((group) => ({ ...group, people: others(group.people) })),
    answered: others(facts.answered),
    preferNotToSay: others(facts.preferNotToSay),
    asked: others(facts.asked),
  };
}
