import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifeCycleOf } from '../../../electron/data/health/engine/life-cycle-flow.ts';
import { returnTableOf } from '../../../electron/data/health/engine/return-table.ts';
import { stayCurveOf } from '../../../electron/data/health/engine/stay-sweep.ts';
import { weeksUpTo } from '../../../electron/data/health/engine/weeks-up-to.ts';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { lifeCycle } from '../../../electron/data/health/metrics/life-cycle.ts';
import { returnTable } from '../../../electron/data/health/metrics/return-on-period.ts';
import { stayCurve } from '../../../electron/data/health/metrics/stay-curve.ts';
import type { AccountEnd } from '../../../electron/data/health/metrics/stay-follow-up.ts';
import { MemberSet } from '../../../electron/data/store/activities/member-set.ts';
import { activeWeeks } from '../../builders/active-weeks.ts';

/** Somebody made up: days of activity, and what else is known of them. */
interface Person {
  readonly id: number;
  readonly days: readonly number[];
  readonly inGroup: boolean;
  readonly isBot: boolean;
  readonly isSpam: boolean;
  /** Days between joining and the start of the data; `unknown` where they joined before it on a day nobody knows. */
  readonly before: number | 'unknown' | null;
  readonly end: AccountEnd | null;
}

const somebody: fc.Arbitrary<Person> = fc.record({
  id: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 20_000 })),
  // Days crowd around a few moments, so that weeks and months are shared, gaps are long, and borders are hit.
  days: fc.array(
    fc.oneof(
      fc.integer({ min: 20_000, max: 20_030 }),
      fc.integer({ min: 20_000, max: 20_400 }),
      fc.constantFrom(20_001, 20_090, 20_091, 20_092, 20_093, 20_300),
    ),
    { minLength: 1, maxLength: 25 },
  ),
  inGroup: fc.boolean(),
  isBot: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  isSpam: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  before: fc.option(fc.oneof(fc.integer({ min: -20, max: 500 }), fc.constant('unknown' as const)), { freq: 3 }),
  end: fc.option(
    fc.record({ day: fc.integer({ min: 19_990, max: 20_420 }), how: fc.constantFrom('removed', 'deleted') }),
    { freq: 3 },
  ),
});

const scene = fc.record({
  people: fc.uniqueArray(somebody, { selector: ({ id }) => id, maxLength: 40 }),
  lastDay: fc.integer({ min: 19_995, max: 20_410 }),
  gap: fc.oneof(fc.constantFrom(30, 90), fc.integer({ min: 0, max: 15 })),
  grouped: fc.boolean(),
});

/** The same people for both sides: as packed days by position, and as sets by number. */
function bothSides({ people, grouped }: { people: readonly Person[]; grouped: boolean }) {
  const counted = people.filter(({ isBot, inGroup }) => !isBot && (inGroup || !grouped));
  const early = counted.flatMap((person, at) => (person.before === null || person.isSpam ? [] : [{ ...person, at }]));
  const start = Math.min(...people.flatMap(({ days, isBot }) => (isBot ? [] : days)));
  const joined = ({ before }: Person) => (typeof before === 'number' ? start - before : undefined);
  const ended = counted.flatMap(({ id, end }, at) => (end ? [{ id, at, end }] : []));
  return {
    start,
    slow: {
      days: packActiveDays(counted.map(({ days }) => days)),
      daysWithoutSpam: packActiveDays(counted.map(({ days, isSpam }) => (isSpam ? [] : days))),
      spam: new Set(counted.flatMap(({ isSpam }, at) => (isSpam ? [at] : []))),
      early: new Map(early.map((person) => [person.at, joined(person)])),
      ends: new Map(ended.map(({ at, end }) => [at, end])),
    },
    quick: {
      weeks: activeWeeks(
        new Map(people.map(({ id, days }) => [id, days])),
        people.flatMap(({ id, isBot }) => (isBot ? [id] : [])),
      ),
      spam: new Set(counted.flatMap(({ id, isSpam }) => (isSpam ? [id] : []))),
      within: grouped ? MemberSet.fromIds(people.flatMap(({ id, inGroup }) => (inGroup ? [id] : []))) : undefined,
      early: new Map(early.map((person) => [person.id, joined(person)])),
      ends: new Map(ended.map(({ id, end }) => [id, end])),
    },
  };
}

describe('counting by sets of members comes to the same as counting by each member', () => {
  it.each([
    ['week', 'on', 156],
    ['week', 'on-or-after', 156],
    ['week', 'on', 5],
    ['month', 'on', 156],
    ['month', 'on-or-after', 3],
    ['quarter', 'on', 156],
    ['day', 'on', 40],
  ] as const)('a cohort table by %s, counting %s, up to interval %i', (unit, counting, maxIntervals) => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { slow, quick } = bothSides(drawn);
        const options = { unit, counting, maxIntervals, lastDay: drawn.lastDay };
        const joinedEarlier = MemberSet.fromIds(quick.early.keys());
        const filter = { within: quick.within, without: MemberSet.fromIds(quick.spam) };
        expect(returnTableOf(quick.weeks, { ...options, joinedEarlier, ...filter })).toEqual(
          returnTable(slow.daysWithoutSpam, { ...options, joinedEarlier: new Set(slow.early.keys()) }),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('a stay curve, with ends, spam, late entries and people who came too late', () => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { slow, quick, start } = bothSides(drawn);
        const options = { lastDay: drawn.lastDay, gap: drawn.gap, dataStart: start };
        const { early, ends, spam, within } = quick;
        expect(stayCurveOf(quick.weeks, { ...options, joinedEarlier: early, ends, spam, within })).toEqual(
          stayCurve(slow.days, { ...options, joinedEarlier: slow.early, ends: slow.ends, spam: slow.spam }),
        );
      }),
      { numRuns: 600 },
    );
  });

  it.each(['week', 'month'] as const)('life-cycle flow by %s', (unit) => {
    fc.assert(
      fc.property(scene, (drawn) => {
        const { slow, quick } = bothSides(drawn);
        const options = { unit, lastDay: drawn.lastDay };
        const joinedEarlier = MemberSet.fromIds(quick.early.keys());
        const filter = { within: quick.within, without: MemberSet.fromIds(quick.spam) };
        expect(lifeCycleOf(quick.weeks, { ...options, joinedEarlier, ...filter })).toEqual(
          lifeCycle(slow.daysWithoutSpam, { ...options, joinedEarlier: new Set(slow.early.keys()) }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('what was known at the end of a day', () => {
  it('is what there would be if nothing had happened since', () => {
    fc.assert(
      fc.property(scene, ({ people, lastDay }) => {
        const all = new Map(people.map(({ id, days }) => [id, days]));
        const known = new Map(people.map(({ id, days }) => [id, days.filter((day) => day <= lastDay)]));
        const told = ({ weeks }: ReturnType<typeof activeWeeks>) =>
          weeks.map(({ week, members, days }) => [week, members.ids(), [...days]]);
        const left = told(weeksUpTo(activeWeeks(all), lastDay)).filter(([, , days]) => (days as number[]).length > 0);
        expect(left).toEqual(told(activeWeeks(known)));
      }),
      { numRuns: 200 },
    );
  });
});

const ids = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 90_000 })));

describe('sets of members', () => {
  it('do what sets of numbers do', () => {
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 0, max: 210 }), (mine, theirs, one) => {
        const [a, b] = [MemberSet.fromIds(mine), MemberSet.fromIds(theirs)];
        const ascending = (numbers: Iterable<number>) => [...numbers].sort((x, y) => x - y);
        const both = mine.filter((id) => theirs.includes(id));
        expect(a.ids()).toEqual(ascending(mine));
        expect(a.size).toBe(mine.length);
        expect(a.has(one)).toBe(mine.includes(one));
        expect(a.and(b).ids()).toEqual(ascending(both));
        expect(a.andSize(b)).toBe(both.length);
        expect(a.or(b).ids()).toEqual(ascending(new Set([...mine, ...theirs])));
        expect(a.minus(b).ids()).toEqual(ascending(mine.filter((id) => !theirs.includes(id))));
      }),
    );
  });

  it('come back from their stored form, which is never longer than their words', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 5000 }), (some, dense) => {
        const set = MemberSet.fromIds([...some, ...Array.from({ length: dense }, (_, id) => 1_000 + id)]);
        const packed = set.pack();
        const read = MemberSet.unpack(packed);
        const most = read.mostBytes;
        expect(read.ids()).toEqual(set.ids());
        // By what it may come to take a set is given up: nothing that was asked of it may make it take more.
        const taken =
          (read.ascending ? packed.bits.byteLength + read.ascending.buffer.byteLength : 0) + read.words.byteLength;
        expect(taken).toBeLessThanOrEqual(most);
        const all = set.ids();
        const words = Math.floor((all.at(-1) ?? 0) / 32) - Math.floor((all[0] ?? 0) / 32) + 1;
        expect(packed.bits.byteLength).toBeLessThanOrEqual(words * 4);
      }),
    );
  });
});
