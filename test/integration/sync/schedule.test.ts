import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decideCase } from '../../../electron/data/cases/decide-case.ts';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import type { ActionRow } from '../../../electron/data/store/actions/row.ts';
import type { CaseRow } from '../../../electron/data/store/cases/row.ts';
import { setConnection } from '../../../electron/data/store/communities/commands.ts';
import { StoreError } from '../../../electron/data/store/store-error.ts';
import { setActivitiesPaused } from '../../../electron/data/store/sync-state/activity-reading.ts';
import { findSyncState } from '../../../electron/data/store/sync-state/queries.ts';
import { setMinutesBetweenReadings } from '../../../electron/data/sync/schedule.ts';
import { ActivityList, anAct } from '../../builders/activity-list.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { goToSocialLike, mastodonLike } from '../../builders/like-platforms.ts';
import { type Synced, syncedCommunities } from '../../builders/two-communities.ts';

const second = 1_000;
const minute = 60 * second;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass for timers, for the process and for the clock on the wall, a few seconds at a time. */
async function pass(world: Synced, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5 * second) {
    world.clock.advance(5 * second);
    world.elapsed += 5 * second;
    await vi.advanceTimersByTimeAsync(5 * second);
  }
}

function countReads(world: Synced, at = 0): { count: number } {
  const reads = { count: 0 };
  const { connector } = world.communities[at]!;
  const readFacts = connector.readFacts;
  connector.readFacts = (signal) => {
    reads.count += 1;
    return readFacts(signal);
  };
  return reads;
}

function reportsOf(world: Synced, at: number): number {
  const sql = 'SELECT count(*) FROM reports WHERE community_id = ?';
  return world.context.write.prepare(sql).pluck().get(world.communities[at]!.id) as number;
}

function hangingSignal(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
  });
}

function decideFirst(world: Synced, at = 0): void {
  const sql = 'SELECT * FROM cases WHERE is_open = 1 AND community_id = ? LIMIT 1';
  const row = world.context.write.prepare(sql).get(world.communities[at]!.id) as CaseRow;
  decideCase(world.context, {
    caseId: row.id,
    caseVersion: row.version,
    finding: 'upheld',
    policyId: null,
    severity: null,
    personEffect: 'none',
    reasonInternal: 'seen',
    reasonPerson: '',
    notifyPerson: false,
    removePosts: false,
  });
  world.service.wake();
}

function actions(world: Synced): readonly ActionRow[] {
  return world.context.write.prepare('SELECT * FROM actions ORDER BY id').all() as ActionRow[];
}

function sourcesOf(world: Synced, at = 0) {
  const found = world.service.freshness()[at]!;
  return Object.fromEntries(found.sources.map((one) => [one.id, one]));
}

describe('two communities', () => {
  it('never wait for each other: one that hangs for ever leaves the other read and sent to', async () => {
    const [slow, quick] = [new FakePlatform(), new FakePlatform()];
    quick.addReport('ada');
    const world = syncedCommunities([slow, quick]);
    world.communities[0]!.connector.readFacts = hangingSignal;
    const asked = world.service.sync();
    world.service.start();
    await pass(world, minute);
    expect(reportsOf(world, 1)).toBe(1);
    quick.addReport('bo');
    decideFirst(world, 1);
    await pass(world, 10 * minute);
    expect(reportsOf(world, 1)).toBe(2);
    expect(actions(world).map(({ state }) => state)).toEqual(['applied']);
    expect(world.service.status().syncs[0]).toMatchObject({ phase: 'connecting', lastSyncAt: null });
    await world.service.stop();
    await asked;
  });

  it('are read as often as each wants, and one that wants nothing only when asked', async () => {
    const world = syncedCommunities([new FakePlatform(), new FakePlatform(), new FakePlatform()]);
    const reads = [0, 1, 2].map((at) => countReads(world, at));
    setMinutesBetweenReadings(world.context.write, world.communities[1]!.id, 20);
    setMinutesBetweenReadings(world.context.write, world.communities[2]!.id, 0);
    world.service.start();
    await pass(world, 61 * minute);
    expect(reads[0]!.count).toBeGreaterThanOrEqual(11);
    expect(reads[1]!.count).toBeGreaterThanOrEqual(3);
    expect(reads[1]!.count).toBeLessThanOrEqual(4);
    expect(reads[2]!.count).toBe(0);
    await world.service.sync(world.communities[2]!.id);
    expect(reads[2]!.count).toBe(1);
    expect(sourcesOf(world, 2).reports).toMatchObject({ why: 'manual', nextAt: null, readAt: world.clock.at });
  });
});

describe('a store that fails', () => {
  it('ends neither the process nor the work: both go on when the store answers again', async () => {
    const world = syncedCommunities([new FakePlatform()]);
    const reads = countReads(world);
    world.service.start();
    await pass(world, minute);
    world.context.write.pragma('query_only = on');
    await pass(world, minute);
    world.context.write.pragma('query_only = off');
    const before = reads.count;
    await pass(world, 11 * minute);
    expect(reads.count).toBeGreaterThan(before);
  });
});

describe('clocks and sleep', () => {
  it('goes on reading and sending when the clock is set back by hours', async () => {
    const platform = new FakePlatform();
    platform.addReport('ada');
    const world = syncedCommunities([platform]);
    const reads = countReads(world);
    world.service.start();
    await pass(world, 6 * minute);
    platform.callFaults.push('rate-limited');
    decideFirst(world);
    await pass(world, 30 * second);
    world.clock.advance(-10 * 60 * minute);
    const before = reads.count;
    await pass(world, 20 * minute);
    expect(reads.count).toBeGreaterThan(before);
    expect(actions(world).map(({ state }) => state)).toEqual(['applied']);
  });

  it('reads at once after a long sleep, once', async () => {
    const world = syncedCommunities([new FakePlatform()]);
    const reads = countReads(world);
    world.service.start();
    await pass(world, minute);
    const before = reads.count;
    world.clock.advance(8 * 60 * minute);
    world.service.roused();
    await pass(world, 5 * second);
    expect(reads.count).toBe(before + 1);
  });
});

describe('networks', () => {
  it('tries again at once when the network is back, whatever the back-off says', async () => {
    const platform = new FakePlatform();
    const world = syncedCommunities([platform]);
    const reads = countReads(world);
    world.service.start();
    platform.readFaults.push(...Array.from({ length: 30 }, () => 'offline' as const));
    await pass(world, 60 * minute);
    platform.readFaults.length = 0;
    expect(findSyncState(world.context.write, world.communities[0]!.id).failures).toBeGreaterThan(3);
    const before = reads.count;
    world.service.roused();
    await pass(world, 5 * second);
    expect(reads.count).toBe(before + 1);
    expect(findSyncState(world.context.write, world.communities[0]!.id).failures).toBe(0);
  });

  it.each(['unknown-host', 'untrusted', 'captive'] as const)(
    'takes %s for something that another network may end',
    async (code) => {
      const world = syncedCommunities([new FakePlatform()]);
      const { connector, id } = world.communities[0]!;
      const good = connector.readFacts;
      connector.readFacts = () => Promise.reject(new PlatformError(code));
      world.service.start();
      await pass(world, 60 * minute);
      connector.readFacts = good;
      expect(findSyncState(world.context.write, id).failures).toBeGreaterThan(3);
      world.service.roused();
      await pass(world, 5 * second);
      expect(findSyncState(world.context.write, id).failures).toBe(0);
    },
  );

  it('asks nothing while there is none, and says so', async () => {
    const world = syncedCommunities([new FakePlatform()]);
    const reads = countReads(world);
    world.network = 'offline';
    world.service.start();
    await pass(world, 30 * minute);
    expect(reads.count).toBe(0);
    expect(sourcesOf(world).reports).toMatchObject({ why: 'offline', readAt: null });
  });

  it('a hotel network that answers everything with its own page is one failure a try, and blames no decision', async () => {
    const platform = new FakePlatform();
    for (const author of ['ada', 'bo', 'cy']) platform.addReport(author);
    const world = syncedCommunities([platform]);
    world.service.start();
    await pass(world, minute);
    const { connector, id } = world.communities[0]!;
    const good = { ...connector };
    decideFirst(world);
    const portal = () => Promise.reject(new PlatformError('malformed', { status: 200 }));
    for (const name of Object.keys(connector) as (keyof typeof connector)[])
      Object.assign(connector, { [name]: portal });
    await pass(world, 3 * 60 * minute);
    expect(findSyncState(world.context.write, id)).toMatchObject({ last_error_code: 'malformed-answer' });
    expect(findSyncState(world.context.write, id).failures).toBeLessThan(30);
    expect(actions(world)).toMatchObject([{ state: 'confirmed', attempts: 0 }]);
    const states = world.context.write.prepare('SELECT DISTINCT remote_state FROM reports').pluck().all();
    expect(states).toEqual(['open']);
    expect(world.service.status().syncs[0]).toMatchObject({ unread: 0 });
    expect(sourcesOf(world)).toMatchObject({
      reports: { why: 'malformed-answer' },
      'open-list': { why: 'malformed-answer' },
    });
    Object.assign(connector, good);
    world.service.roused();
    await pass(world, minute);
    expect(actions(world)).toMatchObject([{ state: 'applied' }]);
    expect(sourcesOf(world).reports?.why).toBeNull();
  });
});

describe('activities', () => {
  function aListing() {
    const list = new ActivityList();
    for (let number = 0; number < 9; number += 1) list.acts.push(anAct(number));
    return { list, world: syncedCommunities([new FakePlatform()], (one) => list.offeredBy(one.connector())) };
  }

  it('that a person stops are not begun again at once', async () => {
    const { list, world } = aListing();
    const { connector } = world.communities[0]!;
    const offered = connector.listActivities!;
    connector.listActivities = async (cursor, signal) => {
      const page = await offered(cursor, signal);
      world.service.cancel();
      return page;
    };
    world.service.start();
    await pass(world, minute);
    expect(list.requests).toBe(1);
    connector.listActivities = offered;
    await pass(world, 6 * minute);
    expect(list.requests).toBe(4);
  });

  it('are not asked for again and again when the disk is full', async () => {
    const { list, world } = aListing();
    const { connector } = world.communities[0]!;
    const offered = connector.listActivities!;
    let asked = 0;
    connector.listActivities = (cursor, signal) => {
      asked += 1;
      if (asked > 1) return offered(cursor, signal);
      return Promise.reject(new StoreError('disk-full'));
    };
    world.service.start();
    await pass(world, minute);
    expect(asked).toBe(1);
    await pass(world, 6 * minute);
    expect(list.requests).toBe(3);
  });

  it('are looked for once an hour at most where the connector has no list', async () => {
    const world = syncedCommunities([new FakePlatform({ ...mastodonLike, activities: true })]);
    world.service.start();
    await pass(world, minute);
    expect(sourcesOf(world).activities!.nextAt).toBeGreaterThan(world.clock.at + 50 * minute);
  });
});

describe('what is fresh', () => {
  it('is told source by source, with why something is missing', async () => {
    const platform = new FakePlatform({
      ...goToSocialLike,
      measures: true,
      activities: false,
      absences: [{ ability: 'activities', why: 'hearth' }],
    });
    const world = syncedCommunities([platform]);
    world.service.start();
    await pass(world, minute);
    const { now } = world.clock;
    expect(sourcesOf(world)).toMatchObject({
      reports: { why: null, readAt: expect.any(Number), nextAt: expect.any(Number) },
      'open-list': { why: null },
      activities: { why: 'hearth', readAt: null, nextAt: null },
      measures: { why: null },
    });
    expect(sourcesOf(world).measures!.nextAt).toBeGreaterThan(now.call(world.clock) + 23 * 60 * minute);
    setConnection(world.context.write, world.communities[0]!.id, 'expired');
    expect(sourcesOf(world)).toMatchObject({
      reports: { why: 'expired', nextAt: null },
      activities: { why: 'hearth' },
    });
  });

  it('keeps when a source was last read when it can’t be read any more', async () => {
    const platform = new FakePlatform();
    const world = syncedCommunities([platform]);
    world.service.start();
    await pass(world, 10 * second);
    const { readAt } = sourcesOf(world).reports!;
    world.communities[0]!.connector.listOpenReports = () => Promise.reject(new PlatformError('server-error'));
    await pass(world, 6 * minute);
    const after = sourcesOf(world);
    expect(after['open-list']).toMatchObject({ why: 'server-error', readAt });
    expect(after.reports!.why).toBeNull();
    expect(after.reports!.readAt).toBeGreaterThan(readAt!);
  });

  it('tells how far filling in activities has come, and reads them beside everything else', async () => {
    const list = new ActivityList();
    for (let number = 0; number < 30; number += 1) list.acts.push(anAct(number));
    list.trouble.push(null, null, ...Array.from({ length: 99 }, () => 'rate-limited' as const));
    const platform = new FakePlatform({ ...mastodonLike, activities: true });
    const world = syncedCommunities([platform], (one) => list.offeredBy(one.connector()));
    world.service.start();
    await pass(world, 5 * second);
    await pass(world, 5 * second);
    const { id } = world.communities[0]!;
    expect(world.service.freshness()[0]!.backFill).toEqual({
      state: 'waiting',
      firstAt: list.acts[0]!.at,
      reachedAt: list.acts[5]!.at,
      isFilled: false,
    });
    setActivitiesPaused(world.context.write, id, true);
    await pass(world, 30 * minute);
    expect(world.service.freshness()[0]!.backFill).toMatchObject({ state: 'paused', reachedAt: list.acts[5]!.at });
    expect(sourcesOf(world).activities).toMatchObject({ why: 'paused', nextAt: null });
    list.trouble.length = 0;
    setActivitiesPaused(world.context.write, id, false);
    world.service.wake();
    await pass(world, 30 * second);
    expect(world.service.freshness()[0]!.backFill).toMatchObject({ state: 'caught-up', isFilled: true });
    expect(sourcesOf(world).activities).toMatchObject({ why: null, readAt: expect.any(Number) });
    list.acts.push(anAct(40));
    await pass(world, 65 * minute);
    expect(world.service.freshness()[0]!.backFill).toMatchObject({ reachedAt: list.acts[30]!.at });
  });
});
