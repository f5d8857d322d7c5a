import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { ChangeTopic } from '../../../../shared/ipc/events.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { Turns } from '../../service/turns.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { type MetricModule, readsMessages } from '../metrics/metric-module.ts';
import { type ComputedCommunity, computeCommunity } from './compute-community.ts';
import { revisionAt } from './remembered.ts';
import { SharedWork } from './shared-work.ts';

/** Metrics of one community in steps of time; those of moderation and others are never asked for together. */
export interface CountedQuestion {
  readonly communityId: CommunityId;
  readonly unit: 'month' | 'quarter';
  readonly modules: readonly MetricModule[];
}

/** One reading of a community, and the metrics that are counted from it. */
interface Run {
  /** Which community, in which steps, and which state of its data. */
  readonly of: string;
  readonly readsMessages: boolean;
  /** Grows while others are counted: who asks for more of the same joins in. */
  readonly modules: Set<MetricModule>;
  readonly work: SharedWork<ComputedCommunity>;
  hasEnded: boolean;
}

/** Runs whose metrics are kept in a session; more are forgotten, oldest first. */
const MOST_KEPT = 12;

const kept = new WeakMap<DataContext, Run[]>();

/**
 * Metrics with their true counts, in the order asked for. Counted once and kept until something they were counted from
 * changes, or an hour passes; all in one answer are from one reading, and so from one state of the store. Rejects with
 * HearthError `not-found`, or `cancelled` when the job is; what nobody waits for any more is not counted to its end.
 */
export async function countedMetrics(
  context: DataContext,
  question: CountedQuestion,
  job: JobHandle | null,
): Promise<ComputedCommunity> {
  const { communityId, unit, modules } = question;
  const community = readCommunityFacts(context.read, communityId);
  if (!community) throw new HearthError('not-found');
  const now = context.clock.now();
  const of = `${communityId} ${unit} ${revisionAt(now, context, topicsOf(modules))} ${isOfModeration(modules)}`;
  const runs = kept.get(context) ?? [];
  kept.set(context, runs);
  const run =
    runs.find((one) => one.of === of && joins(one, modules)) ??
    begin(runs, of, modules, (wanted, turns) =>
      context.readSnapshot((db) =>
        computeCommunity(db, { communityId, timeZone: community.timeZone, unit, now }, wanted, turns),
      ),
    );
  const computed = await run.work.ask(job);
  const byModule = new Map(computed.metrics.map((metric) => [metric.module, metric]));
  return { ...computed, metrics: modules.flatMap((module) => byModule.get(module) ?? []) };
}

/** Whether a run has counted these metrics, or will. */
function joins(run: Run, modules: readonly MetricModule[]): boolean {
  if (run.work.isGivenUp) return false;
  if (modules.every((module) => run.modules.has(module))) return true;
  if (run.hasEnded || (!run.readsMessages && modules.some(readsMessages))) return false;
  for (const module of modules) run.modules.add(module);
  return true;
}

function begin(
  runs: Run[],
  of: string,
  modules: readonly MetricModule[],
  count: (wanted: ReadonlySet<MetricModule>, turns: Turns) => Promise<ComputedCommunity>,
): Run {
  const wanted = new Set(modules);
  const run: Run = {
    of,
    readsMessages: modules.some(readsMessages),
    modules: wanted,
    work: new SharedWork(async (job) => {
      const computed = await count(wanted, new Turns(job));
      run.hasEnded = true;
      return computed;
    }),
    hasEnded: false,
  };
  runs.push(run);
  run.work.whenFailed(() => void forget(runs, run));
  if (runs.length > MOST_KEPT) runs.shift();
  return run;
}

function forget(runs: Run[], run: Run): void {
  const at = runs.indexOf(run);
  if (at >= 0) runs.splice(at, 1);
}

function isOfModeration(modules: readonly MetricModule[]): boolean {
  return modules.some(({ dashboard }) => dashboard === 'moderation');
}

/** Changes that make metrics out of date. */
function topicsOf(modules: readonly MetricModule[]): readonly ChangeTopic[] {
  const always = ['communities', 'activities', 'records'] as const;
  return isOfModeration(modules) ? [...always, 'case', 'queue'] : always;
}
