import type {
  ChartBenchmark,
  ChartLabel,
  ChartUnit,
  PartSide,
  Sentence,
} from '../../../../shared/domain/health/chart.ts';
import type { EventTime } from '../statistics/event-times.ts';
import type { Period } from './window.ts';

/**
 * What a metric answers: true counts in one of a few shapes, and never a number derived from them. Disclosure rounds and
 * hides the counts first and derives shares, rates, indexes and curves from what is left (health.md C.3).
 */
export type RawResult =
  | RawShares
  | RawCounts
  | RawRates
  | RawCurves
  | RawParts
  | RawGrid
  | RawGaps
  | RawNumbers
  | RawMissing;

export interface RawRow {
  readonly id: string;
  readonly label: ChartLabel;
  readonly period?: Period;
}

/** `part` of `whole` people (or messages, for `things`). */
export interface RawShares {
  readonly kind: 'shares';
  readonly draw: 'series' | 'bars' | 'dots';
  /** `people`: independent cases, Wilson interval. `things` depend on each other: no interval. */
  readonly of: 'people' | 'things';
  readonly benchmarks?: readonly ChartBenchmark[];
  /**
   * Headings whose people are too few to be told join one of this name (chart 11). Ids of their rows end alike after a slash;
   * `people` is the end of the one whose whole is everybody under the heading, `notAll` of one that only stands where all have it.
   */
  readonly others?: { readonly label: ChartLabel; readonly people: string; readonly notAll: string };
  readonly rows: readonly (RawRow & {
    readonly part: number;
    readonly whole: number;
    /** The same share in named populations, 0 to 1, by the id of one of `benchmarks`. */
    readonly references?: readonly { readonly benchmark: string; readonly share: number }[];
    /** Rows with one facet stand under one heading (steps of one route). */
    readonly facet?: ChartLabel;
    readonly series?: string;
  })[];
}

/** Counts. `givers`: contributions per person behind a sum, for the dominance rule (C.6). */
export interface RawCounts {
  readonly kind: 'counts';
  readonly draw: 'series' | 'bars' | 'dots';
  readonly of: 'people' | 'things';
  readonly unit?: ChartUnit;
  /** Rows are steps of a scale in order: those with too few to be told are put together with the next one (chart 9). */
  readonly stepsNamed?: (from: number, to: number) => ChartLabel;
  /** Fewer than this many are told as a range also where counts are exact (chart 16). */
  readonly bandBelow?: number;
  readonly rows: readonly (RawRow & {
    readonly count: number;
    /** Of a scale. */
    readonly step?: { readonly from: number; readonly to: number };
    readonly givers?: readonly number[];
    readonly facet?: ChartLabel;
    readonly series?: string;
  })[];
}

/** Events over exposure, times 100, with an exact Poisson interval. Shown from ten events on (B.5.7). */
export interface RawRates {
  readonly kind: 'rates';
  /** Its periods are put together from those of the dashboard, of which some were too small (chart 19). */
  readonly isPooled?: true;
  readonly draw: 'series' | 'dots';
  readonly rows: readonly (RawRow & {
    readonly events: number;
    readonly exposure: number;
    /** Events of each person who had any, where events happen to people: for the dominance rule (C.6). */
    readonly perPerson?: readonly number[];
    /** The same of all others: the row then answers the ratio of both rates, given their total (B.5.3). */
    readonly rest?: { readonly events: number; readonly exposure: number; readonly perPerson?: readonly number[] };
    readonly facet?: ChartLabel;
  })[];
}

/** Tables of events in time, ready for Kaplan–Meier. */
export interface RawCurves {
  readonly kind: 'curves';
  readonly time: 'hours' | 'days';
  readonly reads: 'falling' | 'rising';
  /** Times at which the share is also said in words; the finding says the first one that the curve reaches. */
  readonly marks: readonly number[];
  readonly series: readonly (RawRow & {
    readonly table: readonly EventTime[];
    readonly followed: number;
    /** Where this curve is said at other times than the rest. */
    readonly marks?: readonly number[];
  })[];
  /** What has to be known of the times it is said at. Of what people decided, never of what was counted. */
  readonly notes?: readonly Sentence[];
}

/** Wholes and their parts. All rows have the parts in the same order. */
export interface RawParts {
  readonly kind: 'parts';
  readonly unit: 'percent' | 'count';
  readonly of: 'people' | 'things';
  readonly parts: readonly { readonly id: string; readonly label: ChartLabel; readonly side?: PartSide }[];
  /** `whole`: the sum of the counts, where one of them is withheld and it could not be formed any more. */
  readonly rows: readonly (RawRow & { readonly counts: readonly number[]; readonly whole?: number })[];
}

/** A table of shares, counts or medians. `n`: people or things a cell is of; a `median` is in the unit of the grid. */
export interface RawGrid {
  readonly kind: 'grid';
  readonly unit: ChartUnit;
  readonly of: 'people' | 'things';
  readonly rows: readonly ChartLabel[];
  readonly columns: readonly ChartLabel[];
  readonly cells: readonly (readonly RawGridCell[])[];
  /** Cells with fewer than this many things are not available (C: coverage clock, 5). */
  readonly fewest?: number;
}
export type RawGridCell =
  /** `open`: its period has not ended for everybody; drawn hatched. */
  | { readonly part: number; readonly whole: number; readonly open?: boolean }
  | { readonly count: number }
  | { readonly median: number; readonly n: number }
  | null;

/** A share in one group against the same in all others: difference (Newcombe), ratio (Koopman), said by B.5. */
export interface RawGaps {
  readonly kind: 'gaps';
  readonly rows: readonly (RawRow & {
    readonly group: { readonly part: number; readonly whole: number };
    readonly rest: { readonly part: number; readonly whole: number };
    readonly facet?: ChartLabel;
    /** The same people over their whole time, in days: compared as curves as well (B.5.1, B.5.2). */
    readonly curves?: { readonly group: readonly EventTime[]; readonly rest: readonly EventTime[] };
  })[];
}

/**
 * Numbers that are formulas over counts: indexes, factors, mean scores. Disclosure rounds `counts` and then calls `formula`;
 * a formula is pure, sees nothing but its arguments, and answers undefined where it has no value. `people` decides by the
 * small-n rule whether anything is said; `fewest` overrides its floor of 30 (surveys: 8).
 */
export interface RawNumbers {
  readonly kind: 'numbers';
  readonly draw: 'numbers' | 'series';
  readonly rows: readonly (RawRow & {
    readonly unit: ChartUnit;
    readonly people: number;
    readonly counts: readonly number[];
    readonly formula: (counts: readonly number[]) => RawEstimate | undefined;
    readonly decimals: number;
    readonly fewest?: number;
    readonly reference?: number;
    readonly series?: string;
  })[];
}
export interface RawEstimate {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Nothing to count: says which data are missing. */
export interface RawMissing {
  readonly kind: 'missing';
  readonly needs: readonly DataNeed[];
}

/** Data a metric can't do without. Words: `metrics:needs.<need>`; each names the room that takes it. */
export const dataNeeds = [
  'activity-days',
  'messages',
  'reply-links',
  'threads',
  'reply-trees',
  'requests',
  'spaces',
  'join-dates',
  'account-ends',
  'join-routes',
  'partners',
  'events',
  'attendance',
  'campaigns',
  'resources',
  'mentorships',
  'roles',
  'surveys',
  'benchmarks',
  'identity-answers',
  'reports',
  'decisions',
  'closings',
  'appeals',
  'platform-measures',
  'history',
] as const;
export type DataNeed = (typeof dataNeeds)[number];
