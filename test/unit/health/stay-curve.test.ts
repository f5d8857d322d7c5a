import { describe, expect, it } from 'vitest';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { drawable, stayCurve } from '../../../electron/data/health/metrics/stay-curve.ts';
import { type AccountEnd, stayFollowUps } from '../../../electron/data/health/metrics/stay-follow-up.ts';
import { cumulativeIncidence } from '../../../electron/data/health/statistics/cumulative-incidence.ts';
import { kaplanMeier } from '../../../electron/data/health/statistics/kaplan-meier.ts';

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
