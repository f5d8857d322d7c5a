import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportHandlers } from '../../../electron/data/reports/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { createJobRunner } from '../../../electron/data/service/jobs.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';
import { networkEnd } from '../../builders/made-up-network.ts';
import { aNetworkStore, type NetworkStore } from '../../builders/network-store.ts';

let network: NetworkStore;
let store: Store;
let communityId: CommunityId;
beforeAll(async () => {
  network = await aNetworkStore({ members: 1_000, activities: 20_000, weeks: 80 });
  ({ store, communityId } = network);
}, 120_000);
afterAll(() => network.remove());

let context: DataContext;
let onState: (state: JobState) => void;
/** How each counting ended. */
let counts: PromiseSettledResult<unknown>[];
let counting: Promise<void>[];
let out: string;
beforeEach(() => {
  onState = () => undefined;
  counts = [];
  counting = [];
  out = mkdtempSync(join(network.folder, 'out-'));
  context = {
    ...aDataContext(store, { clock: aClock(networkEnd) }),
    jobs: createJobRunner((state) => onState(state)),
    readSnapshot: (work) => {
      const count = store.readSnapshot(work);
      counting.push(Promise.allSettled([count]).then(([end]) => void counts.push(end)));
      return count;
    },
  };
});
afterEach(async () => {
  vi.useRealTimers();
  await context.jobs.stop();
});

function begin(to: string): string {
  const place = join(out, to);
  mkdirSync(place);
  const request = { communityId, folder: place, locale: 'en', formats: ['json'], title: '' } as const;
  const started = reportHandlers['reports.export'](context, { ...request, formats: [...request.formats] });
  return (started as { jobId: string }).jobId;
}

const keptReleases = () => store.read.prepare<[], { n: number }>('SELECT count(*) AS n FROM health_releases').get()?.n;

/** Presses cancel the first time a job counts metrics, and lets the moment pass in which it could be wanted again. */
function cancelWhileCounting(wanted: (state: JobState) => boolean): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let isDone = false;
  onState = (state) => {
    if (isDone || state.step !== 'metrics' || state.state !== 'running' || !wanted(state)) return;
    isDone = true;
    context.jobs.cancel(state.jobId);
    vi.advanceTimersByTime(1_000);
  };
}

describe('a report that is stopped while its quarter is counted', () => {
  it('tells how far the counting is, and stops it', async () => {
    cancelWhileCounting(() => true);
    const jobId = begin('stopped');
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'cancelled' });
    await Promise.all(counting);
    expect(counts).toMatchObject([{ status: 'rejected', reason: { code: 'cancelled' } }]);
    expect(keptReleases()).toBe(0);
    expect(readdirSync(join(out, 'stopped'))).toEqual([]);
  });

  it('goes on for another one that waits for the same quarter', async () => {
    const [first, second] = [begin('first'), begin('second')];
    cancelWhileCounting(({ jobId }) => jobId === first);
    expect(await context.jobs.wait(first)).toMatchObject({ state: 'cancelled' });
    expect(await context.jobs.wait(second)).toMatchObject({ state: 'finished' });
    expect(counts.map(({ status }) => status)).toEqual(['fulfilled']);
    expect(readdirSync(join(out, 'second'))).toHaveLength(1);
    expect(keptReleases()).toBeGreaterThan(0);
  }, 60_000);
});
