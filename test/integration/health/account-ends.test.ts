import { beforeEach, describe, expect, it } from 'vitest';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import type { HealthFacts } from '../../../electron/data/health/facts/health-facts.ts';
import { accountEnds } from '../../../electron/data/health/facts/people-table.ts';
import { readHealthFacts } from '../../../electron/data/health/facts/read-health-facts.ts';
import { healthHandlers } from '../../../electron/data/health/handlers.ts';
import { metricWindow } from '../../../electron/data/health/metrics/metric-window.ts';
import type { RawResult } from '../../../electron/data/health/metrics/raw-result.ts';
import { lifeCycleChart } from '../../../electron/data/health/metrics/resilience/life-cycle-chart.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { type ActivityLevel, activityFlags, activityLevels } from '../../../shared/domain/activity.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';
import { aCommunity } from '../../builders/people.ts';
import { saveRecord } from '../../builders/records.ts';
import { aStore } from '../../builders/store.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 5);
const now = start + 300 * DAY;
const question = { unit: 'month', level: 2, gapDays: 90 } as const;
let context: DataContext;
let communityId: CommunityId;

/** Forty who wrote for four months, three who wrote twice, and one on the last day there is. */
beforeEach(() => {
  const store = aStore();
  context = aDataContext(store, { clock: aClock(now) });
  communityId = aCommunity(store.write, { platform: 'import' });
  const wrote = new Map<string, number[]>();
  for (let at = 0; at < 40; at += 1) wrote.set(`stays${at}`, [0, 10, 60, 120]);
  for (const name of ['removed', 'deleted', 'spam']) wrote.set(name, [0, 10]);
  wrote.set('last', [231]);
  const acts = [...wrote].flatMap(([member, days]) =>
    days.map((day) => {
      const target = member === 'last' ? null : 'stays0';
      return aPost(member, start + day * DAY, { target, level: 3, space: 'Garden' });
    }),
  );
  addActivities(store.write, communityId, acts, now);
});

/** Writes the record that a coordinator fills in, `days` after the start. */
function end(member: string, how: 'removed' | 'deleted' | 'spam', days: number) {
  const values = { member, how, day: new Date(start + days * DAY).toISOString().slice(0, 10) };
  expect(saveRecord(context, communityId, 'accountEnd', values)).toMatchObject({ state: 'added' });
}

const compute = (asOf?: number) =>
  computeHealth(context.read, {
    communityId,
    ...question,
    now,
    ...(asOf === undefined ? {} : { asOf: start / DAY + asOf }),
  });
const endings = (raw: Awaited<ReturnType<typeof compute>>) =>
  raw.stay?.rows.map(({ time, events, competing, censored }) => [time, events, competing, censored]);

describe('the record of an ended account', () => {
  it('ends the stay of who was removed or deleted the account on that day, removal apart', async () => {
    expect(endings(await compute())).toEqual([
      [11, 3, 0, 0],
      [121, 40, 0, 0],
    ]);
    end('removed', 'removed', 40);
    end('deleted', 'deleted', 60);
    end('spam', 'spam', 10);
    const raw = await compute();
    expect(raw.stay).toMatchObject({ followed: 42, lapsed: 41, removed: 1, spam: 1, tooRecent: 1 });
    expect(endings(raw)).toEqual([
      [40, 0, 1, 0],
      [60, 1, 0, 0],
      [121, 40, 0, 0],
    ]);
  });

  it('takes spam out of return, life cycle, stay and every total, and tells how many', async () => {
    const before = await compute();
    end('spam', 'spam', 10);
    const raw = await compute();
    expect([before.members, raw.members]).toEqual([44, 43]);
    expect([before.activities, raw.activities]).toEqual([167, 165]);
    expect(raw.retention?.rows[0]?.size).toBe((before.retention?.rows[0]?.size ?? 0) - 1);
    // Not "back after a break" either, which is what people known from before are.
    expect(raw.lifeCycle?.[0]).toMatchObject({ active: 42, new: 42, resurrected: 0 });
    const view = await healthHandlers['health.view'](context, { communityId, spaceId: null, ...question });
    expect(view.stay?.caveats).toContainEqual({ key: 'caveats.spamCount', params: { number: 1 } });
    const [garden] = context.read.prepare('SELECT id FROM spaces').pluck().all() as number[];
    const space = await healthHandlers['health.view'](context, { communityId, spaceId: garden ?? 0, ...question });
    expect(space.retention?.cohorts[0]?.size).toMatchObject({ value: 42 });
  });

  it('takes spam out of the active days and the messages that all other metrics count', async () => {
    const read = async () => {
      const found = await readHealthFacts(context.read, { communityId, now, messagesFrom: () => 0 });
      if (!found) throw new Error('there are activities');
      const id = context.read.prepare("SELECT id FROM members WHERE remote_id = 'spam'").pluck().get() as number;
      return { facts: found.facts, person: found.positions.of(id) };
    };
    const before = await read();
    expect(before.facts.messages.author).toContain(before.person);
    end('spam', 'spam', 10);
    const { facts, person } = await read();
    expect(person).toBe(before.person);
    expect(facts.people.endedHow[person]).toBe(accountEnds.spam);
    for (const level of activityLevels.slice(0, 4)) {
      expect(daysOf(facts, level).get(person)).toBeUndefined();
      expect(daysOf(before.facts, level).get(person)).toBe(2);
      expect(sum(daysOf(facts, level))).toBe(sum(daysOf(before.facts, level)) - 2);
    }
    expect(facts.messages.author).not.toContain(person);
    expect(facts.messages.count).toBe(before.facts.messages.count - 2);
    const counts = (chart: RawResult) => (chart.kind === 'parts' ? chart.rows.map((row) => row.counts) : []);
    const window = metricWindow('month', facts.firstDay, facts.lastDay);
    // One person less is new, and nobody is back again for it.
    expect(counts(lifeCycleChart.compute(facts, window))[0]).toEqual([42, 0, 0, 0]);
  });

  it('is not known to a quarter that was over before', async () => {
    end('spam', 'spam', 60);
    expect(await compute(59)).toMatchObject({ members: 43, stay: { spam: 0 } });
    expect((await compute(59)).lifeCycle?.[0]).toMatchObject({ active: 43 });
    expect(await compute(60)).toMatchObject({ members: 42, stay: { spam: 1 } });
    expect((await compute(60)).lifeCycle?.[0]).toMatchObject({ active: 42 });
  });
});

/** How many days each person was active at a level. */
function daysOf(facts: HealthFacts, level: ActivityLevel): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { count, people, masks } of facts.weeks(level).between(0, facts.lastDay)) {
    for (let at = 0; at < count; at += 1) {
      const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => ((masks[at] ?? 0) >> day) & 1).length;
      counts.set(people[at] ?? -1, (counts.get(people[at] ?? -1) ?? 0) + days);
    }
  }
  return counts;
}

const sum = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((all, days) => all + days, 0);

describe('mutual replies in the view', () => {
  const said = (member: string, target: string, day: number, flags = 0) => {
    const act = aPost(member, start + day * DAY, { target, kind: 'reply', level: 3, flags });
    addActivities(context.write, communityId, [act], now);
  };

  it('are those of the last 90 days, without spam of either kind', async () => {
    // The newest activity is on day 231, so days 141 to 230 are counted.
    for (const [from, to] of [['ann', 'ben'] as const, ['ben', 'ann'] as const]) said(from, to, 140);
    expect((await compute()).reciprocity).toBeNull();
    said('ann', 'ben', 141);
    said('ben', 'ann', 230);
    said('cem', 'ann', 200);
    expect((await compute()).reciprocity).toMatchObject({ people: 3, arcs: 3, returnedArcs: 2 });
    said('ann', 'cem', 201, activityFlags.spam);
    said('spam', 'ann', 202);
    end('spam', 'spam', 210);
    expect((await compute()).reciprocity).toMatchObject({ people: 3, arcs: 3, returnedArcs: 2 });
  });

  it('are not told of data that do not reach back so far', async () => {
    said('ann', 'ben', 80);
    said('ben', 'ann', 81);
    expect((await compute(88)).reciprocity).toBeNull();
  });
});
