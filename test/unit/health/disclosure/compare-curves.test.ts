import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findableRatio } from '../../../../electron/data/health/disclosure/publish/findable-ratio.ts';
import { publishMetric } from '../../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { identityRulesFor, rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { comparisonOf } from '../../../../electron/data/health/findings/comparison.ts';
import type { RawCurves, RawGaps } from '../../../../electron/data/health/metrics/raw-result.ts';
import { eventTimes, type FollowUp } from '../../../../electron/data/health/statistics/event-times.ts';
import type { ChartShape, CurveComparison } from '../../../../shared/domain/health/chart.ts';

const team = rulesFor('team');
const places = [team, identityRulesFor('team'), identityRulesFor('export')] as const;

/** People who leave with one hazard a day, followed for a year and a half; `random` gives numbers from 0 to 1. */
function leaving(people: number, hazard: number, random: () => number): FollowUp[] {
  return Array.from({ length: people }, (): FollowUp => {
    const time = Math.ceil(-Math.log(1 - random()) / hazard);
    return time > 540 ? { time: 540, ending: 'censored' } : { time, ending: time % 20 === 0 ? 'competing' : 'event' };
  });
}

/** A generator of its own, so that every run sees the same people. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

function gapsOf(...sides: readonly (readonly [FollowUp[], FollowUp[]])[]): RawGaps {
  const share = (people: readonly FollowUp[]) => ({
    part: people.filter(({ time }) => time > 90).length,
    whole: people.length,
  });
  return {
    kind: 'gaps',
    rows: sides.map(([group, rest], at) => ({
      id: `row ${at}`,
      label: { name: `Group ${at}` },
      group: share(group),
      rest: share(rest),
      curves: { group: eventTimes(group), rest: eventTimes(rest) },
    })),
  };
}

function curvesOf(shape: ChartShape): readonly (CurveComparison | undefined)[] {
  return shape.kind === 'dots' ? shape.rows.map(({ curves }) => curves) : [];
}

describe('curves by group', () => {
  it.each(places)('that were made to differ are found to, and those that were not are not', (rules) => {
    const random = seeded(1);
    const raw = gapsOf(
      [leaving(120, 0.02, random), leaving(400, 0.005, random)],
      [leaving(120, 0.01, random), leaving(400, 0.01, random)],
    );
    const [differ, alike] = curvesOf(publishMetric(raw, rules));
    expect(differ).toMatchObject({ test: 'differ', medianGap: { mark: 'shown' } });
    expect(differ?.medianGap).toMatchObject({ value: expect.toSatisfy((days: number) => days < -60) });
    expect(alike).toMatchObject({ test: 'alike' });
  });

  it.each(places)('that are alike are rarely said to differ, rounded as well', (rules) => {
    let differ = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seeded(seed * 7919);
      const raw = gapsOf([leaving(100, 0.01, random), leaving(300, 0.01, random)]);
      if (curvesOf(publishMetric(raw, rules))[0]?.test === 'differ') differ += 1;
    }
    // Five in a hundred by construction: 10 of 200, by chance up to about 20. Without the slack for rounding it was 88.
    expect(differ).toBeLessThanOrEqual(20);
  });

  it('are too few to test where a side has fewer than ten who left', () => {
    const random = seeded(3);
    const stay = Array.from(
      { length: 60 },
      (_, at): FollowUp => (at < 9 ? { time: at + 1, ending: 'event' } : { time: 300, ending: 'censored' }),
    );
    const [few] = curvesOf(publishMetric(gapsOf([stay, leaving(300, 0.01, random)]), team));
    expect(few).toMatchObject({ test: 'too-few', medianGap: { mark: 'unavailable' } });
  });

  it('are corrected for all that are told together', () => {
    // A difference that stands alone and does not stand among five: looked for, so that no seed is hard-coded.
    const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
    const found = seeds.map((seed) => {
      const random = seeded(seed * 104_729);
      const alone = [leaving(150, 0.0124, random), leaving(300, 0.01, random)] as const;
      const others = Array.from({ length: 4 }, () => [leaving(150, 0.01, random), leaving(300, 0.01, random)] as const);
      const single = curvesOf(publishMetric(gapsOf(alone), team))[0]?.test;
      const among = curvesOf(publishMetric(gapsOf(alone, ...others), team))[0]?.test;
      return `${single} ${among}`;
    });
    expect(found).toContain('differ alike');
    expect(found).not.toContain('alike differ');
  });

  it('never tell a p-value, nor by identity rules a day on which one person left', () => {
    const random = seeded(5);
    const sides = [leaving(80, 0.02, random), leaving(200, 0.01, random)] as const;
    const shape = publishMetric(gapsOf(sides), identityRulesFor('team'));
    const [curves] = curvesOf(shape);
    expect(Object.keys(curves ?? {}).sort()).toEqual(['findable', 'medianGap', 'test']);
    expect(curves?.medianGap).toMatchObject({ value: expect.toSatisfy((days: number) => days % 5 === 0) });
  });

  it('say the same whichever of their days the second to sixth of a group left on', () => {
    const rules = identityRulesFor('team');
    const rest = leaving(200, 0.01, seeded(8));
    const others = Array.from({ length: 60 }, (_, at): FollowUp => ({ time: 40 + at * 5, ending: 'event' }));
    const days = fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 5, maxLength: 5 });
    const said = (early: readonly number[]) => {
      // The first of the six begins the block.
      const six = [1, ...early].map((time): FollowUp => ({ time, ending: 'event' }));
      return curvesOf(publishMetric(gapsOf([[...six, ...others], rest]), rules))[0];
    };
    const first = said([2, 3, 4, 5, 6]);
    expect(first?.test).toBeDefined();
    fc.assert(
      fc.property(days, (early) => {
        expect(said(early)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('are told in one plain sentence', () => {
    const random = seeded(1);
    const pair = () => [leaving(120, 0.02, random), leaving(400, 0.005, random)] as const;
    const few = [leaving(40, 0.0001, random), leaving(400, 0.01, random)] as const;
    expect(comparisonOf(publishMetric(gapsOf(pair(), pair(), few), team), { start: null, before: null })).toEqual({
      key: 'charts:curves.ofGroups',
      params: { tested: 2, differ: 2, untested: 1 },
    });
    expect(comparisonOf(publishMetric(gapsOf(pair()), team), { start: null, before: null })?.key).toBe(
      'charts:curves.differ',
    );
  });
});

describe('what so many events would find (B.6)', () => {
  it('is told as a plain ratio, never as the number of events', () => {
    // Groups of the same size: 631 events for 4 to 5, 66 for twice, 17 for four times.
    expect([631, 630, 66, 65, 17].map((events) => findableRatio(events, 0.5))).toEqual([1.25, 1.5, 2, 3, 4]);
    expect(findableRatio(16, 0.5)).toBeNull();
    expect(findableRatio(182, 0.1)).toBe(2);
    expect(findableRatio(100, 0)).toBeNull();
  });
});

describe('two curves in one chart', () => {
  const waits = (fast: boolean, people = 120) =>
    Array.from(
      { length: people },
      (_, at): FollowUp => ({ time: ((at % 60) + 1) * (fast ? 0.5 : 2), ending: 'event' }),
    );
  const series = (id: string, people: readonly FollowUp[], complete = true) => ({
    id,
    label: { name: id },
    period: { index: 0, firstDay: 0, lastDay: 90, complete },
    table: eventTimes(people),
    followed: people.length,
  });
  const chart = (...all: RawCurves['series']): ChartShape =>
    publishMetric({ kind: 'curves', time: 'hours', reads: 'rising', marks: [24], series: all }, team);
  const comparison = (shape: ChartShape) => (shape.kind === 'curves' ? shape.comparison : undefined);

  it('are compared over their whole time, this period with the one before', () => {
    const shape = chart(series('current', waits(true)), series('previous', waits(false)));
    expect(comparison(shape)).toMatchObject({ test: 'differ', medianGap: { value: -45 }, findable: 2 });
    expect(comparisonOf(shape, { start: null, before: null })).toEqual({ key: 'charts:curves.differ', params: {} });
  });

  it('are not where one may still change, has few people, or stands alone', () => {
    expect(comparison(chart(series('current', waits(true), false), series('previous', waits(false))))).toBeUndefined();
    expect(comparison(chart(series('current', waits(true, 29)), series('previous', waits(false))))).toBeUndefined();
    const alone = chart(series('current', waits(true)));
    expect([comparison(alone), comparisonOf(alone, { start: null, before: null })]).toEqual([undefined, null]);
  });

  it('are said to cross early where no one test fits', () => {
    const half = (early: number, late: number, first: number): FollowUp[] =>
      Array.from({ length: 100 }, (_, at): FollowUp => ({ time: at < first ? early : late, ending: 'event' }));
    const shape = chart(series('current', half(1, 50, 30)), series('previous', half(5, 60, 70)));
    expect(comparison(shape)?.test).toBe('crossing');
  });
});
