import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createGoalWatch } from '../../../electron/data/health/goals/goal-watch.ts';
import { goalHandlers } from '../../../electron/data/health/goals/handlers.ts';
import { judgeGoals } from '../../../electron/data/health/goals/judge-goals.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import type { ChangeTopic } from '../../../shared/ipc/events.ts';
import { aClock, aDataContext, type TestClock } from '../../builders/data-context.ts';
import { aHeldJob } from '../../builders/held-job.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let clock: TestClock;
let revision: number;
let told: ChangeTopic[];
let store: Store;
let context: DataContext;

beforeEach(() => {
  store = aStore();
  clock = aClock(Date.UTC(2026, 6, 20));
  revision = 0;
  told = [];
  const changed = (topics: readonly ChangeTopic[]) => void told.push(...topics);
  context = { ...aDataContext(store, { clock, changed }), revisionOf: () => revision };
});

/** People who wrote once a quarter ago and never again. */
function write(communityId: ReturnType<typeof aCommunity>): void {
  const acts = Array.from({ length: 60 }, (_, at) => aPost(`m${at}`, Date.UTC(2026, 0, 5 + at)));
  addActivities(store.write, communityId, [...acts, aPost('m0', clock.at - day)], clock.at);
}

describe('goals that are judged by themselves', () => {
  it('leave a notice that nobody has read, in each community, until somebody reads it there', async () => {
    const [first, second] = ['A', 'B'].map((name) => aCommunity(store.write, { name, time_zone: 'UTC' }));
    if (first === undefined || second === undefined) throw new Error('no community');
    for (const communityId of [first, second]) {
      write(communityId);
      await goalHandlers['goals.save'](context, {
        communityId,
        metricId: 'Z2',
        aim: '',
        direction: 'at-least',
        target: 1000,
      });
    }
    told = [];
    await judgeGoals(context);
    const unread = () => goalHandlers['goals.unread'](context, {});
    expect(await unread()).toEqual({ communityIds: [first, second] });
    expect(told).toEqual(['goals', 'goals']);
    await judgeGoals(context);
    expect(told).toEqual(['goals', 'goals']);
    await goalHandlers['goals.read'](context, { communityId: first });
    expect(await unread()).toEqual({ communityIds: [second] });
    expect((await goalHandlers['goals.list'](context, { communityId: first })).notices).toHaveLength(1);
    const [notice] = (await goalHandlers['goals.list'](context, { communityId: second })).notices;
    const { goalId, period } = notice ?? { goalId: 0, period: '' };
    await goalHandlers['goals.dismiss'](context, { communityId: second, goalId, period });
    expect(await unread()).toEqual({ communityIds: [] });
  });

  it('are counted for the metrics that have goals alone, and say what the list says', async () => {
    const communityId = aCommunity(store.write, { time_zone: 'UTC' });
    write(communityId);
    const aims = [
      ['Z2', ''],
      ['Z9', 'part/new'],
      ['Z16', 'part/core'],
    ] as const;
    for (const [metricId, aim] of aims) {
      await goalHandlers['goals.save'](context, { communityId, metricId, aim, direction: 'at-least', target: 500 });
    }
    await judgeGoals(context);
    const noticed = () => store.read.prepare('SELECT goal_id, period FROM health_notices ORDER BY goal_id').all();
    const alone = noticed();
    expect(alone.length).toBeGreaterThan(1);
    store.transaction((db) => db.exec('DELETE FROM health_notices'));
    await goalHandlers['goals.list'](context, { communityId });
    expect(noticed()).toEqual(alone);
  });
});

function aPromise<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('the watch', () => {
  const judge = vi.fn(async () => undefined);
  const watchOf = () => createGoalWatch(context, judge);
  beforeEach(() => judge.mockClear());

  it('judges once after the vault was opened, then once a day', async () => {
    const watch = watchOf();
    expect(await watch.look()).toBe(true);
    clock.advance(minute);
    expect(await watch.look()).toBe(false);
    clock.advance(day);
    expect(await watch.look()).toBe(true);
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('judges what a sync brought within the hour', async () => {
    const watch = watchOf();
    await watch.look();
    revision += 1;
    clock.advance(minute);
    expect(await watch.look()).toBe(false);
    clock.advance(60 * minute);
    expect(await watch.look()).toBe(true);
    clock.advance(60 * minute);
    expect(await watch.look()).toBe(false);
  });

  it('judges what an import brought when it has ended, and never while it runs', async () => {
    const watch = watchOf();
    await watch.look();
    const endImport = aHeldJob(context, 'import');
    revision += 1;
    clock.advance(2 * day);
    expect(await watch.look()).toBe(false);
    await endImport();
    expect(await watch.look()).toBe(true);
    revision += 1;
    expect(await watch.look()).toBe(false);
  });

  it('takes counting for a screen for nothing that brings something', async () => {
    const watch = watchOf();
    await watch.look();
    const endCounting = aHeldJob(context, 'health');
    clock.advance(day);
    expect(await watch.look()).toBe(true);
    await endCounting();
    revision += 1;
    clock.advance(minute);
    expect(await watch.look()).toBe(false);
  });

  it('goes on when the clock is set back', async () => {
    const watch = watchOf();
    await watch.look();
    clock.advance(-30 * day);
    expect(await watch.look()).toBe(true);
  });

  it('waits for what it is judging before the vault is closed, and judges nothing after', async () => {
    const { promise, resolve } = aPromise<undefined>();
    judge.mockImplementationOnce(() => promise);
    const watch = watchOf();
    const looked = watch.look();
    const order: string[] = [];
    const stopped = watch.stop().then(() => order.push('stopped'));
    void looked.then(() => order.push('judged'));
    resolve(undefined);
    await stopped;
    expect(order).toEqual(['judged', 'stopped']);
    clock.advance(2 * day);
    expect(await watch.look()).toBe(false);
  });
});
