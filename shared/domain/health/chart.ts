import type { ActivityLevel } from '../activity.ts';
import type { PublishedValue } from '../published.ts';
import type { DashboardId } from './pillar.ts';

/** A sentence as data: a key of the string catalogue and what goes into it, already published. */
export interface Sentence {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Names that go into it, of rows that the chart shows with their value. */
  readonly labels?: Readonly<Record<string, ChartLabel>>;
}

/** What a row, series or cell is called: words of the catalogue, or a community's own name for a space, route or event. */
export type ChartLabel = Sentence | { readonly name: string };

/** What a value counts in. `per100`: events per 100 people or person-months. `points`: difference of two percentages. */
export type ChartUnit = 'percent' | 'count' | 'days' | 'hours' | 'per100' | 'ratio' | 'points' | 'score' | 'index';

/** A local calendar span, both days included, YYYY-MM-DD. */
export interface ChartPeriod {
  readonly start: string;
  readonly end: string;
  /** False while the period may still change for somebody: drawn hatched, never compared. */
  readonly complete: boolean;
}

/**
 * Two curves over their whole time. `differ`: more than chance explains, after correction for all that are told together.
 * `alike`: no difference found. `too-few`: fewer than ten events on a side. `crossing`: they cross early, so that one test
 * would set an early gain off against a later loss (B.5.2). Never a p-value.
 */
export interface CurveComparison {
  readonly test: 'differ' | 'alike' | 'too-few' | 'crossing';
  /** Median of the first minus that of the second, in the time of the curves. */
  readonly medianGap: PublishedValue;
  /** Of a few plain ratios the smallest by which one would have to come sooner to be found reliably; null: none of them. */
  readonly findable: number | null;
}

export const rowNotes = [
  'pooled',
  'no-reportable-change',
  'likely-gap',
  'flagged-gap',
  'uncertain-gap',
  'few-gap',
] as const;
export type RowNote = (typeof rowNotes)[number];

/**
 * The way from an earlier value to one of now. `unclear`: their intervals overlap, so it may be chance. `few`: so few people
 * that it is not told (C.7.4).
 */
export type RowChange = 'up' | 'down' | 'unclear' | 'few';

export interface ChartRow {
  readonly id: string;
  readonly label: ChartLabel;
  /** What the row is a part of, where rows are crossed with something: the quarter of joining, the route. */
  readonly within?: ChartLabel;
  readonly period: ChartPeriod | null;
  readonly value: PublishedValue;
  /** People (or things, for `per100` the exposure) the value is of; null where the value is itself the count. */
  readonly n: PublishedValue | null;
  /** Another mark on the same axis, for example the chance level; plain public data, never a member count. */
  readonly reference: number | null;
  /** The value beside each population it is compared with, in the order of the shape's `benchmarks`. */
  readonly against?: readonly BenchmarkComparison[];
  /** The same comparison as a ratio, where `value` is a difference: both are said together (B.5). */
  readonly relative?: PublishedValue;
  /** The same two groups as curves over the whole time, in days, where `value` speaks of one day of them (B.5.1, B.5.2). */
  readonly curves?: CurveComparison;
  /** Where `value` is a ratio: of a few plain ones the smallest that would be found reliably; null where none would be. */
  readonly findable?: number | null;
  /** What was told of the row in the period that the chart is compared with (`MetricChart.earlier`). */
  readonly earlier?: { readonly value: PublishedValue; readonly change: RowChange };
  /** Said beside the row: why it stands as it does, or how sure a gap is (B.5.7). */
  readonly note: RowNote | null;
}

/** A value beside the same in a named population: absolute and relative together (Z17). Made of the shown value alone. */
export interface BenchmarkComparison {
  /** Id of a benchmark of the shape. */
  readonly benchmark: string;
  /** Its share there, in percent: public. */
  readonly reference: number;
  /** Value less reference, in points. */
  readonly difference: PublishedValue;
  /** Value by reference; 1 is parity. */
  readonly relative: PublishedValue;
}

/** A population with a name, as it was written down (chart 10: it stands in the caption). Public. */
export interface ChartBenchmark {
  readonly id: string;
  readonly population: string;
  readonly place: string;
  readonly year: number;
  readonly fromAge: number | null;
  readonly toAge: number | null;
  /** The words people were asked with there. */
  readonly wording: string;
  readonly source: string;
}

/** Values in order of time, one line or one set of bars. */
export interface SeriesShape {
  readonly kind: 'series';
  readonly unit: ChartUnit;
  readonly series: readonly { readonly id: string; readonly label: ChartLabel; readonly rows: readonly ChartRow[] }[];
}

/** Values side by side: bars from zero. `facets` groups rows under a heading (steps by route). */
export interface BarsShape {
  readonly kind: 'bars';
  readonly unit: ChartUnit;
  /** Each value stands as a dot where its bar would end: for counts that are compared along time and not as amounts. */
  readonly asDots?: true;
  readonly facets: readonly {
    readonly id: string;
    readonly label: ChartLabel | null;
    readonly rows: readonly ChartRow[];
  }[];
}

/** Values as dots with their intervals; a reference line at parity or no difference. Rows that say nothing are named apart. */
export interface DotsShape {
  readonly kind: 'dots';
  readonly unit: ChartUnit;
  readonly scale: 'linear' | 'log';
  readonly line: number | null;
  readonly rows: readonly ChartRow[];
  /** Populations that rows are compared with; each is named wherever the chart is. */
  readonly benchmarks?: readonly ChartBenchmark[];
  /** Named, not drawn: too few people to say. Each name once, in their order. */
  readonly tooFew: readonly ChartLabel[];
}

/** Step curves of a share over time since a start. */
export interface CurvesShape {
  readonly kind: 'curves';
  readonly time: 'hours' | 'days';
  /** `falling`: the share still here. `rising`: the share answered so far. */
  readonly reads: 'falling' | 'rising';
  readonly series: readonly {
    readonly id: string;
    readonly label: ChartLabel;
    readonly points: readonly { readonly at: number; readonly share: PublishedValue }[];
    readonly atRisk: readonly { readonly at: number; readonly count: PublishedValue }[];
    readonly marks: readonly { readonly at: number; readonly share: PublishedValue }[];
    readonly median: PublishedValue;
    readonly followed: PublishedValue;
    readonly cut: boolean;
  }[];
  /** The first curve against the second; absent where there are not two, or one may still change. */
  readonly comparison?: CurveComparison;
  /** What has to be known of the times the curves are said at: which promise counts, and since when. */
  readonly notes?: readonly Sentence[];
}

/**
 * On which side of zero a part is drawn. `middle`: half on each side, nearest to zero; of shares alone (the middle point of a
 * survey scale).
 */
export type PartSide = 'above' | 'below' | 'middle';

/** Wholes and their parts in a fixed order. Sides put parts around zero (life cycle, level moves, survey scales). */
export interface PartsShape {
  readonly kind: 'parts';
  readonly unit: 'percent' | 'count';
  readonly parts: readonly { readonly id: string; readonly label: ChartLabel; readonly side: PartSide }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: ChartLabel;
    readonly period: ChartPeriod | null;
    readonly values: readonly PublishedValue[];
    readonly n: PublishedValue;
  }[];
}

/** A table of shades: hours of the week, cohorts by interval, spaces by spaces. */
export interface GridShape {
  readonly kind: 'grid';
  readonly unit: ChartUnit;
  readonly rows: readonly ChartLabel[];
  readonly columns: readonly ChartLabel[];
  readonly cells: readonly (readonly PublishedValue[])[];
}

/** A few numbers that are said, not drawn. */
export interface NumbersShape {
  readonly kind: 'numbers';
  readonly rows: readonly (ChartRow & { readonly unit: ChartUnit })[];
}

/** Nothing can be computed yet; says what data is needed and which room takes it. */
export interface MissingShape {
  readonly kind: 'missing';
  readonly needs: readonly string[];
}

export type ChartShape =
  | SeriesShape
  | BarsShape
  | DotsShape
  | CurvesShape
  | PartsShape
  | GridShape
  | NumbersShape
  | MissingShape;

/** One metric as it may be shown, with everything that has to stand beside it. Keys are of the topic `metrics`. */
export interface MetricChart {
  readonly metricId: string;
  readonly dashboard: DashboardId;
  readonly isCore: boolean;
  readonly definitionVersion: number;
  /** Ladder level that counts as active, or null where activity plays no part. */
  readonly level: ActivityLevel | null;
  /** Row of research/health.md E. */
  readonly chart: number | null;
  readonly shape: ChartShape;
  readonly finding: Sentence;
  readonly caveats: readonly Sentence[];
  /** It counts members, the team among them. Where the team is not counted throughout, a caveat says how. */
  readonly team?: 'counted';
  /** The same number one period before, as a sentence; null where there is none. */
  readonly comparison: Sentence | null;
  /** The period that rows are set beside, where that is done row by row. */
  readonly earlier?: ChartPeriod;
  /** What the community did at a time: a policy change, an event. */
  readonly annotations: readonly { readonly day: string; readonly text: string }[];
  /**
   * The same in the next coarser step, where more than a third of the chart can't be said for too few people (E) and there
   * more can.
   */
  readonly pooled?: PooledChart;
}

/** A chart with its periods put together: months into quarters, quarters into years. */
export interface PooledChart extends Pick<MetricChart, 'shape' | 'finding' | 'caveats' | 'comparison'> {
  readonly unit: 'quarter' | 'year';
  /** Of which the finding speaks. */
  readonly period: ChartPeriod;
}
