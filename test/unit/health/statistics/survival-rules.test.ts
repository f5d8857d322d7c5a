import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../../../electron/data/health/statistics/cumulative-incidence.ts';
import { crossEarly } from '../../../../electron/data/health/statistics/early-crossing.ts';
import { type Ending, eventTimes, type FollowUp } from '../../../../electron/data/health/statistics/event-times.ts';
import {
  kaplanMeier,
  logLogBand,
  medianInterval,
  medianOf,
  quantileOf,
} from '../../../../electron/data/health/statistics/kaplan-meier.ts';
import {
  enoughToTest,
  eventTimesOf,
  type LogRankWeight,
  logRank,
} from '../../../../electron/data/health/statistics/log-rank.ts';
import { medianGap } from '../../../../electron/data/health/statistics/median-gap.ts';

const late = (entry: number, time: number, ending: Ending): FollowUp => ({ entry, time, ending });
const endings = fc.constantFrom<Ending>('event', 'censored', 'competing');
const fromStart = fc.record({ time: fc.nat(30), ending: endings });
const entered = fc.record({ entry: fc.nat(30), time: fc.nat(40), ending: endings });
const people = fc.array(fc.oneof(fromStart, entered), { maxLength: 60 });

describe('removal competes with lapsing (W11)', () => {
  const followUps = (
    [
      [21, 'event'],
      [110, 'censored'],
      [110, 'censored'],
      [6, 'event'],
      [92, 'event'],
      [1, 'event'],
      [80, 'event'],
      [40, 'competing'],
      [60, 'event'],
    ] as const
  ).map(([time, ending]) => ({ time, ending }));

  it('gives 6, 1 and 2 ninths; as censoring it would give 0.7333', () => {
    const rows = eventTimes(followUps);
    const last = cumulativeIncidence(rows).at(-1)!;
    expect(last.event).toBeCloseTo(6 / 9, 12);
    expect(last.competing).toBeCloseTo(1 / 9, 12);
    expect(last.free).toBeCloseTo(2 / 9, 12);
    const wrong = 1 - kaplanMeier(rows).at(-1)!.survival;
    expect(wrong).toBeCloseTo(0.7333, 4);
    expect(last.event).toBeLessThan(wrong - 0.06);
  });
});

describe('delayed entry (W7)', () => {
  const entry = [1, 2, 5, 2, 1, 7, 3, 4, 8, 8];
  const stop = [2, 3, 6, 7, 8, 9, 9, 9, 14, 17];
  const published = entry.map((start, at) => late(start, stop[at]!, at < 7 ? 'event' : 'censored'));

  it('carries over to shares of endings', () => {
    const steps = cumulativeIncidence(eventTimes(published));
    const expected = [1 / 2, 1 / 3, 4 / 15, 1 / 5, 3 / 20, 9 / 100, 9 / 100, 9 / 100];
    for (const [at, step] of steps.entries()) {
      expect(step.free).toBeCloseTo(expected[at]!, 12);
      expect(step.event).toBeCloseTo(1 - expected[at]!, 12);
    }
  });

  it('splits a follow-up without changing anything', () => {
    const split = published.flatMap(({ entry: start, time, ending }) =>
      time - start! > 1
        ? [late(start!, time - 1, 'censored'), late(time - 1, time, ending)]
        : [late(start!, time, ending)],
    );
    const withEvents = (list: readonly FollowUp[]) => kaplanMeier(eventTimes(list)).filter((step) => step.events > 0);
    const shown = (list: readonly FollowUp[]) =>
      withEvents(list).map(({ time, atRisk, survival }) => ({ time, atRisk, survival }));
    expect(shown(split)).toEqual(shown(published));
  });
});

describe('log-rank tests', () => {
  const table = (events: number, censored = 0) =>
    eventTimes([
      ...Array.from({ length: events }, (_, at): FollowUp => ({ time: at + 1, ending: 'event' })),
      ...Array.from({ length: censored }, (): FollowUp => ({ time: 99, ending: 'censored' })),
    ]);

  it('are for groups of ten events each, however many people there are', () => {
    expect(enoughToTest(table(10), table(25))).toBe(true);
    expect(enoughToTest(table(9, 400), table(400))).toBe(false);
    expect(enoughToTest(table(30), table(9, 30))).toBe(false);
  });

  it('take competing endings as leaving the risk set', () => {
    const second = eventTimes([5, 6].map((time) => ({ time, ending: 'event' })));
    const first = (ending: Ending) =>
      eventTimes([
        { time: 2, ending },
        { time: 9, ending: 'event' },
      ]);
    expect(logRank(first('competing'), second)).toEqual(logRank(first('censored'), second));
  });

  it('give one answer in either order of the groups, for every weight, and add up', () => {
    const weights = fc.constantFrom<LogRankWeight>('log-rank', 'wilcoxon', 'tarone-ware', 'peto');
    const tables = fc
      .array(fc.record({ time: fc.integer({ min: 0, max: 30 }), ending: endings }), { maxLength: 40 })
      .map(eventTimes);
    fc.assert(
      fc.property(tables, tables, weights, (first, second, weight) => {
        const test = logRank(first, second, { weight });
        fc.pre(test !== undefined);
        const turned = logRank(second, first, { weight });
        expect(turned!.chiSquare).toBeCloseTo(test!.chiSquare, 9);
        expect(test!.expected[0] + test!.expected[1]).toBeCloseTo(test!.observed[0] + test!.observed[1], 9);
        expect(test!.pValue).toBeGreaterThanOrEqual(0);
        expect(test!.pValue).toBeLessThanOrEqual(1);
        expect(eventTimesOf(first, second)).toEqual(eventTimesOf(second, first));
      }),
    );
  });
});

describe('a log-rank test of counts that were rounded', () => {
  it('takes what they may be off from the difference, and finds none that could be rounding', () => {
    const table = (times: readonly number[]) => eventTimes(times.map((time) => ({ time, ending: 'event' })));
    const [one, other] = [table([1, 2, 3, 4]), table([5, 6, 7, 8])];
    const plain = logRank(one, other)!;
    const difference = plain.observed[0] - plain.expected[0];
    const slack = difference / 2;
    expect(logRank(one, other, { slack })!.chiSquare).toBeCloseTo(plain.chiSquare / 4, 9);
    expect(logRank(one, other, { slack: difference + 1 })).toMatchObject({ chiSquare: 0, pValue: 1 });
  });
});

describe('curves that cross early', () => {
  const curve = (times: readonly (readonly [time: number, people: number])[]) =>
    eventTimes(
      times.flatMap(([time, people]) => Array.from({ length: people }, (): FollowUp => ({ time, ending: 'event' }))),
    );

  it('are those of which each is clearly above the other before half of all events have come', () => {
    const leavesAtOnce = curve([
      [1, 30],
      [50, 70],
    ]);
    const leavesABitLater = curve([
      [5, 70],
      [60, 30],
    ]);
    expect(crossEarly(leavesAtOnce, leavesABitLater)).toBe(true);
    expect(crossEarly(leavesABitLater, leavesAtOnce)).toBe(true);
    // Thirty points apart, and forty: no crossing where that much could be rounding.
    expect(crossEarly(leavesAtOnce, leavesABitLater, 20)).toBe(false);
  });

  it('are not those that differ one way, that are alike, or that cross once most have left', () => {
    const slow = curve([
      [10, 20],
      [20, 20],
      [60, 60],
    ]);
    const fast = curve([
      [5, 40],
      [15, 40],
      [60, 20],
    ]);
    expect(crossEarly(slow, fast)).toBe(false);
    expect(crossEarly(slow, slow)).toBe(false);
    const crossesLate = curve([
      [5, 60],
      [90, 40],
    ]);
    const allGoneLate = curve([
      [10, 20],
      [60, 80],
    ]);
    expect(crossEarly(crossesLate, allGoneLate)).toBe(false);
  });
});

describe('the difference of two medians', () => {
  const steps = (times: readonly number[]) => kaplanMeier(eventTimes(times.map((time) => ({ time, ending: 'event' }))));
  const upTo = (last: number) => Array.from({ length: 40 }, (_, at) => ((at + 1) * last) / 40);

  it('turns over with the groups, and holds 0 for the same curve', () => {
    const gap = medianGap(steps(upTo(80)), steps(upTo(40)))!;
    expect(gap.value).toBe(20);
    expect(gap.lower!).toBeGreaterThan(0);
    const turned = medianGap(steps(upTo(40)), steps(upTo(80)))!;
    expect([turned.value, turned.lower, turned.upper]).toEqual([-20, -gap.upper!, -gap.lower!]);
    const same = medianGap(steps(upTo(40)), steps(upTo(40)))!;
    expect(same.value).toBe(0);
    expect(same.lower! < 0 && same.upper! > 0).toBe(true);
  });

  it('is put together from the intervals of both medians, with no end where they have none', () => {
    const one = steps(upTo(80));
    const other = steps(upTo(40));
    const [a, b] = [medianInterval(one, logLogBand), medianInterval(other, logLogBand)];
    expect(medianGap(one, other)!.lower).toBeCloseTo(20 - Math.hypot(40 - a.lower!, b.upper! - 20), 12);
    const few = kaplanMeier(eventTimes([1, 2, 3].map((time) => ({ time, ending: 'event' }))));
    expect(medianGap(few, one)!.upper).toBeUndefined();
  });

  it('does not exist where a curve never falls to one half', () => {
    const stays = kaplanMeier(
      eventTimes([{ time: 3, ending: 'event' }, ...[9, 9, 9].map((time) => ({ time, ending: 'censored' as const }))]),
    );
    expect(medianGap(stays, steps(upTo(40)))).toBeUndefined();
  });
});

describe('quantiles of a curve', () => {
  const curve = (times: readonly number[]) =>
    kaplanMeier(eventTimes(times.map((time): FollowUp => ({ time, ending: 'event' }))));

  it('are the first time that has seen the share', () => {
    const ten = curve([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([0.1, 0.25, 0.5, 0.9, 1].map((share) => quantileOf(ten, share))).toEqual([1, 3, 5, 9, 10]);
    expect(quantileOf(kaplanMeier(eventTimes([{ time: 4, ending: 'censored' }])), 0.5)).toBeUndefined();
  });

  it('find the median of any even number of people, whatever the rounding', () => {
    for (let half = 1; half <= 200; half += 1) {
      expect(medianOf(curve(Array.from({ length: 2 * half }, (_, at) => at + 1)))).toBe(half);
    }
  });
});

describe('curves of any follow-ups', () => {
  it('never rise and stay between 0 and 1', () => {
    fc.assert(
      fc.property(people, (list) => {
        const steps = kaplanMeier(eventTimes(list));
        expect(steps.every(({ survival }, at) => survival >= 0 && survival <= (steps[at - 1]?.survival ?? 1))).toBe(
          true,
        );
      }),
    );
  });

  it('divide everybody between the event, the competing one and neither', () => {
    fc.assert(
      fc.property(people, (list) => {
        for (const { event, competing, free } of cumulativeIncidence(eventTimes(list))) {
          expect(event + competing + free).toBeCloseTo(1, 10);
          expect(Math.min(event, competing, free)).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
    );
  });

  it('leave as many free as a curve that takes both endings for the event', () => {
    fc.assert(
      fc.property(people, (list) => {
        const both = list.map((person) => ({
          ...person,
          ending: person.ending === 'censored' ? person.ending : 'event',
        }));
        const curveOfBoth = kaplanMeier(eventTimes(both as FollowUp[]));
        for (const [at, { free }] of cumulativeIncidence(eventTimes(list)).entries()) {
          expect(free).toBeCloseTo(curveOfBoth[at]!.survival, 10);
        }
      }),
    );
  });
});
