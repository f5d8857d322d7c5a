import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthFacts } from '../../../../electron/data/health/facts/health-facts.ts';
import { advocacyMetrics } from '../../../../electron/data/health/metrics/advocacy/all.ts';
import { connectionExtras, connectionMetrics } from '../../../../electron/data/health/metrics/connection/all.ts';
import type { MetricModule } from '../../../../electron/data/health/metrics/metric-module.ts';
import type { RawResult } from '../../../../electron/data/health/metrics/raw-result.ts';
import { createTranslator } from '../../../../shared/strings/create-translator.ts';
import { aDay, aFacts, aWindow } from '../../../builders/health-facts.ts';

const modules = [...connectionMetrics, ...connectionExtras, ...advocacyMetrics];
const named = modules.map((module) => [module.id, module] as const);

const people = Array.from({ length: 9 }, (_, at) => `p${at}`);
const person = fc.constantFrom(...people);
const days = fc.integer({ min: 0, max: 364 });
const dateOf = (day: number) => new Date(Date.UTC(2025, 6, 1 + day)).toISOString().slice(0, 10);

const messages = fc.array(
  fc.record({
    day: days,
    by: person,
    to: fc.option(person, { nil: undefined }),
    thread: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined }),
    answers: fc.option(fc.nat(120), { nil: undefined }),
    space: fc.constantFrom('help', 'lounge', 'garden'),
    flags: fc.subarray(['request', 'noAnswerWanted', 'spam', 'closed'] as const),
  }),
  { minLength: 40, maxLength: 120 },
);
const participation = fc.array(
  fc.record({
    campaign: fc.nat(2),
    who: person,
    on: days.map(dateOf),
    step: fc.constantFrom('asked', 'clicked', 'opened', 'completed', 'gave', 'organised'),
    amount: fc.nat(5000),
  }),
  { minLength: 20, maxLength: 80 },
);
const attendance = fc.array(
  fc.record({
    event: fc.nat(8),
    who: person,
    registered: fc.boolean(),
    attended: fc.boolean(),
    minutes: fc.integer({ min: -1, max: 60 }),
  }),
  { minLength: 20, maxLength: 80 },
);
const answers = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 }), {
  minLength: 8,
  maxLength: 12,
});

const someFacts = fc.record({ messages, participation, attendance, answers }).map((drawn): HealthFacts => {
  const sorted = [...drawn.messages].sort((a, b) => a.day - b.day);
  const kinds = ['book-club', 'webinar', 'workshop'] as const;
  return aFacts({
    firstDay: '2025-07-01',
    lastDay: '2026-06-30',
    people: { p0: { joinedEarlier: true }, p1: { ended: '2026-05-01' } },
    spaces: { help: 'support' },
    messages: sorted.map(({ day, to, thread, answers: above, ...rest }, at) => ({
      ...rest,
      at: `${dateOf(day)} 10:00`,
      id: String(at),
      ...(to === undefined ? {} : { to }),
      ...(thread === undefined ? {} : { thread }),
      ...(above !== undefined && above < at ? { parent: String(above) } : {}),
    })),
    participation: drawn.participation,
    attendance: drawn.attendance,
    outreach: {
      campaigns: [0, 1, 2].map((at) => ({
        name: `Campaign ${at}`,
        currency: 'EUR',
        kind: 'petition' as const,
        startDay: aDay('2025-08-01'),
        endDay: null,
        partner: -1,
        delivered: at * 10,
      })),
      events: Array.from({ length: 9 }, (_, at) => ({
        name: `Event ${at}`,
        kind: kinds[at % 2 === 0 ? 0 : 1] ?? 'workshop',
        series: at % 2 === 0 ? 'Readers' : null,
        day: aDay('2025-09-01') + at * 30,
        partner: -1,
      })),
    },
    surveys: (['feeling-heard', 'sense-of-community', 'event-inclusion'] as const).map((kind) => ({
      kind,
      day: aDay('2026-05-01'),
      invited: 20,
      scale: [1, 5] as const,
      items: ['One', 'Two'],
      answers: drawn.answers.map((row) => Float64Array.from(row)),
      event: 0,
    })),
    more: { tagMeasures: [{ tag: 'pride', day: aDay('2026-05-04'), accounts: 9, uses: 20, servers: 2 }] },
  });
});

describe('every metric of connection and advocacy', () => {
  it('has an id of its own, in the order of the catalogue', () => {
    expect(connectionMetrics.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, at) => `R${at + 1}`));
    expect(advocacyMetrics.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, at) => `A${at + 1}`));
    expect(new Set(modules.map(({ id }) => id)).size).toBe(modules.length);
    const core = connectionMetrics.concat(advocacyMetrics).filter(({ isCore }) => isCore);
    expect(core.map(({ id }) => id).join(' ')).toBe('R1 R2 R3 R7 R8 R9 R13 R15 A1 A4 A6');
  });

  it('counts no part above its whole, nothing below zero, and never more than there is', () => {
    const shapes = new Set<string>();
    fc.assert(
      fc.property(someFacts, fc.constantFrom('month' as const, 'quarter' as const), (facts, unit) => {
        for (const module of modules) {
          const result = module.compute(facts, aWindow(facts, unit));
          if (result.kind !== 'missing') shapes.add(module.id);
          expect(faultsOf(result, facts), module.id).toEqual([]);
          expect(idsOf(result), module.id).toEqual([...new Set(idsOf(result))]);
        }
      }),
      { numRuns: 40 },
    );
    expect([...shapes].sort()).toEqual(modules.map(({ id }) => id).sort());
  });

  it.each(named)('%s would be caught counting each person and thing as a thousand', (_, module) => {
    const caught = fc
      .sample(someFacts, { numRuns: 5, seed: 7 })
      .some((facts) => faultsOf(timesAll(module.compute(facts, aWindow(facts)), 1_000), facts).length > 0);
    expect(caught).toBe(true);
  });

  it.each(named)('%s is told in words of both languages, labels included', async (_, module) => {
    expect(module.source).not.toBe('');
    const [facts] = fc.sample(someFacts, { numRuns: 1, seed: 7 });
    const labels = facts ? labelsOf(module.compute(facts, aWindow(facts))) : [];
    const own = ['title', 'definition', 'caveat', 'finding'].map((word) => `${module.dashboard}:${module.id}.${word}`);
    for (const language of ['en', 'ar'] as const) {
      const translator = await createTranslator(language);
      for (const key of [...own, ...labels.map((label) => label.key)]) {
        expect(translator.exists(key, { fallbackLng: [] }), `${language} ${key}`).toBe(true);
      }
    }
    expect(labels.length > 0 || hasOwnNames(module)).toBe(true);
  });
});

/** Labelled by the community's own names alone. */
function hasOwnNames({ id }: MetricModule): boolean {
  return ['A1', 'A2', 'A3', 'A7', 'R10_spaces', 'R15_scale', 'R16_scale'].includes(id);
}

/**
 * What a result counts that cannot be: a part above its whole, a number that is no count, or more people, messages, answers
 * or records than the facts hold. The limits come from the facts, never from the result.
 */
function faultsOf(result: RawResult, facts: HealthFacts): string[] {
  return pairsOf(result, limitsOf(facts)).flatMap(([part, whole]) =>
    Number.isInteger(part) && Number.isInteger(whole) && part >= 0 && part <= whole ? [] : [`${part} of ${whole}`],
  );
}

interface Limits {
  /** Members, or those that a campaign or a platform told of. */
  readonly people: number;
  readonly things: number;
  readonly money: number;
}

function limitsOf({ people, messages, outreach, surveys, tagMeasures = [] }: HealthFacts): Limits {
  const { attendance, participation, campaigns } = outreach;
  const told = tagMeasures.flatMap(({ accounts, uses, servers }) => [accounts, uses, servers]);
  const delivered = campaigns.map((campaign) => campaign.delivered ?? 0);
  const most = Math.max(people.count, ...delivered, ...told);
  const answers = surveys.flatMap(({ answers, items, invited }) => [answers.length * items.length, invited ?? 0]);
  return {
    people: most,
    things: Math.max(most, messages.count, attendance.length + participation.length, ...answers),
    money: participation.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** Every count of a result beside the most it can be. */
function pairsOf(result: RawResult, { people, things, money }: Limits): (readonly [number, number])[] {
  switch (result.kind) {
    case 'shares': {
      const most = result.of === 'people' ? people : things;
      return result.rows.flatMap(({ part, whole }) => [[part, whole] as const, [whole, most] as const]);
    }
    case 'counts':
      return result.rows.map(({ count, givers }) => [count, givers ? money : people]);
    case 'curves':
      return result.series.flatMap(({ table, followed }) => [
        [followed, things] as const,
        ...table.map((row) => [row.events + row.censored, Math.min(row.atRisk, followed)] as const),
      ]);
    case 'numbers':
      return result.rows.flatMap((row) => [row.people, ...row.counts].map((count) => [count, things] as const));
    case 'parts':
      return result.rows.map(({ counts }) => [sumOf(counts), things]);
    case 'grid':
      return result.cells.flat().flatMap((cell) => {
        if (cell === null) return [];
        if ('count' in cell) return [[cell.count, things] as const];
        return 'whole' in cell ? [[cell.part, cell.whole] as const, [cell.whole, things] as const] : [[cell.n, things]];
      });
    case 'rates':
      return result.rows.map(({ events }) => [events, things]);
    case 'gaps':
      return result.rows.flatMap(({ group, rest }) =>
        [group, rest].flatMap(({ part, whole }) => [[part, whole] as const, [whole, people] as const]),
      );
    case 'missing':
      return [];
  }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The same result with every number in it so many times as large. */
function timesAll<Result>(result: Result, times: number): Result {
  return JSON.parse(JSON.stringify(result, (_, value) => (typeof value === 'number' ? value * times : value)));
}

function rowsOf(result: RawResult) {
  if ('rows' in result && result.kind !== 'grid') return result.rows;
  return result.kind === 'curves' ? result.series : [];
}

function idsOf(result: RawResult): string[] {
  return rowsOf(result).map(({ id }) => id);
}

function labelsOf(result: RawResult) {
  const facets = rowsOf(result).flatMap((row) => ('facet' in row && row.facet ? [row.facet] : []));
  const cells = result.kind === 'grid' ? [...result.rows, ...result.columns] : [];
  const labels = [...rowsOf(result).map(({ label }) => label), ...facets, ...cells];
  return labels.flatMap((label) => ('key' in label ? [label] : []));
}
