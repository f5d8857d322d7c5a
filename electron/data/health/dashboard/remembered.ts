import type { Instant } from '../../../../shared/domain/ids.ts';
import type { ChangeTopic } from '../../../../shared/ipc/events.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { Turns } from '../../service/turns.ts';
import { SharedWork } from './shared-work.ts';

interface Kept {
  readonly revision: string;
  readonly work: SharedWork<unknown>;
}

/** Computed values kept in a session; more are forgotten, oldest first. */
const MOST_KEPT = 12;

const kept = new WeakMap<DataContext, Map<string, Kept>>();

const MS_PER_HOUR = 3_600_000;

/**
 * The state of the data that an answer is counted from. It is another one when something of these topics changes, and after an
 * hour: the last complete day moves on with the clock.
 */
export function revisionAt(now: Instant, context: DataContext, topics: readonly ChangeTopic[]): string {
  return `${context.revisionOf(topics)} ${Math.floor(now / MS_PER_HOUR)}`;
}

/** What is asked for, of which state of the data, and by whom. */
export interface RememberedQuestion {
  readonly key: string;
  readonly revision: string;
  readonly job: JobHandle | null;
}

/**
 * What `compute` gives, computed once for a key and a revision, also while it is still being computed. Lives in memory and
 * goes with the session. What fails, or what nobody waits for any more, is not kept.
 */
export function remembered<Value>(
  context: DataContext,
  { key, revision, job }: RememberedQuestion,
  compute: (turns: Turns) => Promise<Value>,
): Promise<Value> {
  const values = kept.get(context) ?? new Map<string, Kept>();
  kept.set(context, values);
  const found = values.get(key);
  if (found?.revision === revision && !found.work.isGivenUp) return found.work.ask(job) as Promise<Value>;
  const work = new SharedWork<Value>((shared) => compute(new Turns(shared)));
  values.delete(key);
  values.set(key, { revision, work });
  for (const oldest of values.keys()) {
    if (values.size <= MOST_KEPT) break;
    values.delete(oldest);
  }
  work.whenFailed(() => {
    if (values.get(key)?.work === work) values.delete(key);
  });
  return work.ask(job);
}
