import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { connectorFor } from '../../electron/data/platforms/connector-for.ts';
import { createHttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { readPageLinks } from '../../electron/data/platforms/http/link-header.ts';
import { RequestBudgets } from '../../electron/data/platforms/http/request-budget.ts';
import type { Store } from '../../electron/data/store/open.ts';
import { createLane } from '../../electron/data/sync/lane.ts';
import { pullCommunity } from '../../electron/data/sync/pull/pull-community.ts';
import { productTools } from '../../electron/data/sync/tools.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { aDataContext } from '../builders/data-context.ts';
import { emptyStore, removeStore } from './empty-store.ts';
import { insertRow } from './insert-row.ts';
import { atLeast, atMost, type Measurement } from './measure.ts';
import { type Marks, readBatches, readMarks, writeBatch, writtenTables } from './same-rows.ts';

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

/** Milliseconds on the clock, and of this thread's own processor time: what was waited for the server is in the first alone. */
interface Spent {
  readonly ms: number;
  readonly processorMs: number;
}

async function spend<Result>(work: () => Result | Promise<Result>): Promise<Spent & { readonly result: Result }> {
  const used = process.threadCpuUsage();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  const { user, system } = process.threadCpuUsage(used);
  return { ms, processorMs: (user + system) / 1_000, result };
}

const list = '/api/v1/admin/reports?';
const everything = [
  { first: `${list}limit=200&min_id=0`, direction: 'prev' },
  { first: `${list}resolved=true&limit=200&min_id=0`, direction: 'prev' },
] as const;
const openOnes = [{ first: `${list}limit=200`, direction: 'next' }] as const;

/** The same pages, fetched and parsed one after the other, and nothing done with them. Answers how many items there were. */
async function fetchLists(
  origin: string,
  lists: readonly { readonly first: string; readonly direction: 'next' | 'prev' }[],
): Promise<number> {
  const http = createHttpClient({ address: origin, accessToken: 'token', budget: null });
  let items = 0;
  for (const { first, direction } of lists) {
    for (let path: string | null = first; path !== null; ) {
      const { body, headers } = await http.send({ method: 'GET', path, signal: never });
      const found = (body as readonly unknown[]).length;
      items += found;
      path = found === 0 ? null : readPageLinks(headers.get('link'), origin)[direction];
    }
  }
  return items;
}

function addCommunity(store: Store, origin: string): CommunityId {
  return insertRow(store.write, 'communities', {
    name: 'bench',
    platform: 'mastodon',
    base_url: origin,
    account_remote_id: '1',
    account_handle: 'moderator',
    connection: 'connected',
    created_at: 0,
  }) as CommunityId;
}

/** Reads what there is to read, as the app does: new reports, the open list, surroundings. */
async function pull(
  store: Store,
  { communityId, origin }: { readonly communityId: CommunityId; readonly origin: string },
  afterPage: () => void,
): Promise<void> {
  const target = {
    platform: 'mastodon',
    baseUrl: origin,
    accessToken: 'token',
    userName: null,
    software: null,
  } as const;
  const context = aDataContext(store, { device: randomUUID(), clock: { now: Date.now } });
  const outcome = await pullCommunity(productTools(context), {
    communityId,
    connector: connectorFor(target, new RequestBudgets()),
    lane: createLane(),
    signal: never,
    progress: afterPage,
  });
  if (outcome !== 'complete') throw new Error(`the pull ended as ${outcome}, so the time means nothing`);
}

/** Writes what the pull left, with the same transactions, into another file. Reading it there is off the clock. */
async function writeBare(folder: string, pulled: Store, origin: string, marks: readonly Marks[]): Promise<Spent> {
  const store = emptyStore(folder, 'bare');
  addCommunity(store, origin);
  let [ms, processorMs] = [0, 0];
  for (const batch of readBatches(pulled, marks)) {
    const spent = await spend(() => writeBatch(store, batch));
    ms += spent.ms;
    processorMs += spent.processorMs;
  }
  const left = countRows(pulled);
  const written = countRows(store);
  if (left !== written) throw new Error(`the bare loop wrote ${written} and not ${left}, so its time means nothing`);
  removeStore(store);
  return { ms, processorMs };
}

/** How many rows each table has, as one text. */
function countRows({ read }: Store): string {
  const counted = [...writtenTables, 'search_index'].map(
    (table) => `${table} ${read.prepare(`SELECT count(*) FROM ${table}`).pluck().get()}`,
  );
  return counted.join(', ');
}

/**
 * The first reading of a whole server over loopback, against a bare loop over the same pages and a bare loop that writes the
 * same rows; then the daily case, where every open report is read again and nothing has changed.
 */
export async function benchSync(folder: string, count: number): Promise<readonly Measurement[]> {
  const { origin, worker, countRequests } = await startServer(count);
  try {
    const fetched = await spend(() => fetchLists(origin, [...everything, ...openOnes]));
    if (fetched.result < count) throw new Error('the bare loop left something out, so the time means nothing');
    const bareRequests = await countRequests();

    const store = emptyStore(folder, 'sync');
    const communityId = addCommunity(store, origin);
    const marks: Marks[] = [];
    const note = () => void marks.push(readMarks(store));
    const first = await spend(() => pull(store, { communityId, origin }, note));
    note();
    const reports = store.read.prepare('SELECT count(*) FROM reports').pluck().get() as number;
    if (reports !== count) throw new Error(`${reports} reports of ${count} are here, so the time means nothing`);
    const requests = (await countRequests()) - bareRequests;
    const perThousand = (requests / count) * 1_000;
    console.log(`  ${requests} requests for ${count} reports: ${perThousand.toFixed(2)} per thousand synced reports`);

    const bare = await writeBare(folder, store, origin, marks);
    const again = await spend(() => pull(store, { communityId, origin }, () => undefined));
    const open = await spend(() => fetchLists(origin, openOnes));
    removeStore(store);

    const perSecond = (items: number, ms: number) => (items / ms) * 1_000;
    const parts = (spent: readonly (Spent & { readonly name: string })[]) =>
      spent.map(({ name, ms, processorMs }) => ({
        name,
        median: ms,
        p95: ms,
        worst: ms,
        runs: 1,
        processor: processorMs,
      }));
    return [
      atLeast(
        {
          name: `first sync of ${count} reports over loopback, processor time`,
          value: perSecond(count, first.processorMs),
          parts: parts([
            { name: 'first sync', ...first },
            { name: 'bare fetching', ...fetched },
            { name: 'bare writing', ...bare },
          ]),
        },
        {
          against: 'bare loops: same pages fetched and parsed, same rows and file written',
          baseline: perSecond(count, fetched.processorMs + bare.processorMs),
        },
        0.5,
      ),
      atLeast(
        { name: 'the same on the clock', value: perSecond(count, first.ms) },
        { against: 'bare loop: same pages, fetched and parsed', baseline: perSecond(count, fetched.ms) },
        null,
      ),
      atLeast(
        {
          name: `${open.result} open reports read again, nothing changed, processor time`,
          value: perSecond(open.result, again.processorMs),
          parts: parts([
            { name: 'sync again', ...again },
            { name: 'bare fetching of the open list', ...open },
          ]),
        },
        {
          against: 'bare loop: same pages, fetched and parsed',
          baseline: perSecond(open.result, open.processorMs),
        },
        null,
      ),
      atMost(
        { name: 'requests per thousand synced reports', value: perThousand, unit: '/1000' },
        { against: 'bare loop, same lists', baseline: (bareRequests / count) * 1_000 },
        null,
      ),
    ];
  } finally {
    worker.postMessage('stop');
    await once(worker, 'exit');
  }
}
