import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dashboardHandlers } from '../../../electron/data/health/dashboard/handlers.ts';
import { goalHandlers } from '../../../electron/data/health/goals/handlers.ts';
import { healthHandlers } from '../../../electron/data/health/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { createJobRunner } from '../../../electron/data/service/jobs.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';
import { networkEnd } from '../../builders/made-up-network.ts';
import { aNetworkStore, type NetworkStore } from '../../builders/network-store.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';

let network: NetworkStore;
let store: Store;
let communityId: CommunityId;
beforeAll(async () => {
  network = await aNetworkStore({ members: 2_000, activities: 40_000, weeks: 104 });
  ({ store, communityId } = network);
}, 120_000);
afterAll(() => network.remove());

let context: DataContext;
let states: JobState[];
let snapshots: number;
let revision: number;
/** Called with every word a job says, while it works. */
let onState: (state: JobState) => void;
beforeEach(() => {
  states = [];
  snapshots = 0;
  revision = 0;
  onState = () => undefined;
  context = {
    ...aDataContext(store, { clock: aClock(networkEnd) }),
    jobs: createJobRunner((state) => {
      states.push(state);
      onState(state);
    }),
    readSnapshot: (work) => {
      snapshots += 1;
      return store.readSnapshot(work);
    },
    revisionOf: () => revision,
  };
});
afterEach(async () => {
  await context.jobs.stop();
  store.write.exec('DELETE FROM health_goals');
});

const asked = { dashboard: 'connection', unit: 'quarter', all: true } as const;
const dashboard = (jobId?: string) =>
  dashboardHandlers['health.dashboard'](context, { communityId, ...asked, ...(jobId === undefined ? {} : { jobId }) });

/** Calls a function once, the first time a job is at a step. */
function atStep(step: string, act: (state: JobState) => void): void {
  let isDone = false;
  onState = (state) => {
    if (isDone || state.step !== step || state.state !== 'running') return;
    isDone = true;
    act(state);
  };
}

const refusal = { code: 'cancelled' };

describe('a question that takes long', () => {
  it('tells how far its work is, and leaves no job behind', async () => {
    const jobId = randomUUID();
    await dashboard(jobId);
    expect(new Set(states.map((state) => state.jobId))).toEqual(new Set([jobId]));
    expect(states.at(-1)).toMatchObject({ kind: 'health', state: 'finished', result: {} });
    const steps = [...new Set(states.map(({ step }) => step))];
    expect(steps).toEqual(['start', 'people', 'messages', 'metrics']);
    const shares = states.filter(({ step }) => step === 'messages').map(({ done, total }) => done / (total ?? 0));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(context.jobs.list()).toEqual([]);
  });

  it.each(['people', 'messages', 'metrics'])(
    'stops when it is cancelled at "%s", and can be asked again',
    async (step) => {
      const jobId = randomUUID();
      atStep(step, () => context.jobs.cancel(jobId));
      await expect(dashboard(jobId)).rejects.toMatchObject(refusal);
      expect(states.at(-1)).toMatchObject({ jobId, state: 'cancelled' });
      const view = await dashboard(randomUUID());
      expect(view.charts.filter(({ shape }) => shape.kind !== 'missing').length).toBeGreaterThan(8);
    },
  );

  it.each([
    ['a dashboard', 'messages', () => dashboard(randomUUID())],
    ['return and stay', 'people', () => viewOf()],
  ])('lets other calls be answered before %s is counted', async (_, step, ask) => {
    const order: string[] = [];
    // As a message from the window comes: in a turn of its own.
    atStep(step, () => setImmediate(() => void order.push(`jobs: ${context.jobs.list().length}`)));
    await ask();
    order.push('counted');
    expect(order).toEqual(['jobs: 1', 'counted']);
  });

  const viewOf = () =>
    healthHandlers['health.view'](context, {
      communityId,
      spaceId: null,
      unit: 'week',
      level: 2,
      gapDays: 90,
      jobId: randomUUID(),
    });

  it('stops counting return and stay', async () => {
    atStep('people', ({ jobId }) => context.jobs.cancel(jobId));
    await expect(viewOf()).rejects.toMatchObject(refusal);
    expect((await viewOf()).retention).not.toBeNull();
  });

  it('is counted once for two who ask, also when one of them leaves', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    atStep('messages', () => context.jobs.cancel(first));
    const left = dashboard(first);
    const stayed = dashboardHandlers['health.dashboard'](context, {
      communityId,
      dashboard: 'resilience',
      unit: 'quarter',
      all: false,
      jobId: second,
    });
    await expect(left).rejects.toMatchObject(refusal);
    expect((await stayed).charts.length).toBeGreaterThan(2);
    expect((await dashboard()).charts.length).toBeGreaterThan(8);
    expect(snapshots).toBe(1);
  });

  it('tells one state of the store, whatever is written while it is counted', async () => {
    const before = await dashboard();
    revision += 1;
    atStep('messages', () => addMessages(50));
    const meanwhile = await dashboard(randomUUID());
    expect(meanwhile.charts).toEqual(before.charts);
    revision += 1;
    expect((await dashboard()).charts).not.toEqual(before.charts);
    expect(snapshots).toBe(3);
  });

  it('takes no id twice at the same time', async () => {
    const jobId = randomUUID();
    const first = dashboard(jobId);
    await expect(dashboard(jobId)).rejects.toMatchObject({ code: 'busy' });
    await first;
  });
});

describe('goals', () => {
  const list = () => goalHandlers['goals.list'](context, { communityId, jobId: randomUUID() });
  const setGoal = (metricId: string, aim = '', target = 1) =>
    goalHandlers['goals.save'](context, { communityId, metricId, aim, direction: 'at-least', target });

  it('count nothing while there is none', async () => {
    expect((await list()).goals).toEqual([]);
    expect(snapshots).toBe(0);
  });

  it('count what they are set for and nothing else', async () => {
    await setGoal('Z2');
    expect((await list()).goals).toMatchObject([{ metricId: 'Z2', value: { mark: 'shown' } }]);
    expect(states.some(({ step }) => step === 'messages')).toBe(false);
    const counted = states.filter(({ step }) => step === 'metrics').map(({ total }) => total);
    expect(new Set(counted)).toEqual(new Set([1]));
  });

  it('of return count no metric of the dashboards, and are noticed in their quarter all the same', async () => {
    await setGoal('Z4', 'return/1', 100);
    const { goals, notices } = await list();
    expect(states.some(({ step }) => step === 'metrics')).toBe(false);
    const { metrics } = await goalHandlers['goals.metrics'](context, { communityId });
    const told = metrics.find(({ metricId, aim }) => metricId === 'Z4' && aim === 'return/1')?.value;
    expect(goals).toMatchObject([{ state: 'missed', value: told }]);
    const { period } = await dashboard();
    expect(notices).toMatchObject([{ metricId: 'Z4', period: period?.start }]);
  });

  it('say of a metric what its dashboard says, and need no further reading once that is counted', async () => {
    await setGoal('R1');
    const { goals } = await list();
    const told = goals.find(({ metricId }) => metricId === 'R1')?.value;
    expect(told?.mark).not.toBe('unavailable');
    const { metrics } = await goalHandlers['goals.metrics'](context, { communityId });
    expect(metrics.find(({ metricId }) => metricId === 'R1')?.value).toEqual(told);
    const read = snapshots;
    await list();
    await goalHandlers['goals.metrics'](context, { communityId });
    expect(snapshots).toBe(read);
  });
});

/** People who come and write, and whom nobody answers. */
function addMessages(count: number): void {
  const at = networkEnd - 200 * 86_400_000;
  const acts = Array.from({ length: count }, (_, number) =>
    aPost(`late ${number}`, at + number, { thread: `late ${number}` }),
  );
  addActivities(store.write, communityId, acts, networkEnd);
}
