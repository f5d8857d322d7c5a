import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import type { GroupFacts } from '../../../electron/data/health/metrics/group-facts.ts';
import { readsMessages } from '../../../electron/data/health/metrics/metric-module.ts';
import type { RawResult } from '../../../electron/data/health/metrics/raw-result.ts';
import { levelMoves } from '../../../electron/data/health/metrics/resilience/level-moves.ts';
import { stickiness } from '../../../electron/data/health/metrics/resilience/stickiness.ts';
import { atOnce } from '../../../shared/domain/steps.ts';
import {
  aDay,
  aFacts,
  anInstant,
  aWindow,
  type FactsPlan,
  factsWithDays,
  type MessagePlan,
} from '../../builders/health-facts.ts';
import { resultOf } from '../../builders/metric-results.ts';
import { aDecisionFact, anAppealFact, aReportFact } from '../../builders/moderation-facts.ts';

const FIRST = anInstant('2026-01-01');
const DAYS = 270;
const names = ['Ann', 'Ben', 'Cem', 'Dee', 'Eli', 'Fay'];

const date = (day: number) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
const someDay = fc.integer({ min: 0, max: DAYS - 1 }).map(date);
const someone = fc.constantFrom(...names);

const message: fc.Arbitrary<MessagePlan> = fc
  .record({
    at: someDay,
    by: someone,
    to: fc.option(someone, { nil: undefined }),
    thread: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
    flags: fc.subarray(['request', 'noAnswerWanted', 'spam', 'closed'] as const),
  })
  .map(({ to, thread, ...rest }) => ({
    ...rest,
    ...(to === undefined ? {} : { to }),
    ...(thread === undefined ? {} : { thread }),
  }));

const person = fc
  .record({
    joined: someDay,
    joinedEarlier: fc.boolean(),
    route: fc.constantFrom(-1, 0),
    end: fc.option(fc.record({ ended: someDay, endedHow: fc.constantFrom('removed', 'deleted', 'spam') }), {
      nil: undefined,
    }),
  })
  .map(({ end, ...rest }) => ({ ...rest, ...end })) as fc.Arbitrary<NonNullable<FactsPlan['people']>[string]>;

const report = fc
  .tuple(someDay, fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }), fc.integer({ min: -1, max: 5 }))
  .map(([opened, days, reporter]) => {
    const acted =
      days === undefined ? undefined : new Date(anInstant(opened) + days * 86_400_000).toISOString().slice(0, 10);
    return aReportFact(opened, {
      reporter,
      upheld: days === undefined ? null : true,
      ...(acted ? { acted, closed: acted } : {}),
    });
  });

const plan: fc.Arbitrary<FactsPlan> = fc
  .record({
    people: fc
      .tuple(...names.map(() => person))
      .map((people) => Object.fromEntries(people.map((one, at) => [names[at], one]))),
    messages: fc.array(message, { maxLength: 60 }),
    seen: fc.array(fc.tuple(someone, fc.constantFrom(0, 1, 2, 3, 4), fc.array(someDay, { maxLength: 5 })), {
      maxLength: 6,
    }),
    reports: fc.array(report, { maxLength: 20 }),
    decisions: fc.array(fc.tuple(someDay, fc.integer({ min: 0, max: 5 }), fc.boolean()), { maxLength: 20 }),
    appeals: fc.array(someDay, { maxLength: 5 }),
  })
  .map(({ seen, reports, decisions, appeals, ...rest }) => ({
    ...rest,
    firstDay: date(0),
    lastDay: date(DAYS - 1),
    active: Object.fromEntries(seen.map(([name, level, days]) => [name, { level, days }])) as NonNullable<
      FactsPlan['active']
    >,
    outreach: {
      routes: [
        { id: 1, name: 'March', kind: 'event' as const, invited: [{ day: aDay(date(3)), count: 4 }], partner: 0 },
      ],
      mentorships: [{ mentor: 0, mentee: 1, startDay: aDay(date(40)), endDay: null }],
      roles: [{ person: 2, role: 'host' as const, startDay: aDay(date(5)), endDay: null }],
    },
    moderation: {
      reports,
      decisions: decisions.map(([at, about, isSanction]) => aDecisionFact(at, { about, by: about, isSanction })),
      appeals: appeals.map((at) => anAppealFact(at)),
    },
  }));

const groups: GroupFacts = {
  questionKey: 'gender',
  version: 1,
  groups: [
    { code: 'woman', label: { name: 'Women' }, people: Int32Array.of(0, 1, 2) },
    { code: 'non-binary', label: { name: 'Non-binary' }, people: Int32Array.of(2, 3) },
  ],
  answered: Int32Array.of(0, 1, 2, 3),
  preferNotToSay: Int32Array.of(4),
  asked: Int32Array.of(0, 1, 2, 3, 4),
  everAsked: Int32Array.of(0, 1, 2, 3, 4),
  askedPeople: null,
  benchmarks: [],
};

interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Every pair of part and whole in an answer, and every plain count. */
function numbersIn(result: RawResult): { shares: Share[]; counts: number[] } {
  switch (result.kind) {
    case 'shares':
      return { shares: [...result.rows], counts: [] };
    case 'gaps':
      return { shares: result.rows.flatMap(({ group, rest }) => [group, rest]), counts: [] };
    case 'counts':
      return { shares: [], counts: result.rows.map(({ count }) => count) };
    case 'parts':
    case 'numbers':
      return { shares: [], counts: result.rows.flatMap(({ counts }) => [...counts]) };
    case 'rates':
      return { shares: [], counts: result.rows.flatMap(({ events, exposure }) => [events, exposure]) };
    case 'grid': {
      const cells = result.cells.flat().filter((cell) => cell !== null);
      return {
        shares: cells.flatMap((cell) => ('part' in cell ? [cell] : [])),
        counts: cells.flatMap((cell) => ('count' in cell ? [cell.count] : [])),
      };
    }
    case 'curves': {
      const rows = result.series.flatMap(({ table }) => [...table]);
      return {
        shares: rows.map(({ events, competing, censored, atRisk }) => ({
          part: events + competing + censored,
          whole: atRisk,
        })),
        counts: result.series.map(({ followed }) => followed),
      };
    }
    case 'missing':
      return { shares: [], counts: [] };
  }
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

describe('any community', () => {
  it('gets whole counts from every metric, and no part larger than its whole', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom('month' as const, 'quarter' as const), (made, unit) => {
        const facts = aFacts(made);
        const window = aWindow(facts, unit);
        const answers: (readonly [string, RawResult])[] = [
          ...catalogue.map((metric) => [metric.id, metric.compute(facts, window)] as const),
          ...groupMetrics.flatMap((metric) =>
            (['none', ...metric.crossings] as const).map(
              (crossing) => [metric.id, metric.computeByGroup(facts, groups, window, crossing)] as const,
            ),
          ),
        ];
        for (const [id, answer] of answers) {
          const { shares, counts } = numbersIn(answer);
          expect([id, counts.filter((count) => !isCount(count))]).toEqual([id, []]);
          expect([id, shares.filter(({ part, whole }) => !isCount(part) || !isCount(whole) || part > whole)]).toEqual([
            id,
            [],
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gets from a metric in steps what it gets at once', () => {
    const long = catalogue.flatMap(({ id, compute, inSteps }) => (inSteps ? [{ id, compute, inSteps }] : []));
    expect(long.length).toBeGreaterThan(15);
    fc.assert(
      fc.property(plan, (made) => {
        // Each its own facts: what one has found out is not to help the other.
        const [some, same] = [aFacts(made), aFacts(made)];
        const window = aWindow(some);
        for (const { id, compute, inSteps } of long) {
          expect([id, JSON.stringify(atOnce(inSteps(some, window)))]).toEqual([
            id,
            JSON.stringify(compute(same, window)),
          ]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('needs no message for a metric that says so', () => {
    const alone = catalogue.filter((metric) => !readsMessages(metric));
    expect(alone.map(({ id }) => id)).toEqual(expect.arrayContaining(['Z2', 'Z3', 'Z6', 'Z7', 'Z11', 'R13', 'A1']));
    fc.assert(
      fc.property(plan, (made) => {
        const facts = aFacts(made);
        const window = aWindow(facts);
        const unread = new Proxy(facts, {
          get: (target, name) => {
            if (name === 'messages' || name === 'messagesFrom') throw new Error('a message was read');
            return Reflect.get(target, name);
          },
        });
        for (const { id, compute } of alone) {
          expect([id, JSON.stringify(compute(unread, window))]).toEqual([id, JSON.stringify(compute(facts, window))]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has every active member in one bin of stickiness, and everybody seen before on one side of the level moves', () => {
    fc.assert(
      fc.property(plan, (made) => {
        const { facts, days: daysAt } = factsWithDays(made);
        const window = aWindow(facts);
        const seenIn = (level: 0 | 1, from: number, to: number) => {
          const { offsets, days, people } = daysAt(level);
          return Array.from({ length: people }, (_, at) => days.slice(offsets[at], offsets[at + 1])).filter((own) =>
            own.some((day) => day >= from && day <= to),
          ).length;
        };
        fc.pre(daysAt(0).days.length > 0 && daysAt(1).days.length > 0);
        const inBins = resultOf(stickiness, facts, 'counts').rows.reduce((sum, { count }) => sum + count, 0);
        expect(inBins).toBe(seenIn(1, window.current.firstDay, window.current.lastDay));
        for (const { counts, period } of resultOf(levelMoves, facts, 'parts').rows) {
          const before = window.periods.find(({ index }) => index === (period?.index ?? 0) - 1);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
            seenIn(0, before?.firstDay ?? facts.firstDay, (period?.firstDay ?? 0) - 1),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
