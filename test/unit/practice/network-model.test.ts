import { describe, expect, it } from 'vitest';
import { localDaysIn } from '../../../electron/data/health/calendar/local-days.ts';
import { drawPeople, roles } from '../../../electron/data/practice/network/draw-people.ts';
import { liveWeeks } from '../../../electron/data/practice/network/live-weeks.ts';
import { memberName } from '../../../electron/data/practice/network/messages.ts';
import { planted, stayChance } from '../../../electron/data/practice/network/planted.ts';
import { Helpers } from '../../../electron/data/practice/network/who-answers.ts';
import { SeededRandom } from '../../../electron/data/practice/world/random.ts';
import type { NewActivity } from '../../../electron/data/store/activities/new-activity.ts';

const days = { start: 19_905, end: 19_905 + 60 * 7 };
const count = 700;

function network(seed: number, zone = 'America/New_York', wanted = 14_000) {
  const people = drawPeople(count, days, new SeededRandom(seed));
  const weeks = [...liveWeeks(people, days, localDaysIn(zone), new SeededRandom(seed + 1), wanted)];
  return { people, weeks, activities: weeks.flat() };
}

const name = (key: Uint8Array) => Buffer.from(key).toString('hex');

/** Days on which each person said something, in order. */
function spoken(activities: readonly NewActivity[]): ReadonlyMap<string, readonly number[]> {
  const byMember = new Map<string, number[]>();
  for (const { member, day, level } of activities) {
    if (level >= 2) byMember.set(member, [...(byMember.get(member) ?? []), day]);
  }
  return byMember;
}

describe.each([1, 2, 3])('a made-up network from seed %i', (seed) => {
  const { people, weeks, activities } = network(seed);
  const words = spoken(activities);

  it('is the same for the same seed, and has as many activities as were asked for', () => {
    expect(network(seed).activities).toEqual(activities);
    expect(activities.length).toBeGreaterThan(14_000 * 0.95);
    expect(activities.length).toBeLessThan(14_000 * 1.05);
  });

  it('is told week by week, each oldest first and inside its days', () => {
    const calendar = localDaysIn('America/New_York');
    for (const [number, week] of weeks.entries()) {
      const start = days.start + number * 7;
      for (const [at, activity] of week.entries()) {
        expect(activity.at).toBeGreaterThanOrEqual(week[at - 1]?.at ?? 0);
        expect(activity.day).toBe(calendar.dayOf(activity.at));
        expect(activity.day).toBeGreaterThanOrEqual(start);
        expect(activity.day).toBeLessThan(start + 7);
      }
    }
  });

  it('begins, ends and never pauses as it was drawn: the rules of the stay curve find the planted day', () => {
    for (let person = 0; person < count; person += 1) {
      const [first, last] = [people.first[person] ?? -1, people.last[person] ?? -1];
      if (people.role[person] !== roles.newcomer || first >= days.end) continue;
      const said = words.get(memberName(person)) ?? [];
      expect(said[0]).toBe(first);
      const spell = said.filter((day) => day <= last);
      if (last < days.end) expect(spell.at(-1)).toBe(last);
      for (const [at, day] of spell.entries()) expect(day - (spell[at - 1] ?? day) - 1).toBeLessThanOrEqual(90);
      const after = said.find((day) => day > last);
      if (after !== undefined) expect(after - last - 1).toBeGreaterThan(90);
    }
  });

  it('lets nobody go to an open evening once they are gone', () => {
    const evenings = activities.filter(({ kind }) => kind === 'attendance');
    expect(evenings.length).toBeGreaterThan(20);
    const lastOf = new Map(Array.from(people.last, (last, person) => [memberName(person), last]));
    for (const { member, day } of evenings) expect(day).toBeLessThanOrEqual(lastOf.get(member) ?? -1);
    for (const [person, day] of people.evening.entries()) {
      if (day >= 0) expect(day).toBeLessThanOrEqual(people.last[person] ?? -1);
    }
  });

  it('has answers that come after what they answer, in its thread and to its author', () => {
    const byKey = new Map(activities.map((activity) => [name(activity.key), activity]));
    expect(byKey.size).toBe(activities.length);
    let answers = 0;
    for (const { parentKey, at, thread, target, member } of activities) {
      if (!parentKey) continue;
      const said = byKey.get(name(parentKey));
      answers += 1;
      expect(said).toMatchObject({ thread, member: target });
      expect(said?.at).toBeLessThan(at);
      expect(target).not.toBe(member);
    }
    expect(answers).toBeGreaterThan(activities.length / 4);
  });
});

describe('somebody of the staff', () => {
  it('is any of them alike, but for two', () => {
    const people = drawPeople(2_000, days, new SeededRandom(1));
    const staff = [...people.role.keys()].filter((person) => people.role[person] === roles.staff);
    const [one = 0, other = 0] = [staff.at(-1), staff[1]];
    const helpers = new Helpers(people);
    const random = new SeededRandom(2);
    for (const [except, exceptToo] of [
      [one, other],
      [other, one],
      [one, one],
      [one, 1_500],
      [-1, -1],
    ] as const) {
      const left = staff.filter((person) => person !== except && person !== exceptToo);
      const picked = new Map<number, number>();
      for (let tries = 0; tries < 1_000 * left.length; tries += 1) {
        const person = helpers.pickStaff(random, except, exceptToo);
        picked.set(person, (picked.get(person) ?? 0) + 1);
      }
      expect([...picked.keys()].sort((a, b) => a - b)).toEqual(left);
      for (const times of picked.values()) expect(Math.abs(times - 1_000)).toBeLessThan(150);
    }
  });
});

describe('what is planted', () => {
  it('adds up: both marginals of staying come out as stated', () => {
    const { routes, group } = planted;
    expect(routes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const [at, { stay90 }] of routes.entries()) {
      const mean = group.share * stayChance(at, true) + (1 - group.share) * stayChance(at, false);
      expect(mean).toBeCloseTo(stay90, 12);
    }
    const overRoutes = (isInGroup: boolean) =>
      routes.reduce((sum, { share }, at) => sum + share * stayChance(at, isInGroup), 0);
    expect(overRoutes(true)).toBeCloseTo(group.stay90, 12);
    expect(overRoutes(false)).toBeCloseTo(group.rest, 12);
  });
});
