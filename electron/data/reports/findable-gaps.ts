import type { ChartRow, MetricChart } from '../../../shared/domain/health/chart.ts';
import { readingOf } from '../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { smallestFindableGap } from '../health/statistics/power.ts';
import type { NamedMetric } from './first-page/not-said.ts';
import type { ToldQuarter } from './versions.ts';

/** How small a difference the numbers of a metric could find at all. */
export interface FindableGap extends NamedMetric {
  /** People in the smallest group that is told: rounded. */
  readonly people: number;
  /** Points between two groups of that size, at 50 %, with 80 % power and two-sided 5 % (health.md B.6). */
  readonly points: number;
}

/**
 * The smallest findable gap of each metric of shares in a report, from told numbers of people alone. Metrics that tell no number
 * of people have none.
 */
export function findableGapsOf({ dashboards, splits, view: { stay } }: ToldQuarter): readonly FindableGap[] {
  const charts = [...dashboards.flatMap((one) => one.charts), ...splits.flatMap(({ chart }) => chart ?? [])];
  const ofCharts = charts.map((chart) => gapOf(chart, sizesOf(chart)));
  const followed = stay?.atRisk[0]?.count;
  const ofStay = stay && followed ? gapOf({ metricId: 'Z8', dashboard: 'resilience' }, [followed]) : null;
  return [...ofCharts, ofStay].filter((gap) => gap !== null);
}

function gapOf({ metricId, dashboard }: NamedMetric, sizes: readonly PublishedValue[]): FindableGap | null {
  const told = sizes.flatMap((size) => readingOf(size)?.value ?? []).filter((size) => size > 0);
  if (told.length === 0) return null;
  const people = Math.min(...told);
  const gap = smallestFindableGap(0.5, people, people);
  return gap === undefined ? null : { metricId, dashboard, people, points: Math.round(gap * 100) };
}

/** Numbers of people behind the shares of a chart: only of those that are told. */
function sizesOf({ shape }: MetricChart): readonly PublishedValue[] {
  const behind = (rows: readonly ChartRow[]) => rows.flatMap(({ value, n }) => (readingOf(value) && n ? [n] : []));
  if (shape.kind === 'curves') return shape.series.map(({ followed }) => followed);
  if (!('unit' in shape) || shape.unit !== 'percent') return [];
  if (shape.kind === 'series') return shape.series.flatMap(({ rows }) => behind(rows));
  if (shape.kind === 'bars') return shape.facets.flatMap(({ rows }) => behind(rows));
  return shape.kind === 'dots' ? behind(shape.rows) : [];
}
