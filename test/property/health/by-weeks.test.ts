import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOf, periodOf } from '../../../electron/data/health/calendar/periods.ts';
import { activeInOwnSpan, NO_DAY } from '../../../electron/data/health/engine/active-people.ts';
import type { HealthFacts } from '../../../electron/data/health/facts/health-facts.ts';
import { engagementSteps } from '../../../electron/data/health/metrics/advocacy/engagement-steps.ts';
import { inactiveContributors } from '../../../electron/data/health/metrics/resilience/inactive-contributors.ts';
import { levelFlow } from '../../../electron/data/health/metrics/resilience/level-moves.ts';
import { dormancy, lifeCycleChart } from '../../../electron/data/health/metrics/resilience/life-cycle-chart.ts';
import { cohortTable } from '../../../electron/data/health/metrics/resilience/return-grid.ts';
import { returnInBracket } from '../../../electron/data/health/metrics/resilience/return-in-bracket.ts';
import { stayCurveChart } from '../../../electron/data/health/metrics/resilience/stay-curve-chart.ts';
import { stickiness } from '../../../electron/data/health/metrics/resilience/stickiness.ts';
import { survivingNewcomers } from '../../../electron/data/health/metrics/resilience/surviving-newcomers.ts';
import { thirtyDayReturners } from '../../../electron/data/health/metrics/resilience/thirty-day-returners.ts';
import { stayedAtNinety, stayStatus } from '../../../electron/data/health/metrics/stayed-at-ninety.ts';
import { anInstant, aWindow, type FactsPlan, factsWithDays } from '../../builders/health-facts.ts';
import { resultOf } from '../../builders/metric-results.ts';
import { activeIn } from '../../reference/active-by-days.ts';
import { ByDays } from '../../reference/resilience-by-days.ts';

const FIRST = anInstant('2024-11-01');
const DAYS = 640;
const date = (day: number) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
const names = Array.from({ length: 45 }, (_, at) => `p${at}`);

/** Somebody who comes on a day and is active now and then until they stop, with gaps of all lengths. */
const life = fc
  .record({
    first: fc.integer({ min: 0, max: DAYS - 1 }),
    gaps: fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 20, max: 130 })), { maxLength: 25 }),
    level: fc.constantFrom(0, 1, 2, 2, 2, 3, 4),
    joinedEarlier: fc.boolean(),
    ended: fc.option(fc.integer({ min: 0, max: DAYS - 1 }), { nil: undefined, freq: 4 }),
    endedHow: fc.constantFrom('removed' as const, 'deleted' as const, 'spam' as const),
  })
  .map(({ first, gaps, ...rest }) => {
    const days = [first];
    for (const gap of gaps) days.push((days.at(-1) ?? 0) + gap);
    return { ...rest, first, days: days.filter((day) => day < DAYS) };
  });

/** People with active days and few messages: nearly everybody's first message is their first active day. */
const plan: fc.Arbitrary<FactsPlan> = fc
  .tuple(fc.array(life, { minLength: 5, maxLength: names.length }), fc.integer({ min: 0, max: 3 }))
  .map(([lives, cut]) => ({
    firstDay: date(0),
    lastDay: date(DAYS - 1 - cut * 31),
    people: Object.fromEntries(
      lives.map((one, at) => [
        names[at] ?? '',
        {
          joined: date(Math.max(0, one.first - (one.joinedEarlier ? 40 : 0))),
          joinedEarlier: one.joinedEarlier && at % 5 === 0,
          ...(one.level >= 2 ? { spoke: date(one.first) } : {}),
          ...(one.ended === undefined ? {} : { ended: date(one.ended), endedHow: one.endedHow }),
        },
      ]),
    ),
    active: Object.fromEntries(
      lives.map(({ level, days }, at) => [
        names[at] ?? '',
        { level: level as 0 | 1 | 2 | 3 | 4, days: days.filter((day) => day < DAYS - cut * 31).map(date) },
      ]),
    ),
  }));

const units = fc.constantFrom('month' as const, 'quarter' as const);

/** Holds for random communities, each with lists of days beside its weeks. */
function forCommunities(holds: (facts: HealthFacts, byDays: ByDays, unit: 'month' | 'quarter') => void): void {
  fc.assert(
    fc.property(plan, units, (made, unit) => {
      const both = factsWithDays(made);
      fc.pre(both.days(2).days.length > 0);
      holds(both.facts, new ByDays(both), unit);
    }),
    { numRuns: 60 },
  );
}

const shares = (rows: readonly { readonly part: number; readonly whole: number }[]) =>
  rows.map(({ part, whole }) => ({ part, whole }));

describe('what is counted from weeks of members is what lists of days give', () => {
  it('for return tables and life cycles', () => {
    forCommunities((facts, byDays, unit) => {
      const window = aWindow(facts, unit);
      for (const counting of ['on', 'on-or-after'] as const) {
        const table = cohortTable(facts, window, counting);
        expect(table).toEqual({ ...byDays.returns(table?.unit ?? 'quarter', counting) });
      }
      const flows = new Map(byDays.flows(unit).map((row) => [row.period, row]));
      const parts = resultOf(lifeCycleChart, facts, 'parts', window).rows;
      expect(parts.length).toBeGreaterThan(0);
      expect(parts.map(({ period, counts }) => [period?.index, ...counts])).toEqual(
        parts.map(({ period }) => {
          const flow = flows.get(period?.index ?? 0);
          return [period?.index, flow?.new, flow?.returning, flow?.resurrected, flow?.dormant];
        }),
      );
      for (const { period, part, whole } of resultOf(dormancy, facts, 'shares', window).rows) {
        const index = period?.index ?? 0;
        expect([part, whole]).toEqual([flows.get(index)?.dormant, flows.get(index - 1)?.active]);
      }
    });
  });

  it('for staying', () => {
    forCommunities((facts, byDays, unit) => {
      const window = aWindow(facts, unit);
      const { rows, followed } = byDays.stay();
      const [curve] = resultOf(stayCurveChart, facts, 'curves', window).series;
      expect(curve).toMatchObject({ table: rows, followed });
      const stays = stayedAtNinety(facts, window);
      const told = Array.from(stays.joined, (day, person) =>
        day === NO_DAY ? null : { joined: day, stayed: stayStatus(stays, person) === 1 },
      );
      expect(told).toEqual(byDays.stayed(window));
    });
  });

  it('for newcomers who come again', () => {
    forCommunities((facts, byDays, unit) => {
      const window = aWindow(facts, unit);
      const brackets = [
        [1, 7],
        [8, 30],
        [31, 90],
      ] as const;
      fc.pre(facts.people.firstSpokeAt.some((at) => !Number.isNaN(at)));
      expect(shares(resultOf(returnInBracket, facts, 'shares', window).rows)).toEqual(
        brackets.map(([from, to]) => byDays.inBracket(from, to, window)),
      );
      expect(shares(resultOf(survivingNewcomers, facts, 'shares', window).rows)).toEqual(
        window.periods.map((period) => byDays.surviving(period)),
      );
    });
  });

  it('for habits, and for those who went quiet', () => {
    const told = { returners: 0, quiet: 0 };
    forCommunities((facts, byDays, unit) => {
      const window = aWindow(facts, unit);
      const bins = [1, 3, 7, 14, 30, Number.POSITIVE_INFINITY];
      const counts = bins.map(() => 0);
      for (const days of byDays.daysActive(window)) {
        if (days > 0) counts[bins.findIndex((to) => days <= to)]! += 1;
      }
      const habits = resultOf(stickiness, facts, 'counts', window).rows;
      expect(habits.map(({ count }) => count)).toEqual(counts);
      for (const { period, count } of resultOf(thirtyDayReturners, facts, 'counts', window).rows) {
        expect(count).toBe(byDays.returners(period!));
        told.returners += count;
      }
      for (const { period, count } of resultOf(inactiveContributors, facts, 'counts', window).rows) {
        expect(count).toBe(byDays.wentQuiet(period!));
        told.quiet += count;
      }
    });
    // That there were some to count, or nothing was held against anything.
    expect(Math.min(told.returners, told.quiet)).toBeGreaterThan(0);
  });

  it('for steps of the ladder, and for whoever could hear of a campaign', () => {
    const told = { moves: 0, asked: 0 };
    forCommunities((facts, byDays) => {
      const window = aWindow(facts);
      const quarter = window.periods.findLast(({ complete }) => complete);
      const flow = levelFlow.compute(facts, window);
      if (quarter && flow.kind === 'grid') {
        const before = firstDayOf('quarter', periodOf('quarter', quarter.firstDay) - 1);
        const cells = [0, 1, 2, 3, 4].map(() => [-1, 0, 1, 2, 3, 4].map(() => 0));
        for (let person = 0; person < facts.people.count; person += 1) {
          const from = byDays.highestStep(person, Math.max(before, facts.firstDay), quarter.firstDay - 1);
          const to = byDays.highestStep(person, quarter.firstDay, Math.min(quarter.lastDay, facts.lastDay));
          const row = cells[from];
          if (row) row[to + 1]! += 1;
        }
        expect(flow.cells.map((row) => row.map((cell) => cell && 'count' in cell && cell.count))).toEqual(cells);
        told.moves += 1;
      }
      const day = window.current.firstDay;
      const participation = [{ campaign: 0, person: 0, day, step: 'asked' as const, amount: 0 }];
      const asked = { ...facts, outreach: { ...facts.outreach, participation } };
      const to = Math.min(window.current.lastDay, facts.lastDay) - 90;
      const steps = engagementSteps.compute(asked, window);
      if (steps.kind === 'shares') {
        expect(steps.rows[0]?.whole).toBe(byDays.active(1, to - 89, to));
        told.asked += 1;
      }
    });
    expect(Math.min(told.moves, told.asked)).toBeGreaterThan(0);
  });

  it('for spans of their own', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -40, max: DAYS + 40 }), fc.integer({ min: -3, max: 90 })), {
      minLength: names.length,
      maxLength: names.length,
    });
    fc.assert(
      fc.property(plan, spans, fc.constantFrom(0 as const, 2 as const), (made, own, level) => {
        const { facts, days } = factsWithDays(made);
        const people = facts.people.count;
        const from = Int32Array.from({ length: people }, (_, person) => {
          const [start = 0] = own[person] ?? [];
          return person % 7 === 6 ? NO_DAY : facts.firstDay + start;
        });
        const to = from.map((day, person) => (day === NO_DAY ? NO_DAY : day + (own[person]?.[1] ?? 0)));
        const expected = Array.from(from, (day, person) =>
          day !== NO_DAY && activeIn(days(level), person, day, to[person] ?? 0) ? 1 : 0,
        );
        expect([...activeInOwnSpan(facts.weeks(level), from, to)]).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
