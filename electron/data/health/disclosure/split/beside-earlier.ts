import type {
  ChartPeriod,
  ChartRow,
  ChartShape,
  MetricChart,
  RowChange,
} from '../../../../../shared/domain/health/chart.ts';
import { directionOf, sayable } from '../../../../../shared/domain/health/said-change.ts';
import type { PublishedValue } from '../../../../../shared/domain/published.ts';
import { rowsOf } from '../../findings/said-row.ts';

/** What a chart told in an earlier period. */
export interface EarlierChart {
  readonly chart: MetricChart;
  readonly period: ChartPeriod;
  /** So many people or fewer may make a change of two told values that is no news: T, and what rounding may have added. */
  readonly few: number;
}

/** Where intervals overlap nobody can say whether anything changed. */
const CHANGES = { Up: 'up', Down: 'down', Same: 'unclear' } as const satisfies Record<string, RowChange>;

type Told = Extract<PublishedValue, { value: number }>;

/** Answers in people's own words that too few wrote: other words, and so other people, from one time to the next. */
const MIXED_ROW = 'another-term';

/**
 * A chart of rows beside what was told of the same rows before. It reads published values alone, so it tells nobody more than
 * the two files side by side. Rows that say no number at one of the times stand alone, and so do rows that are of other
 * people each time. Null where the metric counts otherwise than it did then.
 */
export function besideEarlier(chart: MetricChart, { chart: before, period, few }: EarlierChart): MetricChart | null {
  if (before.metricId !== chart.metricId || before.definitionVersion !== chart.definitionVersion) return null;
  const unit = unitOf(chart.shape);
  if (unit === null) return null;
  const then = new Map(rowsOf(before.shape).map((row) => [row.id, row]));
  const beside = (row: ChartRow): ChartRow => {
    const earlier = row.id === MIXED_ROW ? undefined : then.get(row.id);
    const [now, was] = [toldOf(row.value), toldOf(earlier?.value)];
    // A row of another name counts other people: of those with a line in a survey, not of those asked.
    if (!(earlier && now && was) || !isSameLabel(row, earlier)) return row;
    const people = peopleBetween({ value: now, n: row.n }, { value: was, n: earlier.n }, unit);
    return { ...row, earlier: { value: was, change: people <= few ? 'few' : CHANGES[directionOf(now, was)] } };
  };
  return { ...chart, shape: withRows(chart.shape, beside), earlier: period };
}

/** What is compared row by row: shares, and differences of shares. */
type ComparedUnit = 'percent' | 'points';

function unitOf(shape: ChartShape): ComparedUnit | null {
  const unit = shape.kind === 'dots' || shape.kind === 'bars' ? shape.unit : null;
  return unit === 'percent' || unit === 'points' ? unit : null;
}

function isSameLabel(one: ChartRow, other: ChartRow): boolean {
  return JSON.stringify(one.label) === JSON.stringify(other.label);
}

/** A value with an interval: without one nobody can say whether a difference is more than chance. */
function toldOf(value: PublishedValue | undefined): Told | undefined {
  const told = sayable(value);
  return told && told.lower !== null && told.upper !== null ? told : undefined;
}

interface ToldRow {
  readonly value: Told;
  readonly n: PublishedValue | null;
}

/**
 * People who came, went or did otherwise (C.7.4), as far as told values give them away: those that the difference of two percentages
 * is of the smaller number beside them, and of a share those who are in it more or fewer as well.
 */
function peopleBetween(now: ToldRow, was: ToldRow, unit: ComparedUnit): number {
  const [wholeNow, wholeThen] = [sizeTold(now.n), sizeTold(was.n)];
  const [shareNow, shareThen] = [now.value.value / 100, was.value.value / 100];
  const moved = Math.abs(shareNow - shareThen) * Math.min(wholeNow, wholeThen);
  return unit === 'points' ? moved : Math.max(moved, Math.abs(shareNow * wholeNow - shareThen * wholeThen));
}

function sizeTold(n: PublishedValue | null): number {
  if (n?.mark === 'band') return n.lower;
  return n && 'value' in n ? n.value : 0;
}

function withRows(shape: ChartShape, beside: (row: ChartRow) => ChartRow): ChartShape {
  switch (shape.kind) {
    case 'bars':
      return { ...shape, facets: shape.facets.map((facet) => ({ ...facet, rows: facet.rows.map(beside) })) };
    case 'dots':
      return { ...shape, rows: shape.rows.map(beside) };
    default:
      return shape;
  }
}
