import type { ChartLabel } from '../../../../shared/domain/health/chart.ts';

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
  /** Populations to compare with: the first one of an answer is drawn. */
  readonly benchmarks: readonly Benchmark[];
}

export interface AnswerGroup {
  readonly code: string;
  readonly label: ChartLabel;
  readonly people: Int32Array;
}

/** Public share of an answer in a named population. */
export interface Benchmark {
  readonly answer: string;
  /** 0 to 1. */
  readonly share: number;
  readonly population: string;
  readonly year: number;
  readonly place: string;
}
