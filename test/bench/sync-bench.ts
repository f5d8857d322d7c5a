import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { connectorFor } from '../../electron/data/platforms/connector-for.ts';
import { createHttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { readPageLinks } from '../../electron/data/platforms/http/link-header.ts';
import { RequestBudgets } from '../../electron/data/platforms/http/request-budget.ts';
import { createLane } from '../../electron/data/sync/lane.ts';
import { pullCommunity } from '../../electron/data/sync/pull/pull-community.ts';
import { productTools } from '../../electron/data/sync/tools.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { aDataContext } from '../builders/data-context.ts';
import { emptyStore, removeStore } from './empty-store.ts';
import { insertRow } from './insert-row.ts';
import { atLeast, atMost, type Measurement } from './measure.ts';

const never = new AbortController().signal;

/** A server with so many reports, in a thread of its own, so that its work is not counted as ours. */
async function startServer(
  reports: number,
): Promise<{ origin: string; worker: Worker; countRequests: () => Promise<number> }> {
  const worker = new Worker(new URL('./report-server.ts', import.meta.url), { workerData: { reports } });
  const [{ origin }] = (await once(worker, 'message')) as [{ origin: string }];
  return {
    origin,
    worker,
    async countRequests() {
      worker.postMessage('requests');
      const [{ requests }] = (await once(worker, 'message')) as [{ requests: number }];
      return requests;
    },
  };
}

/** The same pages, fetched and parsed one after the other, and nothing done with them. */
async function fetchAll(origin: string): Promise<number> {
  const http = createHttpClient({ address: origin, accessToken: 'token', budget: null });
  let items = 0;
  const follow = async (first: string, direction: 'next' | 'prev'): Promise<void> => {
    for (let path: string | null = first; path !== null; ) {
      const { body, headers } = await http.send({ method: 'GET', path, signal: never });
      const found = (body as readonly unknown[]).length;
      items += found;
      path = found === 0 ? null : readPageLinks(headers.get('link'), origin)[direction];
    }
  };
  const list = '/api/v1/admin/reports?';
  await follow(`${list}limit=200&min_id=0`, 'prev');
  await follow(`${list}resolved=true&limit=200&min_id=0`, 'prev');
  await follow(`${list}limit=200`, 'next');
  return items;
}

/** Reads everything as the app does on the first day: new reports, the open list, surroundings; into an encrypted file. */
async function pullAll(folder: string, origin: string): Promise<{ ms: number; reports: number }> {
  const store = emptyStore(folder, 'sync');
  const communityId = insertRow(store.write, 'communities', {
    name: 'bench',
    platform: 'mastodon',
    base_url: origin,
    account_remote_id: '1',
    account_handle: 'moderator',
    connection: 'connected',
    created_at: 0,
  }) as CommunityId;
  const target = {
    platform: 'mastodon',
    baseUrl: origin,
    accessToken: 'token',
    userName: null,
    software: null,
  } as const;
  const began = performance.now();
  const outcome = await pullCommunity(productTools(aDataContext(store, { device: randomUUID() })), {
    communityId,
    connector: connectorFor(target, new RequestBudgets()),
    lane: createLane(),
    signal: never,
    progress: () => undefined,
  });
  const ms = performance.now() - began;
  const reports = store.read.prepare('SELECT count(*) FROM reports').pluck().get() as number;
  removeStore(store);
  if (outcome !== 'complete') throw new Error(`the pull ended as ${outcome}, so the time means nothing`);
  return { ms, reports };
}

/** The first reading of a whole server over loopback against a bare loop over the same pages, and what it asks of the server. */
export async function benchSync(folder: string, count: number): Promise<readonly Measurement[]> {
  const { origin, worker, countRequests } = await startServer(count);
  try {
    const bareBegan = performance.now();
    const items = await fetchAll(origin);
    const bareMs = performance.now() - bareBegan;
    const before = await countRequests();
    const { ms, reports } = await pullAll(folder, origin);
    if (reports !== count) throw new Error(`${reports} reports of ${count} are here, so the time means nothing`);
    if (items < count) throw new Error('the bare loop left something out, so the time means nothing');
    const requests = (await countRequests()) - before;
    const perThousand = (requests / count) * 1_000;
    console.log(`  ${requests} requests for ${count} reports: ${perThousand.toFixed(2)} per thousand synced reports`);
    return [
      atLeast(
        { name: `first sync of ${count} reports over loopback`, value: (count / ms) * 1_000 },
        { against: 'bare loop: same pages, fetched and parsed', baseline: (count / bareMs) * 1_000 },
        null,
      ),
      atMost(
        { name: 'requests per thousand synced reports', value: perThousand, unit: '/1000' },
        { against: 'bare loop, same lists', baseline: (before / count) * 1_000 },
        null,
      ),
    ];
  } finally {
    worker.postMessage('stop');
    await once(worker, 'exit');
  }
}
