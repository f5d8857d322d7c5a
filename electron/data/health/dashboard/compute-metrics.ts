import type { HealthFacts } from '../facts/health-facts.ts';
import type { MetricModule } from '../metrics/metric-module.ts';
import type { RawResult } from '../metrics/raw-result.ts';
import type { MetricWindow } from '../metrics/window.ts';

/** A metric with its true counts. Leaves this folder through disclosure alone. */
export interface ComputedMetric {
  readonly module: MetricModule;
  readonly raw: RawResult;
}

/** Computes metrics one after the other and lets other work run in between. */
export async function computeMetrics(
  modules: readonly MetricModule[],
  facts: HealthFacts,
  window: MetricWindow,
): Promise<ComputedMetric[]> {
  const computed: ComputedMetric[] = [];
  for (const module of modules) {
    computed.push({ module, raw: module.compute(facts, window) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return computed;
}
