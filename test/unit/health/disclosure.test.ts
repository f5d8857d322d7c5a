import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOpen, publishCount, roundedCount } from '../../../electron/data/health/disclosure/counts.ts';
import { causesTogether, midpointByCause } from '../../../electron/data/health/disclosure/curve-table.ts';
import { midpointRound } from '../../../electron/data/health/disclosure/midpoint.ts';
import { publishRetention } from '../../../electron/data/health/disclosure/publish-retention.ts';
import { publishStay } from '../../../electron/data/health/disclosure/publish-stay.ts';
import { releaseForChecking } from '../../../electron/data/health/disclosure/release-for-checking.ts';
import { type DisclosureRules, rulesFor } from '../../../electron/data/health/disclosure/rules.ts';
import { publishShare } from '../../../electron/data/health/disclosure/shares.ts';
import { auditTogether } from '../../../electron/data/health/disclosure/together/audit-together.ts';
import { packActiveDays } from '../../../electron/data/health/metrics/active-days.ts';
import { type LifeCycleRow, lifeCycle } from '../../../electron/data/health/metrics/life-cycle.ts';
import { returnTable } from '../../../electron/data/health/metrics/return-on-period.ts';
import { stayCurve } from '../../../electron/data/health/metrics/stay-curve.ts';
import { cumulativeIncidence } from '../../../electron/data/health/statistics/cumulative-incidence.ts';
import { eventTimes } from '../../../electron/data/health/statistics/event-times.ts';
import { aRawHealth } from '../../builders/raw-health.ts';

const team = rulesFor('team');
const exported = rulesFor('export');
const shown = (value: number) => ({ mark: 'shown', value, lower: null, upper: null });

describe('counts', () => {
  it('are exact for the team', () => {
    expect([0, 1, 7, 13].map((count) => publishCount(count, team))).toEqual([0, 1, 7, 13].map(shown));
  });

  it('are hidden up to 7 and rounded to 5 in an export; nobody is nobody', () => {
    expect(publishCount(0, exported)).toEqual(shown(0));
    for (const count of [1, 4, 7]) expect(publishCount(count, exported)).toEqual({ mark: 'hidden' });
    expect([8, 12, 13, 17, 18].map((count) => publishCount(count, exported))).toEqual([10, 10, 15, 15, 20].map(shown));
  });

  it('let at least five true counts stand behind every shown one', () => {
    const behind = new Map<string, number>();
    for (let count = 1; count <= 2000; count += 1) {
      const text = JSON.stringify(publishCount(count, exported));
      behind.set(text, (behind.get(text) ?? 0) + 1);
    }
    behind.delete(JSON.stringify(publishCount(2000, exported)));
    expect(Math.min(...behind.values())).toBeGreaterThanOrEqual(5);
  });

  it('keep a mark when their period is open', () => {
    expect(asOpen(publishCount(20, exported))).toMatchObject({ mark: 'open', value: 20 });
    expect(asOpen(publishCount(3, exported))).toEqual({ mark: 'hidden' });
  });
});

describe('shares', () => {
  it('need 30 people as they are told, so that a missing share tells nothing more', () => {
    expect(publishShare(10, 29, team)).toEqual({ mark: 'unavailable' });
    expect(publishShare(15, 30, team)).toMatchObject({ mark: 'uncertain', value: 50 });
    // 27 people are told as 25; 28 and 32 as 30, and nobody can tell which of them it was.
    expect(publishShare(10, 27, exported)).toEqual({ mark: 'unavailable' });
    expect(publishShare(10, 28, exported)).toEqual(publishShare(10, 32, exported));
    expect(publishShare(10, 32, exported)).toMatchObject({ value: 33 });
  });

  it('are whole percents with a whole-percent interval, and uncertain from 30 points on', () => {
    expect(publishShare(84, 123, team)).toEqual({ mark: 'shown', value: 68, lower: 60, upper: 76 });
    expect(publishShare(19, 38, team)).toMatchObject({ mark: 'uncertain', lower: 35, upper: 65 });
  });

  it('are uncertain where the interval is wider than 130 % of them, and over five points (B.5.7)', () => {
    expect(publishShare(2, 40, team)).toEqual({ mark: 'uncertain', value: 5, lower: 1, upper: 17 });
    expect(publishShare(5, 150, team)).toEqual({ mark: 'uncertain', value: 3, lower: 1, upper: 8 });
    // Five points are narrow enough for any share.
    expect(publishShare(6, 200, team)).toEqual({ mark: 'shown', value: 3, lower: 1, upper: 6 });
    expect(publishShare(30, 1000, team)).toMatchObject({ mark: 'shown' });
    // As wide beside a larger share.
    expect(publishShare(10, 150, team)).toEqual({ mark: 'shown', value: 7, lower: 4, upper: 12 });
    // A bound is no estimate.
    expect(publishShare(0, 50, { ...team, coded: true })).toEqual({ mark: 'shown', value: 5, lower: 0, upper: 5 });
  });

  it('are uncertain of fewer than 40 people, as they are told, however narrow the interval', () => {
    expect(publishShare(10, 39, team)).toEqual({ mark: 'uncertain', value: 26, lower: 15, upper: 41 });
    expect(publishShare(10, 40, team)).toMatchObject({ mark: 'shown' });
    expect(publishShare(9, 37, exported)).toMatchObject({ mark: 'uncertain' });
    expect(publishShare(9, 38, exported)).toMatchObject({ mark: 'shown' });
    // Of things there is no interval, and no people to be few.
    expect(publishShare(2, 39, team, 'none')).toEqual({ mark: 'shown', value: 5, lower: null, upper: null });
  });

  it('come from rounded counts in an export: nobody can invert the interval', () => {
    const same = [43, 44, 45, 46, 47].map((part) => JSON.stringify(publishShare(part, 100, exported)));
    expect(new Set(same).size).toBe(1);
    const wholes = [98, 99, 100, 101, 102].map((whole) => JSON.stringify(publishShare(45, whole, exported)));
    expect(new Set(wholes).size).toBe(1);
  });

  it('are hidden where their part is', () => {
    expect(publishShare(5, 100, exported)).toEqual({ mark: 'hidden' });
  });

  it('near 0 and 100 are bounds that widen as groups shrink', () => {
    expect(publishShare(400, 400, exported)).toEqual({ mark: 'shown', value: 99, lower: 99, upper: 100 });
    expect(publishShare(0, 150, exported)).toEqual({ mark: 'shown', value: 2, lower: 0, upper: 2 });
    expect(publishShare(60, 60, exported)).toMatchObject({ value: 95 });
    expect(publishShare(35, 35, exported)).toMatchObject({ value: 90 });
  });

  it('depend on rounded counts alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 33, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        const part = Math.round(whole * share);
        fc.pre(part === 0 || part > 7);
        const roundedPart = Math.round(part / 5) * 5;
        const roundedWhole = Math.round(whole / 5) * 5;
        fc.pre(roundedPart <= roundedWhole);
        expect(publishShare(part, whole, exported)).toEqual(publishShare(roundedPart, roundedWhole, exported));
      }),
    );
  });
});

describe('stay curves', () => {
  it('rounds to the middle of blocks of six', () => {
    expect([0, 1, 6, 7, 12, 13, 18].map((count) => midpointRound(count, 6))).toEqual([0, 3, 3, 9, 9, 15, 15]);
  });

  it('never steps by one person in an export, nor shows few at risk', () => {
    const people = Array.from({ length: 60 }, (_, at) => [at % 10, (at % 10) + at]);
    const curve = stayCurve(packActiveDays(people), { lastDay: 300, gap: 90 });
    const rows = midpointByCause(causesTogether(curve.rows), 6);
    expect(rows.every((row) => row.events === 0 || row.events >= 3)).toBe(true);
    expect(rows.every((row) => row.atRisk >= 0)).toBe(true);
    const published = publishStay(curve, 2, exported);
    for (const { count } of published.atRisk) expect('value' in count && count.value > 7).toBe(true);
    // 60 people, most lapsing one at a time: the published curve has far fewer steps than people.
    expect(published.points.length).toBeLessThan(15);
    expect(publishStay(curve, 2, team).points.length).toBeGreaterThan(published.points.length);
  });

  it('tells the share removed apart only where many were, rounded for the team as well', () => {
    // Of 400 people 200 come for ten days and 60 are removed on their twentieth; the rest stay.
    const curveWith = (removed: number) => {
      const days = (count: number, last: number) =>
        Array.from({ length: count }, () => Array.from({ length: last / 10 + 1 }, (_, at) => at * 10));
      const people = [...days(removed, 10), ...days(200, 10), ...days(200 - removed, 400)];
      const ends = new Map(Array.from({ length: removed }, (_, at) => [at, { day: 20, how: 'removed' as const }]));
      return stayCurve(packActiveDays(people), { lastDay: 400, gap: 90, ends });
    };
    const curve = curveWith(60);
    expect(curve).toMatchObject({ lapsed: 200, removed: 60 });
    // Fifteen in a hundred, told from 57 and from 54: the middles of the blocks that 60 stands in.
    for (const [rules, value] of [
      [team, 14],
      [exported, 13],
    ] as const) {
      const { removed } = publishStay(curve, 2, rules);
      expect(removed?.share).toEqual({ mark: 'shown', value, lower: null, upper: null });
      // One removal more or less is the same block: nobody can be told apart.
      expect(publishStay(curveWith(59), 2, rules).removed?.share).toEqual(removed?.share);
      expect(publishStay(curveWith(27), 2, rules)).not.toHaveProperty('removed');
    }
  });

  it('rounds each cause for itself, consistently, for any follow-up', () => {
    const people = fc.array(
      fc.record({ time: fc.integer({ min: 1, max: 300 }), ending: fc.constantFrom('event', 'censored', 'competing') }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(people, (followUps) => {
        const rows = midpointByCause(eventTimes(followUps as never), 6);
        for (const row of rows) {
          expect(row.events + row.competing).toBeLessThanOrEqual(row.atRisk);
        }
        const last = cumulativeIncidence(rows).at(-1);
        if (last) expect(last.event + last.competing + last.free).toBeCloseTo(1, 9);
      }),
    );
  });

  it('keeps rounded counts consistent for any follow-up', () => {
    const people = fc.array(
      fc.record({ time: fc.integer({ min: 1, max: 300 }), ending: fc.constantFrom('event', 'censored', 'competing') }),
      {
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(people, (followUps) => {
        const rows = midpointByCause(causesTogether(eventTimes(followUps as never)), 6);
        for (const row of rows) {
          expect(row.events).toBeLessThanOrEqual(row.atRisk);
          expect(row.competing).toBe(0);
        }
      }),
    );
  });

  it('never rises, though bounds near zero are wider where fewer are at risk', () => {
    // 950 come once. Fifty stay to the end; they joined on fifty days, so fewer and fewer are followed that long.
    const once = Array.from({ length: 950 }, () => [0]);
    const stays = Array.from({ length: 50 }, (_, at) =>
      Array.from({ length: 101 - at }, (__, visit) => 10 * (at + visit)),
    );
    const curve = stayCurve(packActiveDays([...once, ...stays]), { lastDay: 1000, gap: 90 });
    const { points } = publishStay(curve, 2, exported);
    const shares = points.flatMap(({ share }) => ('value' in share ? [share.value] : []));
    expect(shares).toEqual([...shares].sort((one, other) => other - one));
    expect(points.at(-1)?.share).toEqual({ mark: 'shown', value: 5, lower: 0, upper: 5 });
  });

  it('draws nothing for fewer than 30 people, and says so', () => {
    const curve = stayCurve(packActiveDays(Array.from({ length: 29 }, () => [0, 5])), { lastDay: 300, gap: 90 });
    const published = publishStay(curve, 2, team);
    expect(published.points).toEqual([]);
    expect(published.finding.key).toBe('findings.stay.tooFew');
    expect(published.marks.every((mark) => mark.share.mark === 'unavailable')).toBe(true);
  });
});

describe('cohort tables', () => {
  const cohort = (size: number, day: number, returning: number) =>
    Array.from({ length: size }, (_, at) => (at < returning ? [day, day + 7] : [day]));
  const monday = 4;

  it('hides a small cohort with its whole row in an export', () => {
    const active = packActiveDays([...cohort(7, monday, 7), ...cohort(50, monday + 7, 20)]);
    const table = publishRetention(returnTable(active, { unit: 'week', lastDay: monday + 27 }), 2, exported);
    expect(table.cohorts[0]?.size).toEqual({ mark: 'hidden' });
    expect(new Set(table.cohorts[0]?.cells.map((cell) => cell.share.mark))).toEqual(new Set(['hidden']));
    expect(table.cohorts[1]?.cells[1]?.share).toMatchObject({ mark: 'shown', value: 40 });
  });

  it('marks open cells and never averages the joining period', () => {
    const active = packActiveDays(cohort(50, monday, 20));
    const table = publishRetention(returnTable(active, { unit: 'week', lastDay: monday + 9 }), 2, team);
    expect(table.cohorts[0]?.cells.map((cell) => cell.share.mark)).toEqual(['shown', 'open']);
    expect(table.average).toEqual([]);
    expect(table.finding.key).toBe('findings.retention.tooFew');
    expect(table.caveats.map((caveat) => caveat.key)).toContain('caveats.openCells');
  });
});

const FLOWS = ['new', 'returning', 'resurrected', 'dormant', 'active'] as const;
type Display = Record<(typeof FLOWS)[number], number | undefined>[];

/** The life cycle as an export of nothing else tells it: rounded counts, undefined where hidden. */
function shownFlows(lifeCycle: readonly LifeCycleRow[], rules: DisclosureRules): Display {
  const view = aRawHealth({ lifeCycle });
  const [told] = auditTogether({ charts: [], views: [view], rules, otherRules: rules }).views;
  return (told?.lifeCycle ?? []).map(
    (row) => Object.fromEntries(FLOWS.map((flow) => [flow, roundedCount(row[flow], rules)])) as Display[number],
  );
}

/** Tries out all two-period life cycles that fit a display; tells how many values up to 7 a count may have. */
function valuesThatFit(display: Display): (at: number, flow: keyof Display[number]) => number {
  const fits = (value: number, shownAs: number | undefined) =>
    shownAs === undefined || (shownAs === 0 ? value === 0 : value > 7 && Math.round(value / 5) * 5 === shownAs);
  const found = new Map<string, Set<number>>();
  for (let once = 0; once <= 60; once += 1) {
    for (let both = 0; both <= 60; both += 1) {
      const started = { new: once + both, active: once + both };
      if (!fits(started.new, display[0]?.new) || !fits(started.active, display[0]?.active)) continue;
      if (!fits(both, display[1]?.returning) || !fits(once, display[1]?.dormant)) continue;
      for (let late = 0; late <= 60; late += 1) {
        if (!fits(late, display[1]?.new) || !fits(both + late, display[1]?.active)) continue;
        const second = { new: late, returning: both, dormant: once, active: both + late };
        for (const [at, flows] of [started, second].entries()) {
          for (const [flow, value] of Object.entries(flows)) {
            if (value <= 7) found.set(`${at} ${flow}`, (found.get(`${at} ${flow}`) ?? new Set()).add(value));
          }
        }
      }
    }
  }
  return (at, flow) => found.get(`${at} ${flow}`)?.size ?? 0;
}

describe('life cycle in an export', () => {
  it('leaves at least five values for every small count, whatever the sums say', () => {
    const histories = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }), {
      minLength: 10,
      maxLength: 120,
    });
    fc.assert(
      fc.property(histories, (lists) => {
        const rows = lifeCycle(packActiveDays(lists), { unit: 'day', lastDay: 6 });
        const display = shownFlows(rows, exported);
        for (const [at, row] of rows.entries()) {
          const period = display[at]!;
          if (row.new === 0 || row.new > 7) continue;
          expect(period.new).toBeUndefined();
          // A reader who adds up by hand, with ±2 of rounding on each shown number.
          const { active, returning, resurrected } = period;
          if (active === undefined || returning === undefined || resurrected === undefined) continue;
          const [a, b, c] = [active, returning, resurrected].map((value) => (value === 0 ? 0 : 2));
          const low = Math.max(0, active - a! - (returning + b!) - (resurrected + c!));
          const high = Math.min(7, active + a! - (returning - b!) - (resurrected - c!));
          expect(high - low + 1).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stands up to trying out every life cycle that fits what is shown', () => {
    const people = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(people, ([once, both, late]) => {
        fc.pre(once + both + late > 0 && once + both > 0);
        const lists = [...Array(once).fill([0]), ...Array(both).fill([0, 1]), ...Array(late).fill([1])];
        const rows = lifeCycle(packActiveDays(lists), { unit: 'day', lastDay: 1 });
        const display = shownFlows(rows, exported);
        const left = valuesThatFit(display);
        for (const [at, row] of rows.entries()) {
          for (const flow of ['new', 'returning', 'dormant', 'active'] as const) {
            if (row[flow] > 0 && row[flow] <= 7) expect(left(at, flow), `${flow} ${at}`).toBeGreaterThanOrEqual(5);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hides nothing from the team', () => {
    const rows = lifeCycle(packActiveDays([[0, 1], [0], [1]]), { unit: 'day', lastDay: 1 });
    expect(shownFlows(rows, team)[1]).toEqual({
      new: 1,
      returning: 1,
      resurrected: 0,
      dormant: 1,
      active: 2,
    });
  });
});

describe('checking mode', () => {
  it('gives true numbers of a data set without people alone', () => {
    expect(releaseForChecking(aRawHealth({ holdsPersonalData: false, members: 3 })).members).toBe(3);
    expect(() => releaseForChecking(aRawHealth())).toThrow(expect.objectContaining({ code: 'not-permitted' }));
  });
});
