import { describe, expect, it } from 'vitest';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { drawable, stayCurve } from '../../../electron/data/health/metrics/stay-curve.ts';
import { type AccountEnd, stayFollowUps } from '../../../electron/data/health/metrics/stay-follow-up.ts';
import { cumulativeIncidence } from '../../../electron/data/health/statistics/cumulative-incidence.ts';
import { kaplanMeier, stepAt } from '../../../electron/data/health/statistics/kaplan-meier.ts';
import { SeededRandom } from '../../../electron/data/practice/world/random.ts';

const people: [string, number[], AccountEnd?][] = [
  ['A', [0, 10, 20]],
  ['B', [0, 50, 100, 150]],
  ['C', [0, 60, 111]],
  ['D', [0, 5, 120]],
  ['E', [115, 130]],
  ['F', [0, 91]],
  ['G', [0, 92]],
  ['H', [30, 109]],
  ['I', [0, 30], { day: 40, how: 'removed' }],
  ['J', [0, 59], { day: 60, how: 'deleted' }],
];
const active = packActiveDays(people.map(([, days]) => days));
const ends = new Map(people.flatMap(([, , end], at) => (end ? [[at, end] as const] : [])));
const options = { lastDay: 200, gap: 90, ends };

describe('edge cases of the stay curve (W11)', () => {
  it('ends every follow-up where the rules say', () => {
    const { followUps, tooRecent } = stayFollowUps(active, options);
    expect(tooRecent).toBe(1);
    expect(followUps.map(({ time, ending }) => [time, ending])).toEqual([
      [21, 'event'],
      [110, 'censored'],
      [110, 'censored'],
      [6, 'event'],
      [92, 'event'],
      [1, 'event'],
      [80, 'event'],
      [40, 'competing'],
      [60, 'event'],
    ]);
  });

  it('lets removal compete with lapsing instead of hiding it', () => {
    const curve = stayCurve(active, options);
    const end = cumulativeIncidence(curve.rows).at(-1)!;
    expect(end.event).toBeCloseTo(6 / 9, 12);
    expect(end.competing).toBeCloseTo(1 / 9, 12);
    expect(end.free).toBeCloseTo(2 / 9, 12);
    expect(curve.steps.at(-1)!.survival).toBeCloseTo(2 / 9, 12);
    expect(curve).toMatchObject({ followed: 9, lapsed: 6, removed: 1, censored: 2 });
    // What the wrong treatment would give: the two must stay apart.
    expect(1 - kaplanMeier(curve.rows).at(-1)!.survival).toBeCloseTo(0.7333, 4);
  });

  it('lets a lapse stand that was complete before the account ended', () => {
    const lapsedFirst = stayFollowUps(packActiveDays([[0]]), {
      ...options,
      ends: new Map([[0, { day: 92, how: 'removed' as const }]]),
    });
    expect(lapsedFirst.followUps).toEqual([{ time: 1, ending: 'event' }]);
    const removedFirst = stayFollowUps(packActiveDays([[0]]), {
      ...options,
      ends: new Map([[0, { day: 91, how: 'removed' as const }]]),
    });
    expect(removedFirst.followUps).toEqual([{ time: 91, ending: 'competing' }]);
  });

  it('enters people late whose joining day lies before the data, and leaves out those where nobody knows it', () => {
    const early = stayFollowUps(packActiveDays([[10, 20], [10, 20], [12]]), {
      lastDay: 200,
      gap: 90,
      joinedEarlier: new Map([
        [0, -40],
        [1, undefined],
      ]),
    });
    expect(early.joinedEarlier).toBe(1);
    expect(early.followUps).toEqual([
      { entry: 50, time: 61, ending: 'event' },
      { time: 1, ending: 'event' },
    ]);
  });
});

describe('delayed entry', () => {
  it('starts on the first day of the data, also for who was met some days later', () => {
    const { followUps } = stayFollowUps(
      packActiveDays([
        [0, 30],
        [60, 61],
      ]),
      {
        lastDay: 200,
        gap: 90,
        dataStart: 0,
        joinedEarlier: new Map([
          [0, -40],
          [1, -40],
        ]),
      },
    );
    expect(followUps).toEqual([
      { entry: 40, time: 71, ending: 'event' },
      { entry: 40, time: 102, ending: 'event' },
    ]);
  });

  it('has no place for somebody whose first spell was over when they were met', () => {
    const met = (day: number) =>
      stayFollowUps(packActiveDays([[day]]), {
        lastDay: 300,
        gap: 30,
        dataStart: 0,
        joinedEarlier: new Map([[0, -40]]),
      });
    expect(met(30)).toMatchObject({ joinedEarlier: 0, followUps: [{ entry: 40, time: 71 }] });
    expect(met(31)).toMatchObject({ joinedEarlier: 1, followUps: [] });
  });

  /** Entering each on their own first stored day misses by three to five points here: it forgets who pauses and does not lapse. */
  it('finds the curve of everybody again though those who left before the data starts are not in them', () => {
    const random = new SeededRandom(1);
    const [joinedFrom, start, lastDay, gap] = [-1000, 0, 900, 90];
    const lives = Array.from({ length: 12_000 }, () => {
      const days = [random.whole(joinedFrom, 100)];
      const end = (days[0] ?? 0) + random.wait(150);
      for (;;) {
        const next = (days.at(-1) ?? 0) + random.whole(1, gap);
        if (next > end) return days;
        days.push(next);
      }
    });
    const stored = lives.map((days) => days.filter((day) => day >= start && day <= lastDay));
    const joinedEarlier = new Map(lives.flatMap(([joined = 0], at) => (joined < start ? [[at, joined] as const] : [])));
    const { steps } = stayCurve(packActiveDays(stored), { lastDay, gap, dataStart: start, joinedEarlier });
    for (const time of [50, 100, 200, 300]) {
      const stays = lives.filter((days) => (days.at(-1) ?? 0) + 1 - (days[0] ?? 0) > time).length / lives.length;
      expect(Math.abs((stepAt(steps, time)?.survival ?? 0) - stays), `day ${time}`).toBeLessThan(0.02);
    }
  });
});

describe('where a curve stops', () => {
  it('stops at the floor, and where one more event would move it by more than 5 points', () => {
    const step = (atRisk: number, survival: number) => ({
      time: 0,
      atRisk,
      events: 1,
      censored: 0,
      survival,
      variance: 0,
    });
    expect(drawable([step(30, 0.9), step(19, 0.8), step(15, 0.7)], 7)).toHaveLength(2);
    expect(drawable([step(30, 0.2), step(8, 0.15), step(7, 0.1)], 7)).toHaveLength(2);
  });
});
