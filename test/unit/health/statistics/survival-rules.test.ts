import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../../../electron/data/health/statistics/cumulative-incidence.ts';
import { type Ending, eventTimes, type FollowUp } from '../../../../electron/data/health/statistics/event-times.ts';
import { kaplanMeier, medianOf, quantileOf } from '../../../../electron/data/health/statistics/kaplan-meier.ts';

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
