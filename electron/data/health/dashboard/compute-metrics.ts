import type { Turns } from '../../service/turns.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { pointsOf } from '../disclosure/points-of.ts';
import { publishMetric } from '../disclosure/publish/publish-metric.ts';
import { rulesFor } from '../disclosure/rules.ts';
import { offersPooling } from '../disclosure/small-n.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import type { FactsByTeam } from '../facts/without-team.ts';
import type { MetricModule } from '../metrics/metric-module.ts';
import { type PooledUnit, pooledWindow } from '../metrics/pooled-window.ts';
import type { RawResult } from '../metrics/raw-result.ts';
import { isLeftOut } from '../metrics/team-in-counts.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { windowOfLists } from '../metrics/window-of-lists.ts';

/** A metric with its true counts. Leaves this folder through disclosure alone. */
export interface ComputedMetric {
  readonly module: MetricModule;
  readonly raw: RawResult;
  /** The same counted in the next coarser step, for a chart that offers to pool. */
  readonly pooled?: PooledMetric;
}

export interface PooledMetric {
  readonly raw: RawResult;
  readonly window: MetricWindow & { readonly unit: PooledUnit };
}

/** Which metrics are counted in the coarser step as well: all that pool, or those whose chart would offer it to the team. */
export type PoolsCounted = 'all' | 'offered';

/**
 * Computes metrics one after the other, also those that are added to the set meanwhile. Rejects with HearthError
 * `cancelled` as the turns do.
 */
export async function computeMetrics(
  modules: ReadonlySet<MetricModule>,
  byTeam: FactsByTeam,
  window: MetricWindow,
  turns: Turns,
  { erasedBefore = null, pools = 'offered' }: { erasedBefore?: DayNumber | null; pools?: PoolsCounted } = {},
): Promise<ComputedMetric[]> {
  const computed: ComputedMetric[] = [];
  for (const module of modules) {
    turns.progress('metrics', computed.length, modules.size);
    const own = windowOfLists(module, window, erasedBefore);
    const facts = factsFor(module, byTeam);
    const count = (over: MetricWindow) =>
      module.inSteps ? turns.run(module.inSteps(facts, over)) : Promise.resolve(module.compute(facts, over));
    const raw = await count(own);
    const coarser = mayPool(module, raw, pools) ? pooledWindow(own) : null;
    const pooled = coarser && { raw: await count(coarser), window: coarser };
    computed.push({ module, raw, ...(pooled && { pooled }) });
    await turns.next();
  }
  return computed;
}

function mayPool(module: MetricModule, raw: RawResult, pools: PoolsCounted): boolean {
  if (module.pools !== true || raw.kind === 'missing') return false;
  // It is told in the coarser step already.
  if (raw.kind === 'rates' && raw.isPooled) return false;
  return pools === 'all' || offersPooling(pointsOf(publishMetric(raw, rulesFor('team'))));
}

function factsFor({ team }: MetricModule, byTeam: FactsByTeam): HealthFacts {
  return isLeftOut(team) ? byTeam[team] : byTeam.kept;
}
