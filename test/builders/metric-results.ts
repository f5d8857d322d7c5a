import { expect } from 'vitest';
import type { HealthFacts } from '../../electron/data/health/facts/health-facts.ts';
import type { MetricModule } from '../../electron/data/health/metrics/metric-module.ts';
import type { RawResult } from '../../electron/data/health/metrics/raw-result.ts';
import type { MetricWindow } from '../../electron/data/health/metrics/window.ts';
import { aWindow } from './health-facts.ts';

/** The result of a metric, over quarters unless told, which has to be of a kind. */
export function resultOf<Kind extends RawResult['kind']>(
  metric: MetricModule,
  facts: HealthFacts,
  kind: Kind,
  window: MetricWindow = aWindow(facts),
): Extract<RawResult, { kind: Kind }> {
  const result = metric.compute(facts, window);
  expect(result.kind).toBe(kind);
  return result as Extract<RawResult, { kind: Kind }>;
}

/** Parts and wholes of a result by the id of their row: 'part/whole'. */
export function sharesOf(metric: MetricModule, facts: HealthFacts): Record<string, string> {
  const { rows } = resultOf(metric, facts, 'shares');
  return Object.fromEntries(rows.map(({ id, part, whole }) => [id, `${part}/${whole}`]));
}

/** What the formulas of a result make of their true counts, by the id of their row. */
export function valuesOf(metric: MetricModule, facts: HealthFacts): Record<string, number | undefined> {
  const { rows } = resultOf(metric, facts, 'numbers');
  return Object.fromEntries(rows.map(({ id, counts, formula }) => [id, formula(counts)?.value]));
}
