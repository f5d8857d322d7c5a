import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lifeCycleOf } from '../../../electron/data/health/engine/life-cycle-flow.ts';
import { membersMetBefore } from '../../../electron/data/health/engine/met-before.ts';
import { returnTableOf } from '../../../electron/data/health/engine/return-table.ts';
import { stayCurveOf } from '../../../electron/data/health/engine/stay-sweep.ts';
import { PeopleWeeks } from '../../../electron/data/health/facts/people-weeks.ts';
import { personPositions } from '../../../electron/data/health/facts/person-positions.ts';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { lifeCycle } from '../../../electron/data/health/metrics/life-cycle.ts';
import { returnTable } from '../../../electron/data/health/metrics/return-on-period.ts';
import { stayCurve } from '../../../electron/data/health/metrics/stay-curve.ts';
import { readDayBitmaps, readWeekBitmaps } from '../../../electron/data/store/activities/bitmap-queries.ts';
import { MemberSet } from '../../../electron/data/store/activities/member-set.ts';
import { activityLevels } from '../../../shared/domain/activity.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';

/** A made-up community of 500 members over a year and a half, a tenth of them bots, in the order of nothing. */
const acts = fc.sample(
  fc.record({
    member: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 })),
    day: fc.oneof(fc.integer({ min: 20_000, max: 20_060 }), fc.integer({ min: 20_000, max: 20_540 })),
    level: fc.constantFrom(...activityLevels),
    space: fc.constantFrom(null, 'garden', 'kitchen'),
  }),
  { numRuns: 6_000, seed: 11 },
);
const lastDay = 20_520;

let store: TestStore;
beforeAll(() => {
  store = openTestStore();
  const posts = acts.map(({ member, day, level, space }, at) =>
    aPost(`m${member}`, day * 86_400_000, { level, space, key: Buffer.from(`${at}`) }),
  );
  addActivities(store.write, store.communityId, posts, 0);
  store.write.exec('UPDATE members SET is_bot = 1 WHERE id % 10 = 0');
});
afterAll(() => store.close());

/** Members and their days from the activities themselves, bots left out: what everything else is held against. */
function daysByHand(level: number, counted: (member: { id: number; space: string | null }) => boolean = () => true) {
  const rows = store.read
    .prepare(
      `SELECT DISTINCT a.member_id AS id, a.day, s.name AS space FROM activities a JOIN members m ON m.id = a.member_id
       LEFT JOIN spaces s ON s.id = a.space_id WHERE a.level >= ? AND m.is_bot = 0 ORDER BY a.member_id, a.day`,
    )
    .all(level) as { id: number; day: number; space: string | null }[];
  const days = new Map<number, Set<number>>();
  for (const row of rows.filter(counted)) days.set(row.id, (days.get(row.id) ?? new Set()).add(row.day));
  return days;
}

describe.each(activityLevels)('at level %i, from the store', (level) => {
  it('members and their days are those of the activities', () => {
    const byHand = daysByHand(level);
    const positions = personPositions([...byHand.keys()]);
    const weeks = new PeopleWeeks(readDayBitmaps(store.read, store.communityId, level), positions, 20_540);
    const read = new Map<number, number[]>();
    for (const { week, count, people, masks } of weeks.between(20_000, 20_540)) {
      for (let at = 0; at < count; at += 1) {
        const id = weeks.numberOf(people[at] ?? -1);
        const on = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => (((masks[at] ?? 0) >> day) & 1 ? [week + day] : []));
        read.set(id, [...(read.get(id) ?? []), ...on]);
      }
    }
    expect(read.size).toBeGreaterThan(300);
    expect([...read].sort(([a], [b]) => a - b)).toEqual([...byHand].map(([id, on]) => [id, [...on]]));
    const early = [...byHand].flatMap(([id, on]) => (Math.min(...on) < 20_010 ? [id] : []));
    expect(membersMetBefore(readDayBitmaps(store.read, store.communityId, level), 20_010).ids()).toEqual(early);
  });

  it.each([
    ['everybody', undefined],
    ['a group', (id: number) => id % 3 === 1],
  ])('tables, curves and flows of %s are those of the slow reference', (_, isIn) => {
    const slow = packActiveDays(daysByHand(level, ({ id }) => isIn?.(id) ?? true).values());
    const quick = readDayBitmaps(store.read, store.communityId, level);
    const within = isIn && MemberSet.fromIds(Array.from({ length: 501 }, (_none, id) => id).filter(isIn));
    for (const unit of ['week', 'month'] as const) {
      expect(returnTableOf(quick, { unit, lastDay, within })).toEqual(returnTable(slow, { unit, lastDay }));
      expect(lifeCycleOf(quick, { unit, lastDay, within })).toEqual(lifeCycle(slow, { unit, lastDay }));
    }
    const curve = stayCurve(slow, { lastDay, gap: 60 });
    expect(curve.lapsed).toBeGreaterThan(20);
    expect(stayCurveOf(quick, { lastDay, gap: 60, within })).toEqual(curve);
  });

  it('weeks of a space are those spent in it', () => {
    const { id } = store.read.prepare("SELECT id FROM spaces WHERE name = 'garden'").get() as { id: number };
    const slow = packActiveDays(daysByHand(level, ({ space }) => space === 'garden').values());
    const quick = readWeekBitmaps(store.read, store.communityId, level, id);
    const options = { unit: 'week', lastDay } as const;
    expect(returnTableOf(quick, options)).toEqual(returnTable(slow, options));
  });
});
