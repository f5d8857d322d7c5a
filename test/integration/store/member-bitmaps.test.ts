import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDayBitmaps, readWeekBitmaps } from '../../../electron/data/store/activities/bitmap-queries.ts';
import { createActivityWriter } from '../../../electron/data/store/activities/commands.ts';
import type { NewActivity } from '../../../electron/data/store/activities/new-activity.ts';
import { rebuildRollups } from '../../../electron/data/store/activities/rebuild-rollups.ts';
import { rememberedSets } from '../../../electron/data/store/activities/remembered-sets.ts';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import type { ReadDb, WriteDb } from '../../../electron/data/store/db.ts';
import { migrations } from '../../../electron/data/store/migrations/all.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { type ActivityLevel, activityLevels } from '../../../shared/domain/activity.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { insertRow } from '../../builders/insert-row.ts';
import { aPost } from '../../builders/new-activities.ts';
import { aKey } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

interface Stored {
  readonly member_id: number;
  readonly at: number;
  readonly day: number;
  readonly level: number;
  readonly space_id: number | null;
  readonly flags: number;
}

/** Removed before anybody saw it: in no set and no rollup. */
const SPAM = 4;

/** Names of sets with the members in them, and with their days where those are kept. */
type Sets = Readonly<Record<string, readonly string[]>>;

const mondayOf = (day: number) => day - ((((day + 3) % 7) + 7) % 7);

/** The slow reference: every set worked out from every activity. */
function setsByHand(db: ReadDb, communityId: CommunityId): Sets {
  const rows = db.prepare('SELECT * FROM activities WHERE community_id = ?').all(communityId) as Stored[];
  const days = new Map<string, Map<number, Set<number>>>();
  for (const { member_id, day, level, space_id, flags } of rows) {
    if ((flags & SPAM) !== 0) continue;
    for (const scope of space_id === null ? [0] : [0, space_id]) {
      for (const at of activityLevels.filter((one) => one <= level)) {
        const name = `scope ${scope} level ${at} week ${mondayOf(day)}`;
        const members = days.get(name) ?? new Map<number, Set<number>>();
        days.set(name, members.set(member_id, (members.get(member_id) ?? new Set()).add(day)));
      }
    }
  }
  const told = [...days].map(([name, members]) => {
    const withDays = name.startsWith('scope 0 ');
    const one = ([id, on]: [number, Set<number>]) =>
      withDays ? `${id} on ${[...on].sort((a, b) => a - b).join()}` : `${id}`;
    return [name, [...members].map(one).sort()] as const;
  });
  return Object.fromEntries(told.sort());
}

function setsStored(db: ReadDb, communityId: CommunityId): Sets {
  const scopes = db.prepare('SELECT DISTINCT scope FROM member_bitmaps WHERE community_id = ?').all(communityId);
  const told: [string, string[]][] = [];
  for (const { scope } of scopes as { scope: number }[]) {
    for (const level of activityLevels) {
      const { weeks } =
        scope === 0 ? readDayBitmaps(db, communityId, level) : readWeekBitmaps(db, communityId, level, scope);
      for (const { week, members, days } of weeks) {
        const names = members.ids().map((id, at) => {
          const on = Array.from({ length: 7 }, (_, day) => day).filter((day) => (days[at] ?? 0) & (1 << day));
          return scope === 0 ? `${id} on ${on.map((day) => week + day).join()}` : `${id}`;
        });
        told.push([`scope ${scope} level ${level} week ${week}`, names.sort()]);
      }
    }
  }
  return Object.fromEntries(told.sort());
}

const firstsStored = (db: ReadDb) =>
  db.prepare('SELECT member_id, spoke_at FROM member_firsts ORDER BY member_id').all();

function firstsByHand(db: ReadDb) {
  const rows = db.prepare('SELECT * FROM activities WHERE level >= 2 ORDER BY at, id').all() as Stored[];
  const firsts = new Map<number, { member_id: number; spoke_at: number }>();
  for (const { member_id, at, flags } of rows) {
    if ((flags & SPAM) === 0 && !firsts.has(member_id)) firsts.set(member_id, { member_id, spoke_at: at });
  }
  return [...firsts.values()].sort((a, b) => a.member_id - b.member_id);
}

/** Rollups by days and weeks, as they stand. */
const rollupsStored = (db: ReadDb) =>
  ['member_days', 'member_weeks'].map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all());

function daysByHand(db: ReadDb) {
  return db
    .prepare(
      `SELECT community_id, member_id, day, level, count(*) AS activities FROM activities WHERE flags & ${SPAM} = 0
       GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    )
    .all();
}

interface Act {
  readonly member: number;
  readonly hour: number;
  readonly level: ActivityLevel;
  readonly space: string | null;
  readonly flags: number;
}

const dayMs = 86_400_000;
const anAct = fc.record({
  member: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 300 })),
  hour: fc.integer({ min: 24 * 70, max: 24 * 160 }),
  level: fc.constantFrom(...activityLevels),
  space: fc.constantFrom(null, 'garden', 'kitchen'),
  flags: fc.constantFrom(0, 0, 0, 1, SPAM, SPAM + 1),
});

function activitiesOf(acts: readonly Act[]): NewActivity[] {
  return acts.map(({ member, hour, level, space, flags }) => {
    const key = Buffer.from(`${member} ${hour} ${level} ${space}`);
    return aPost(`m${member}`, hour * 3_600_000, { level, space, flags, key });
  });
}

function addAll(db: WriteDb, communityId: CommunityId, batches: readonly (readonly Act[])[]): void {
  const writer = createActivityWriter(db, { communityId, importId: null, now: 0 });
  for (const batch of batches) db.transaction(() => writer.add(activitiesOf(batch)))();
}

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

describe('sets of active members', () => {
  it('are what the activities say, in whatever order and batches those came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anAct, { maxLength: 40 }), { maxLength: 6 }), (batches) => {
        addAll(store.write, store.communityId, batches);
        expect(setsStored(store.read, store.communityId)).toEqual(setsByHand(store.read, store.communityId));
        expect(firstsStored(store.read)).toEqual(firstsByHand(store.read));
      }),
      { numRuns: 40 },
    );
  });

  it('come out the same when made again, and follow the days to another time zone', () => {
    const acts = fc.sample(anAct, { numRuns: 300, seed: 5 });
    addAll(store.write, store.communityId, [acts]);
    const before = setsStored(store.read, store.communityId);
    const rollups = rollupsStored(store.read);
    expect(rollups[0]).toEqual(daysByHand(store.read));
    expect(acts.filter(({ flags }) => (flags & SPAM) !== 0).length).toBeGreaterThan(50);
    expect(Object.keys(before).length).toBeGreaterThan(100);
    store.write.exec('DELETE FROM member_bitmaps; DELETE FROM member_week_days; DELETE FROM member_firsts');
    rebuildRollups(store.write, store.communityId);
    expect(setsStored(store.read, store.communityId)).toEqual(before);
    expect(rollupsStored(store.read)).toEqual(rollups);
    expect(firstsStored(store.read)).toEqual(firstsByHand(store.read));

    rebuildRollups(store.write, store.communityId, (at) => Math.floor((at + 14 * 3_600_000) / dayMs));
    const moved = setsStored(store.read, store.communityId);
    expect(moved).not.toEqual(before);
    expect(moved).toEqual(setsByHand(store.read, store.communityId));
  });

  it('are gone with their community, and only with it', () => {
    const other = insertRow(store.write, 'communities', {
      name: 'Other',
      platform: 'import',
      connection: 'disconnected',
      created_at: 0,
    }) as CommunityId;
    const acts = fc.sample(anAct, { numRuns: 50, seed: 6 });
    addAll(store.write, store.communityId, [acts]);
    addAll(store.write, other, [acts]);
    eraseCommunity(store.write, store.communityId);
    for (const table of ['member_bitmaps', 'member_week_days', 'member_firsts']) {
      const left = store.read.prepare(`SELECT DISTINCT community_id FROM ${table}`).all();
      expect(left).toEqual([{ community_id: other }]);
    }
  });

  it('keep what an activity answers, and its marks', () => {
    const [activity] = activitiesOf([{ member: 1, hour: 1, level: 3, space: null, flags: 0 }]);
    if (!activity) throw new Error('no activity was made');
    const writer = createActivityWriter(store.write, { communityId: store.communityId, importId: null, now: 0 });
    writer.add([{ ...activity, parentKey: Buffer.from('asked'), flags: 9 }]);
    const [row] = store.read.prepare('SELECT parent_key, flags FROM activities').all();
    expect(row).toEqual({ parent_key: Buffer.from('asked'), flags: 9 });
  });
});

describe('sets held in memory', () => {
  const acts = fc.sample(anAct, { numRuns: 60, seed: 9 });
  const read = (db: ReadDb) => readDayBitmaps(db, store.communityId, 2).weeks;
  const first = (db: ReadDb) => read(db)[0]?.members;

  it('are read once as long as no set in the file changes, whatever else does', () => {
    addAll(store.write, store.communityId, [acts]);
    const before = first(store.read);
    store.write.exec('UPDATE communities SET last_sync_at = 1');
    expect(before).toBeDefined();
    expect(first(store.read)).toBe(before);
  });

  it('are read again when a set came, changed or went, for every way in which one can', () => {
    addAll(store.write, store.communityId, [acts]);
    let before = first(store.read);
    const changes = [
      () => addAll(store.write, store.communityId, [[{ member: 299, hour: 24 * 70, level: 2, space: null, flags: 0 }]]),
      () => rebuildRollups(store.write, store.communityId),
      () => store.write.exec('UPDATE member_week_days SET days = days'),
      () => store.write.exec('UPDATE member_bitmaps SET bits = bits'),
      () => store.write.exec('DELETE FROM member_week_days WHERE level = 4'),
      () => eraseCommunity(store.write, store.communityId),
    ];
    for (const change of changes) {
      change();
      expect(first(store.read)).not.toBe(before);
      before = first(store.read);
    }
    expect(before).toBeUndefined();
  });

  it('never hold what a transaction took back', () => {
    addAll(store.write, store.communityId, [acts]);
    const told = setsStored(store.read, store.communityId);
    expect(() =>
      store.write.transaction(() => {
        store.write.exec('DELETE FROM member_bitmaps WHERE week % 2 = 0');
        expect(setsStored(store.write, store.communityId)).not.toEqual(told);
        throw new Error('taken back');
      })(),
    ).toThrow('taken back');
    store.write.exec('UPDATE member_week_days SET days = days');
    expect(setsStored(store.write, store.communityId)).toEqual(told);
    expect(setsStored(store.read, store.communityId)).toEqual(told);
  });

  it('are given up, oldest use first, where they would take too much memory', () => {
    let reads = 0;
    const ask = (name: string, megabytes: number) =>
      rememberedSets(store.read, name, () => {
        reads += 1;
        return { value: reads, bytes: megabytes * 1024 * 1024 };
      });
    expect([ask('a', 20), ask('b', 20), ask('a', 20)]).toEqual([1, 2, 1]);
    expect([ask('c', 20), ask('a', 20), ask('c', 20)]).toEqual([3, 1, 3]);
    expect(ask('b', 20)).toBe(4);
    expect([ask('d', 100), ask('d', 100)]).toEqual([5, 6]);
  });
});

describe('a file from before there were sets', () => {
  it('gets them from the activities and rollups in it', () => {
    const file = { file: join(aTempFolder(), 'hearth.db'), key: aKey() };
    const old = openStore({ ...file, migrations: migrations.filter(({ version }) => version <= 70) });
    const communityId = insertRow(old.write, 'communities', {
      name: 'Quiet Garden',
      platform: 'import',
      connection: 'disconnected',
      created_at: 0,
    });
    for (const name of ['garden', 'kitchen']) {
      insertRow(old.write, 'spaces', { community_id: communityId, remote_key: name, name });
    }
    const acts = fc.sample(anAct, { numRuns: 400, seed: 7 });
    for (let member = 1; member <= 300; member += 1) {
      insertRow(old.write, 'members', { community_id: communityId, remote_id: `m${member}`, first_seen_at: 0 });
    }
    for (const [at, { member, hour, level, space }] of acts.entries()) {
      const day = Math.floor(hour / 24);
      const spaceId = space === null ? null : Number(space === 'kitchen') + 1;
      const row = { community_id: communityId, member_id: member, at: hour * 3_600_000, day, level };
      insertRow(old.write, 'activities', { ...row, kind: 'post', space_id: spaceId, remote_key: Buffer.from(`${at}`) });
    }
    old.write.exec(`
      INSERT INTO member_days SELECT community_id, member_id, day, level, count(*) FROM activities GROUP BY 1, 2, 3, 4;
    `);
    old.close();

    const opened = openStore(file);
    const sets = setsStored(opened.read, communityId as CommunityId);
    expect(Object.keys(sets).length).toBeGreaterThan(100);
    expect(sets).toEqual(setsByHand(opened.read, communityId as CommunityId));
    expect(firstsStored(opened.read)).toEqual(firstsByHand(opened.read));
    opened.close();
  });
});

describe('a file from when spam still stood in the rollups', () => {
  it('is counted again where there is any, and left as it is elsewhere', () => {
    const file = { file: join(aTempFolder(), 'hearth.db'), key: aKey() };
    const old = openStore({ ...file, migrations: migrations.filter(({ version }) => version <= 180) });
    const [spammed, clean] = ['Spammed', 'Clean'].map((name) =>
      insertRow(old.write, 'communities', { name, platform: 'import', connection: 'disconnected', created_at: 0 }),
    ) as [CommunityId, CommunityId];
    const acts = fc.sample(anAct, { numRuns: 200, seed: 8 }).map((act) => ({ ...act, flags: 0 }));
    addAll(old.write, clean, [acts]);
    // As they came in then: marked, and counted all the same.
    addAll(old.write, spammed, [acts]);
    old.write.prepare(`UPDATE activities SET flags = ${SPAM} WHERE community_id = ? AND id % 3 = 0`).run(spammed);
    // The connection that writes holds no sets in memory, which needs a table that such a file has not.
    const untouched = setsStored(old.write, clean);
    old.close();

    const opened = openStore(file);
    expect(setsStored(opened.read, spammed)).toEqual(setsByHand(opened.read, spammed));
    expect(setsStored(opened.read, spammed)).not.toEqual(untouched);
    expect(setsStored(opened.read, clean)).toEqual(untouched);
    expect(firstsStored(opened.read)).toEqual(firstsByHand(opened.read));
    expect(rollupsStored(opened.read)[0]).toEqual(daysByHand(opened.read));
    const rollups = rollupsStored(opened.read);
    rebuildRollups(opened.write, spammed);
    expect(rollupsStored(opened.read)).toEqual(rollups);
    opened.close();
  });
});

describe('replies to newcomers within seven days', () => {
  it('are found by indexes alone', () => {
    const plan = store.read
      .prepare(
        `EXPLAIN QUERY PLAN
         SELECT f.member_id, EXISTS (
           SELECT 1 FROM activities a WHERE a.community_id = f.community_id AND a.target_member_id = f.member_id
             AND a.at BETWEEN f.spoke_at AND f.spoke_at + 604800000 AND a.level >= 3 AND a.member_id <> f.member_id)
         FROM member_firsts f WHERE f.community_id = ? AND f.spoke_at BETWEEN ? AND ?`,
      )
      .all(1, 0, 1) as { detail: string }[];
    const steps = plan.map(({ detail }) => detail).join('\n');
    expect(steps).toContain('SEARCH f USING COVERING INDEX member_firsts_by_time');
    expect(steps).toMatch(
      /SEARCH a USING COVERING INDEX activities_to_member \(community_id=\? AND target_member_id=\? AND at>/,
    );
  });
});
