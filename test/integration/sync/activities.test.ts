import { describe, expect, it } from 'vitest';
import { hasActivity } from '../../../electron/data/store/activities/message-queries.ts';
import { rebuildRollups } from '../../../electron/data/store/activities/rebuild-rollups.ts';
import { findActivityReading, setActivitiesPaused } from '../../../electron/data/store/sync-state/activity-reading.ts';
import { findCursor } from '../../../electron/data/store/sync-state/queries.ts';
import { listSourceReads } from '../../../electron/data/store/sync-state/sources.ts';
import { countUnread } from '../../../electron/data/store/unread/queries.ts';
import { ActivityList, anAct } from '../../builders/activity-list.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { mastodonLike } from '../../builders/like-platforms.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

function aListingDesk(list = new ActivityList(), activities = true) {
  const platform = new FakePlatform({ ...mastodonLike, activities });
  const connector = list.offeredBy(platform.connector());
  return { list, platform, desk: new SyncDesk({ connector, capabilities: platform.capabilities }) };
}

function rows(desk: SyncDesk) {
  return desk.context.write
    .prepare(
      `SELECT m.remote_id AS member, t.remote_id AS target, kind, level, s.name AS space, thread_key AS thread
       FROM activities a JOIN members m ON m.id = a.member_id LEFT JOIN members t ON t.id = a.target_member_id
       LEFT JOIN spaces s ON s.id = a.space_id ORDER BY a.id`,
    )
    .all();
}

/** Everything that metrics are made of. */
function books(desk: SyncDesk): unknown {
  const all = (table: string, order: string) =>
    desk.context.write.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all();
  return [
    all('member_days', 'member_id, day, level'),
    all('member_weeks', 'member_id, week, level'),
    all('member_bitmaps', 'scope, level, week'),
    all('member_firsts', 'member_id'),
  ];
}

describe('activities come in', () => {
  it('with their members, spaces, threads and what they answer', async () => {
    const { list, desk } = aListingDesk();
    const inGarden = { space: 'garden', threadRemoteId: 't1' };
    const bo = { memberRemoteId: 'm-bo', memberHandle: 'bo' };
    list.acts.push(
      anAct(1, { kind: 'joined' }),
      anAct(2, inGarden),
      anAct(3, { ...inGarden, ...bo, kind: 'replied', parentRemoteId: 'act-2' }),
      anAct(4, { ...bo, kind: 'reacted', parentRemoteId: 'act-2' }),
      anAct(5, { kind: 'replied', parentRemoteId: 'act-2' }),
      anAct(6, { ...bo, targetHandle: 'ada' }),
      anAct(7, { memberRemoteId: 'm-clock', memberHandle: 'clock', isBot: true }),
    );
    expect(await desk.readActivities()).toBe('caught-up');
    expect(rows(desk)).toEqual([
      { member: 'm-ada', target: null, kind: 'post', level: 2, space: 'garden', thread: 't1' },
      { member: 'm-bo', target: 'm-ada', kind: 'reply', level: 3, space: 'garden', thread: 't1' },
      { member: 'm-bo', target: 'm-ada', kind: 'reaction', level: 1, space: null, thread: null },
      { member: 'm-ada', target: null, kind: 'reply', level: 3, space: null, thread: null },
      { member: 'm-bo', target: 'm-ada', kind: 'post', level: 3, space: null, thread: null },
      { member: 'm-clock', target: null, kind: 'post', level: 2, space: null, thread: null },
    ]);
    const members = desk.context.write
      .prepare('SELECT remote_id, handle, is_bot, joined_at FROM members ORDER BY id')
      .all();
    expect(members).toEqual([
      { remote_id: 'm-ada', handle: 'ada', is_bot: 0, joined_at: list.acts[0]!.at },
      { remote_id: 'm-bo', handle: 'bo', is_bot: 0, joined_at: null },
      { remote_id: 'm-clock', handle: 'clock', is_bot: 1, joined_at: null },
    ]);
  });

  it('once, however often they are listed', async () => {
    const list = new ActivityList();
    list.overlap = 2;
    for (let number = 0; number < 20; number += 1) list.acts.push(anAct(number));
    const { desk } = aListingDesk(list);
    await desk.readActivities();
    const before = [rows(desk), books(desk)];
    await desk.readActivities();
    expect([rows(desk), books(desk)]).toEqual(before);
    expect(rows(desk)).toHaveLength(20);
  });

  it('and the same person is one member, whether reported or active', async () => {
    const { list, platform, desk } = aListingDesk();
    platform.addReport('ada');
    list.acts.push(anAct(1, { memberRemoteId: 'a-ada', memberHandle: 'ada', isBot: false }));
    await desk.pull();
    await desk.readActivities();
    const found = desk.context.write.prepare("SELECT display_name FROM members WHERE remote_id = 'a-ada'").all();
    expect(found).toEqual([{ display_name: 'ada' }]);
  });

  it('not at all where the connector has no list, and it is not asked again for a while', async () => {
    const platform = new FakePlatform({ ...mastodonLike, activities: true });
    const desk = new SyncDesk({ connector: platform.connector(), capabilities: platform.capabilities });
    expect(await desk.readActivities()).toBe('not-offered');
    const { next_at: nextAt } = findActivityReading(desk.context.write, desk.communityId);
    expect(nextAt).toBeGreaterThan(desk.clock.at);
  });

  it('as sign-ups where a list is there and the server is said to have no activities', async () => {
    const { desk, list } = aListingDesk(new ActivityList(), false);
    list.acts.push(anAct(1, { kind: 'joined' }));
    expect(await desk.readActivities()).toBe('caught-up');
    const joinedAt = desk.context.write.prepare('SELECT joined_at FROM members').pluck().all();
    expect(joinedAt).toEqual([list.acts[0]!.at]);
    expect(rows(desk)).toEqual([]);
  });

  it('and are told of, also when all that came in is when somebody joined', async () => {
    const told: string[] = [];
    const platform = new FakePlatform();
    const list = new ActivityList();
    list.acts.push(anAct(1, { kind: 'joined' }));
    const desk = new SyncDesk({
      connector: list.offeredBy(platform.connector()),
      capabilities: platform.capabilities,
      changed: (topics) => void told.push(...topics),
    });
    await desk.readActivities();
    expect(told).toEqual(['activities']);
    await desk.readActivities();
    expect(told).toEqual(['activities']);
  });
});

describe('filling in the past', () => {
  function aLongList(acts = 10) {
    const list = new ActivityList();
    for (let number = 0; number < acts; number += 1) list.acts.push(anAct(number));
    return aListingDesk(list);
  }

  it('says how far it has come, and goes on there after a stop', async () => {
    const { list, desk } = aLongList();
    list.trouble.push(null, null, 'offline');
    expect(await desk.readActivities()).toBe('waiting');
    expect(findActivityReading(desk.context.write, desk.communityId)).toMatchObject({
      first_at: list.acts[0]!.at,
      reached_at: list.acts[5]!.at,
      filled_at: null,
      failures: 1,
    });
    expect(findCursor(desk.context.write, desk.communityId, 'activities')).toBe('6');
    desk.restart();
    list.requests = 0;
    expect(await desk.readActivities()).toBe('caught-up');
    expect(list.requests).toBe(2);
    expect(findActivityReading(desk.context.write, desk.communityId)).toMatchObject({
      reached_at: list.acts[9]!.at,
      filled_at: desk.clock.at,
      failures: 0,
    });
  });

  it('stops between pages when a person says so, and goes on when they say so', async () => {
    const { list, desk } = aLongList();
    const { write } = desk.context;
    const offered = desk.connector.listActivities!;
    desk.connector.listActivities = (cursor, signal) => {
      if (cursor === '3') setActivitiesPaused(write, desk.communityId, true);
      return offered(cursor, signal);
    };
    expect(await desk.readActivities()).toBe('paused');
    expect(rows(desk)).toHaveLength(6);
    desk.restart();
    expect(await desk.readActivities()).toBe('paused');
    setActivitiesPaused(desk.context.write, desk.communityId, false);
    expect(await desk.readActivities()).toBe('caught-up');
    expect(rows(desk)).toHaveLength(list.acts.length);
  });

  it('calls having to slow down no failure', async () => {
    const { list, desk } = aLongList();
    list.trouble.push(null, 'rate-limited');
    expect(await desk.readActivities()).toBe('waiting');
    const reading = findActivityReading(desk.context.write, desk.communityId);
    expect(reading.failures).toBe(0);
    expect(reading.next_at).toBeGreaterThan(desk.clock.at);
    expect(listSourceReads(desk.context.write, desk.communityId)).toMatchObject([
      { source: 'activities', read_at: null, error_code: 'rate-limited' },
    ]);
  });

  it('steps over gaps of any length', async () => {
    const { list, desk } = aLongList(1);
    const offered = desk.connector.listActivities!;
    desk.connector.listActivities = async (cursor, signal) => {
      const step = Number(cursor ?? 0);
      if (step < 300) return { items: [], rejected: [], next: String(step + 1), resume: String(step + 1) };
      return offered('0', signal);
    };
    expect(await desk.readActivities()).toBe('caught-up');
    expect(rows(desk)).toHaveLength(list.acts.length);
  });

  it('waits after a fault of Hearth’s own, too', async () => {
    const { desk } = aLongList();
    desk.connector.listActivities = () => Promise.reject(new TypeError('a fault'));
    await expect(desk.readActivities()).rejects.toThrow('a fault');
    const reading = findActivityReading(desk.context.write, desk.communityId);
    expect(reading.failures).toBe(1);
    expect(reading.next_at).toBeGreaterThan(desk.clock.at);
  });

  it('directs answers that come before what they answer, and nobody’s at themselves', async () => {
    const { list, desk } = aListingDesk();
    const bo = { memberRemoteId: 'm-bo', memberHandle: 'bo' };
    list.acts.push(
      anAct(1, { ...bo, kind: 'replied', parentRemoteId: 'act-4' }),
      anAct(2, { kind: 'replied', parentRemoteId: 'act-4' }),
      anAct(3, { ...bo, kind: 'reacted', parentRemoteId: 'act-4' }),
      anAct(4, { kind: 'replied', parentRemoteId: 'act-0' }),
    );
    await desk.readActivities();
    expect(rows(desk)).toMatchObject([{ target: 'm-ada' }, { target: null }, { target: 'm-ada' }, { target: null }]);
    const before = books(desk);
    rebuildRollups(desk.context.write, desk.communityId);
    expect(books(desk)).toEqual(before);
  });

  it('keeps an act that can’t be read, and takes it in with another build', async () => {
    const { list, desk } = aLongList();
    list.unreadable.add('act-4');
    list.acts[7] = { ...list.acts[7]!, at: Number.NaN };
    await desk.readActivities();
    expect(rows(desk)).toHaveLength(8);
    expect(countUnread(desk.context.write, desk.communityId)).toBe(2);
    list.unreadable.clear();
    list.acts[7] = anAct(7);
    desk.appVersion = '2.0.0';
    desk.restart();
    expect(await desk.readActivities()).toBe('caught-up');
    expect(rows(desk)).toHaveLength(10);
    expect(countUnread(desk.context.write, desk.communityId)).toBe(0);
  });

  it('keeps rollups, sets and first words as building them anew makes them', async () => {
    const { list, desk } = aLongList(40);
    for (const [at, act] of list.acts.entries()) {
      if (at % 3 === 0)
        list.acts[at] = { ...act, memberRemoteId: 'm-bo', kind: 'replied', parentRemoteId: `act-${at - 1}` };
    }
    await desk.readActivities();
    const before = books(desk);
    rebuildRollups(desk.context.write, desk.communityId);
    expect(books(desk)).toEqual(before);
    expect(hasActivity(desk.context.write, desk.communityId, Buffer.from('nothing'))).toBe(false);
  });
});
