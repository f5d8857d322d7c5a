import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import { readHealthFacts } from '../../../electron/data/health/facts/read-health-facts.ts';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { metricWindow } from '../../../electron/data/health/metrics/metric-window.ts';
import type { NewActivity } from '../../../electron/data/store/activities/new-activity.ts';
import { readPersonDays, readPersonWeeks } from '../../../electron/data/store/activities/person-weeks.ts';
import { personsOf } from '../../../electron/data/store/members/linked-persons.ts';
import { activityLevels } from '../../../shared/domain/activity.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { addActivities, aPost, memberIds } from '../../builders/new-activities.ts';

const DAY = 86_400_000;
const FIRST_DAY = 20_000;
const SPAN = 240;
const MEMBERS = 12;

const anAct = fc.record({
  member: fc.integer({ min: 1, max: MEMBERS }),
  target: fc.option(fc.integer({ min: 1, max: MEMBERS }), { freq: 2 }),
  at: fc.integer({ min: 0, max: SPAN * 24 }).map((hour) => FIRST_DAY * DAY + hour * 3_600_000),
  level: fc.constantFrom(0, 1, 2, 2, 2, 4),
  space: fc.constantFrom(null, 'garden', 'kitchen'),
  thread: fc.constantFrom(null, null, 'a', 'b', 'c'),
});
type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

/** Acts as a store gets them where each member is the one that `nameOf` tells: whoever addresses themself addresses nobody. */
function stored(acts: readonly Act[], nameOf: (member: number) => string): NewActivity[] {
  return acts.map(({ member, target, level, ...act }, at) => {
    const own = nameOf(member);
    const other = target === null || nameOf(target) === own ? null : nameOf(target);
    return aPost(own, act.at, {
      ...act,
      target: other,
      level: level === 2 && other !== null ? 3 : level,
      key: Buffer.from(String(at)),
    });
  });
}

/** Everybody in the same order in each store, so that the same rows are the same people. */
const everybody = Array.from({ length: MEMBERS }, (_, at) =>
  aPost(`m${at + 1}`, FIRST_DAY * DAY, { level: 0, kind: 'seen', key: Buffer.from(`seen ${at}`) }),
);

const last = aPost('m1', (FIRST_DAY + SPAN + 1) * DAY, { level: 0, kind: 'seen', key: Buffer.from('last') });

function filled(acts: readonly NewActivity[]): TestStore {
  const store = openTestStore();
  addActivities(store.write, store.communityId, everybody, 0);
  addActivities(store.write, store.communityId, [...acts, last], 0);
  return store;
}

function link(store: TestStore, links: readonly (readonly [number, number])[]): void {
  const insert = store.write.prepare(
    `INSERT INTO linked_accounts (community_id, account_id, same_as_id, day, how) VALUES (?, ?, ?, 20000, 'survey')
     ON CONFLICT DO NOTHING`,
  );
  const ids = memberIds(store.read, store.communityId);
  for (const [one, other] of links) insert.run(store.communityId, ids[one - 1], ids[other - 1]);
}

/** Takes the accounts that are somebody else's out: in the store without links they are nobody. */
function forget(store: TestStore, names: readonly string[]): void {
  for (const name of names) {
    const id = store.write.prepare('SELECT id FROM members WHERE remote_id = ?').pluck().get(name);
    for (const table of ['activities', 'member_days', 'member_weeks', 'member_firsts'])
      store.write.prepare(`DELETE FROM ${table} WHERE member_id = ?`).run(id);
    store.write.prepare('UPDATE members SET is_bot = 1 WHERE id = ?').run(id);
  }
}

function setsOf(store: TestStore) {
  const ids = memberIds(store.read, store.communityId);
  const bots = new Set(store.read.prepare('SELECT id FROM members WHERE is_bot = 1').pluck().all() as number[]);
  const spaces = store.read.prepare('SELECT id, name FROM spaces ORDER BY name').all() as {
    id: number;
    name: string;
  }[];
  const named = (members: readonly number[]) => members.map((id) => ids.indexOf(id as never) + 1);
  return activityLevels.map((level) => ({
    days: readPersonDays(store.read, store.communityId, level).weeks.flatMap(({ week, members, days }) =>
      members.ids().flatMap((id, at) => (bots.has(id) ? [] : [[week, ...named([id]), days[at]]])),
    ),
    spaces: spaces.map(({ id, name }) => [
      name,
      readPersonWeeks(store.read, store.communityId, level, id).weeks.map(({ week, members }) => [
        week,
        named(members.ids()),
      ]),
    ]),
  }));
}

/** Counts alone: what can be asked of a result later is made of them, and differs by the store it is asked of. */
function plain(raw: unknown): unknown {
  return JSON.parse(
    JSON.stringify(raw, (_, value) => (ArrayBuffer.isView(value) ? Array.from(value as never) : value)),
  );
}

async function countsOf(store: TestStore) {
  const now = (FIRST_DAY + SPAN + 2) * DAY;
  const { communityId } = store;
  const health = await computeHealth(store.read, { communityId, unit: 'month', level: 2, gapDays: 30, now });
  const read = await readHealthFacts(store.read, { communityId, now, messagesFrom: () => FIRST_DAY });
  if (!read) throw new Error('there are facts');
  const { facts } = read;
  const window = metricWindow('quarter', facts.firstDay, facts.lastDay);
  const metrics = catalogue.map((module) => [module.id, plain(module.compute(facts, window))] as const);
  return { health, people: facts.people.count, metrics };
}

describe('people who linked accounts', () => {
  it('are counted as if they had had one account all along, and as several again when unlinked', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anAct, { minLength: 20, maxLength: 120 }),
        fc.uniqueArray(
          fc
            .tuple(fc.integer({ min: 1, max: MEMBERS }), fc.integer({ min: 1, max: MEMBERS }))
            .filter(([one, other]) => one !== other),
          { maxLength: 7, selector: (pair) => pair.toSorted((a, b) => a - b).join() },
        ),
        async (acts, links) => {
          const persons = personsOf(links.map(([one, other]) => ({ one, other })));
          const nameOf = (member: number) => `m${persons.get(member) ?? member}`;
          const linked = filled(stored(acts, (member) => `m${member}`));
          const before = setsOf(linked);
          link(linked, links);
          const one = filled(stored(acts, nameOf));
          const further = [...persons]
            .filter(([account, person]) => account !== person)
            .map(([account]) => `m${account}`);
          forget(one, further);
          try {
            const sets = setsOf(linked);
            expect(sets).toEqual(setsOf(one));
            if (JSON.stringify(sets) !== JSON.stringify(before)) changed += 1;
            const [counts, reference] = [await countsOf(linked), await countsOf(one)];
            expect(counts.people).toBe(reference.people);
            expect(counts.metrics).toEqual(reference.metrics);
            expect({ ...counts.health, activities: 0 }).toEqual({ ...reference.health, activities: 0 });
            linked.write.exec('DELETE FROM linked_accounts');
            expect(setsOf(linked)).toEqual(before);
          } finally {
            linked.close();
            one.close();
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(changed).toBeGreaterThan(10);
  }, 120_000);
});
