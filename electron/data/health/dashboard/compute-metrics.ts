import type { Turns } from '../../service/turns.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import type { MetricModule } from '../metrics/metric-module.ts';
import type { RawResult } from '../metrics/raw-result.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { windowOfLists } from '../metrics/window-of-lists.ts';

/** A metric with its true counts. Leaves this folder through disclosure alone. */
export interface ComputedMetric {
  readonly module: MetricModule;
  readonly raw: RawResult;
}

/**
 * Computes metrics one after the other, also those that are added to the set meanwhile. Rejects with HearthError
 * `cancelled` as the turns do.
 */
export async function computeMetrics(
  modules: ReadonlySet<MetricModule>,
  facts: HealthFacts,
  window: MetricWindow,
  turns: Turns,
  erasedBefore: DayNumber | null = null,
): Promise<ComputedMetric[]> {
  const computed: ComputedMetric[] = [];
  for (const module of modules) {
    turns.progress('metrics', computed.length, modules.size);
    const own = windowOfLists(module, window, erasedBefore);
    const raw = module.inSteps ? await turns.run(module.inSteps(facts, own)) : module.compute(facts, own);
    computed.push({ module, raw });
    await turns.next();
  }
  return computed;
}
