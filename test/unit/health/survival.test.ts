import { describe, expect, it } from 'vitest';
import { type Ending, eventTimes, type FollowUp } from '../../../electron/data/health/statistics/event-times.ts';
import {
  kaplanMeier,
  logLogBand,
  medianInterval,
  medianOf,
  type SurvivalStep,
  stepAt,
} from '../../../electron/data/health/statistics/kaplan-meier.ts';
import { type LogRankWeight, logRank } from '../../../electron/data/health/statistics/log-rank.ts';
import { logBand } from './statistics/made-by-hand.ts';

/** "6 6+ 7": times in weeks, + for censored. */
function weeks(text: string): FollowUp[] {
  return text.split(' ').map((word) => ({
    time: Number.parseInt(word, 10),
    ending: (word.endsWith('+') ? 'censored' : 'event') satisfies Ending,
  }));
}

const sixMp = weeks('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const placebo = weeks('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');
const maintained = weeks('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');
const notMaintained = weeks('5 5 8 8 12 16+ 23 27 30 33 43 45');

const estimate = (people: readonly FollowUp[]) => kaplanMeier(eventTimes(people));

/** Standard error of S by Greenwood. */
const standardErrorOf = ({ survival, variance }: SurvivalStep) => survival * Math.sqrt(variance!);

describe('Freireich 6-MP trial (W1)', () => {
  const published: [number, number, number, number, number, number, number, number, number, number][] = [
    [6, 21, 3, 0.857143, 0.08908708, 0.0764, 0.719817, 1, 0.6197, 0.9516],
    [7, 17, 1, 0.806723, 0.10776353, 0.0869, 0.653124, 0.996444, 0.5631, 0.9228],
    [10, 15, 1, 0.752941, 0.12796438, 0.0963, 0.585919, 0.967575, 0.5032, 0.8894],
    [13, 12, 1, 0.690196, 0.15475995, 0.1068, 0.509613, 0.934769, 0.4316, 0.8491],
    [16, 11, 1, 0.627451, 0.18177335, 0.1141, 0.439394, 0.895995, 0.3675, 0.8049],
    [22, 7, 1, 0.537815, 0.23843463, 0.1282, 0.337037, 0.858201, 0.2678, 0.7468],
    [23, 6, 1, 0.448179, 0.30030719, 0.1346, 0.248788, 0.807372, 0.1881, 0.6801],
  ];

  it.each(published)('week %i', (time, atRisk, events, s, seLog, se, logLower, logUpper, lower, upper) => {
    const step = stepAt(estimate(sixMp), time)!;
    expect(step).toMatchObject({ time, atRisk, events });
    expect(step.survival).toBeCloseTo(s, 6);
    expect(Math.sqrt(step.variance!)).toBeCloseTo(seLog, 8);
    expect(standardErrorOf(step)).toBeCloseTo(se, 4);
    expect(logBand(step)!.lower).toBeCloseTo(logLower, 6);
    expect(logBand(step)!.upper).toBeCloseTo(logUpper, 6);
    expect(logLogBand(step)!.lower).toBeCloseTo(lower, 4);
    expect(logLogBand(step)!.upper).toBeCloseTo(upper, 4);
  });

  it('counts the tie at week 6 as three events and one censoring with 21 at risk', () => {
    expect(eventTimes(sixMp)[0]).toEqual({ time: 6, atRisk: 21, events: 3, competing: 0, censored: 1 });
  });

  it('follows the placebo group down to nobody, where no band exists', () => {
    const steps = estimate(placebo);
    const expected = [0.9048, 0.8095, 0.7619, 0.6667, 0.5714, 0.381, 0.2857, 0.1905, 0.1429, 0.0952, 0.0476, 0];
    expect(steps.map((step) => step.time)).toEqual([1, 2, 3, 4, 5, 8, 11, 12, 15, 17, 22, 23]);
    for (const [at, value] of expected.entries()) expect(steps[at]!.survival).toBeCloseTo(value, 4);
    expect(standardErrorOf(stepAt(steps, 8)!)).toBeCloseTo(0.106, 4);
    const last = steps.at(-1)!;
    expect(last.survival).toBe(0);
    expect(last.variance).toBeUndefined();
    expect(logLogBand(last)).toBeUndefined();
  });

  it('gives the published medians, with both intervals of a band', () => {
    expect(medianOf(estimate(placebo))).toBe(8);
    expect(medianInterval(estimate(placebo), logBand)).toEqual({ lower: 4, upper: 12 });
    expect(medianOf(estimate(sixMp))).toBe(23);
    // 16 to none, and by the log-log band 13 to none: the two transforms give different answers.
    expect(medianInterval(estimate(sixMp), logBand)).toEqual({ lower: 16, upper: undefined });
    expect(medianInterval(estimate(sixMp), logLogBand)).toEqual({ lower: 13, upper: undefined });
  });

  it('counts 30 events in 541 weeks', () => {
    const everybody = [...sixMp, ...placebo];
    expect(everybody.filter((person) => person.ending === 'event')).toHaveLength(30);
    expect(everybody.reduce((sum, person) => sum + person.time, 0)).toBe(541);
  });

  it('gives the published log-rank test and its weighted forms', () => {
    const test = logRank(eventTimes(sixMp), eventTimes(placebo))!;
    expect(test.observed).toEqual([9, 21]);
    expect(test.expected[0]).toBeCloseTo(19.2505, 4);
    expect(test.expected[1]).toBeCloseTo(10.7495, 4);
    expect(test.chiSquare).toBeCloseTo(16.792941, 6);
    expect(test.pValue).toBeCloseTo(4.17e-5, 7);
    const weighted = (weight: LogRankWeight) => logRank(eventTimes(sixMp), eventTimes(placebo), { weight })!.chiSquare;
    expect(weighted('wilcoxon')).toBeCloseTo(13.457852, 6);
    expect(weighted('tarone-ware')).toBeCloseTo(15.123575, 6);
    expect(Math.abs(weighted('peto') - 14.084139)).toBeLessThan(1e-6);
  });
});

describe('AML maintenance study (W2)', () => {
  it.each([
    [9, 0.909, 0.0867],
    [13, 0.818, 0.1163],
    [18, 0.716, 0.1397],
    [23, 0.614, 0.1526],
    [31, 0.491, 0.1642],
    [34, 0.368, 0.1627],
    [48, 0.184, 0.1535],
  ])('maintained, week %i', (time, survival, error) => {
    const step = stepAt(estimate(maintained), time)!;
    expect(step.survival).toBeCloseTo(survival, 3);
    expect(standardErrorOf(step)).toBeCloseTo(error, 4);
  });

  it.each([
    [5, 0.8333, 0.1076],
    [8, 0.6667, 0.1361],
    [12, 0.5833, 0.1423],
    [23, 0.4861, 0.1481],
    [27, 0.3889, 0.147],
    [30, 0.2917, 0.1387],
    [33, 0.1944, 0.1219],
    [43, 0.0972, 0.0919],
  ])('not maintained, week %i', (time, survival, error) => {
    const step = stepAt(estimate(notMaintained), time)!;
    expect(step.survival).toBeCloseTo(survival, 4);
    expect(standardErrorOf(step)).toBeCloseTo(error, 4);
  });

  it('ends at nobody without a band, and gives the published medians', () => {
    expect(stepAt(estimate(notMaintained), 45)).toMatchObject({ survival: 0, variance: undefined });
    expect(logBand(estimate(maintained)[0]!)!.lower).toBeCloseTo(0.7541, 4);
    expect(logBand(estimate(maintained)[0]!)!.upper).toBe(1);
    expect(medianOf(estimate(maintained))).toBe(31);
    expect(medianInterval(estimate(maintained), logBand)).toEqual({ lower: 18, upper: undefined });
    expect(medianOf(estimate(notMaintained))).toBe(23);
    expect(medianInterval(estimate(notMaintained), logBand)).toEqual({ lower: 8, upper: undefined });
  });

  it('gives the published log-rank test', () => {
    const test = logRank(eventTimes(maintained), eventTimes(notMaintained))!;
    expect(test.expected[0]).toBeCloseTo(10.69, 2);
    expect(test.expected[1]).toBeCloseTo(7.31, 2);
    expect(test.chiSquare).toBeCloseTo(3.3964, 4);
    expect(test.pValue).toBeCloseTo(0.0653, 4);
  });
});

describe('small log-rank tests (W9)', () => {
  it('compares 10 20 30 with 10 20 50', () => {
    const test = logRank(eventTimes(weeks('10 20 30')), eventTimes(weeks('10 20 50')))!;
    expect(test.chiSquare).toBeCloseTo(0.254237, 6);
    expect(test.pValue).toBeCloseTo(0.614107, 6);
  });

  it('compares them again with the middle one censored', () => {
    const test = logRank(eventTimes(weeks('10 20+ 30')), eventTimes(weeks('10 20+ 50')))!;
    expect(test.chiSquare).toBeCloseTo(0.384615, 6);
    expect(test.pValue).toBeCloseTo(0.535143, 6);
  });

  it('has nothing to say where nobody had the event', () => {
    expect(logRank(eventTimes(weeks('3+')), eventTimes(weeks('4+')))).toBeUndefined();
  });
});

describe('delayed entry (W7)', () => {
  const entry = [1, 2, 5, 2, 1, 7, 3, 4, 8, 8];
  const stop = [2, 3, 6, 7, 8, 9, 9, 9, 14, 17];
  const event = [1, 1, 1, 1, 1, 1, 1, 0, 0, 0];
  const people = entry.map(
    (start, at): FollowUp => ({ entry: start, time: stop[at]!, ending: event[at] ? 'event' : 'censored' }),
  );

  it('puts a person at risk in (start, stop] alone', () => {
    const rows = eventTimes(people);
    expect(rows.map((row) => row.time)).toEqual([2, 3, 6, 7, 8, 9, 14, 17]);
    expect(rows.map((row) => row.atRisk)).toEqual([2, 3, 5, 4, 4, 5, 2, 1]);
    expect(rows.map((row) => row.events)).toEqual([1, 1, 1, 1, 1, 2, 0, 0]);
    const expected = [1 / 2, 1 / 3, 4 / 15, 1 / 5, 3 / 20, 9 / 100, 9 / 100, 9 / 100];
    for (const [at, step] of kaplanMeier(rows).entries()) expect(step.survival).toBeCloseTo(expected[at]!, 12);
  });

  it('leaves out people whose follow-up ends before it starts', () => {
    expect(eventTimes([{ entry: 5, time: 5, ending: 'event' }])).toEqual([]);
  });
});
