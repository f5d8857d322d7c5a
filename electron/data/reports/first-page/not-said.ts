import type { ChartShape, MetricChart } from '../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';

/** A metric by what its title is found under. */
export type NamedMetric = Pick<MetricChart, 'metricId' | 'dashboard'>;

/** What a report can't say. A metric stands under one of them. */
export interface NotSaid {
  /** Too few people behind all of it. */
  readonly tooFew: readonly NamedMetric[];
  /** Some of it hidden, or of too few people. */
  readonly partly: readonly NamedMetric[];
  /** Nothing is there to count it from. */
  readonly notMeasured: readonly NamedMetric[];
}

type Reason = keyof NotSaid;

/**
 * Sorts what charts can't say by why, from their marks alone: what is hidden first and what is hidden for it look the same. A
 * metric that is told of several questions is named once: where they differ, it is told in part.
 */
export function notSaid(charts: readonly MetricChart[]): NotSaid {
  const found = new Map<string, { readonly named: NamedMetric; readonly reasons: Set<Reason | null> }>();
  for (const chart of charts) {
    const { metricId, dashboard } = chart;
    const one = found.get(metricId) ?? { named: { metricId, dashboard }, reasons: new Set() };
    one.reasons.add(reasonOf(chart));
    found.set(metricId, one);
  }
  const because = (reason: Reason) =>
    [...found.values()].filter(({ reasons }) => commonReason(reasons) === reason).map(({ named }) => named);
  return { tooFew: because('tooFew'), partly: because('partly'), notMeasured: because('notMeasured') };
}

function commonReason(reasons: ReadonlySet<Reason | null>): Reason | null {
  const [only = null] = reasons;
  return reasons.size > 1 ? 'partly' : only;
}

function reasonOf(chart: MetricChart): Reason | null {
  const { shape } = chart;
  if (hasNoData(chart)) return 'notMeasured';
  if (saysNothing(chart)) return 'tooFew';
  return valuesOf(shape).some(isUnsaid) || (shape.kind === 'dots' && shape.tooFew.length > 0) ? 'partly' : null;
}

/** Whether the sentence of a chart is that too few people stand behind it. */
export function saysNothing({ finding }: Pick<MetricChart, 'finding'>): boolean {
  return finding.key === 'charts:common.tooFew';
}

/** Whether there is nothing to count a chart from. */
export function hasNoData({ shape, finding }: Pick<MetricChart, 'shape' | 'finding'>): boolean {
  return shape.kind === 'missing' || finding.key === 'charts:common.noData';
}

function isUnsaid({ mark }: PublishedValue): boolean {
  return mark === 'hidden' || mark === 'unavailable';
}

function valuesOf(shape: ChartShape): readonly PublishedValue[] {
  switch (shape.kind) {
    case 'series':
      return shape.series.flatMap(({ rows }) => rows.map(({ value }) => value));
    case 'bars':
      return shape.facets.flatMap(({ rows }) => rows.map(({ value }) => value));
    case 'dots':
    case 'numbers':
      return shape.rows.map(({ value }) => value);
    case 'curves':
      return shape.series.flatMap(({ marks }) => marks.map(({ share }) => share));
    case 'parts':
      return shape.rows.flatMap(({ values }) => values);
    case 'grid':
      return shape.cells.flat();
    case 'missing':
      return [];
  }
}
