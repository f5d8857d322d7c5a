import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../../electron/data/health/findings/sentence-of.ts';
import type { RawNumbers } from '../../../../electron/data/health/metrics/raw-result.ts';
import { absence, absenceShares } from '../../../../electron/data/health/metrics/resilience/absence.ts';
import { onionChart } from '../../../../electron/data/health/metrics/resilience/onion-chart.ts';
import { aFacts, aWindow, type MessagePlan } from '../../../builders/health-facts.ts';

const quarter = { firstDay: '2026-01-01', lastDay: '2026-03-31' };
const request: MessagePlan = { at: '2026-02-01', by: 'Asker', id: 'ask', thread: 'help', flags: ['request'] };
const replies = (by: string, count: number): MessagePlan[] =>
  Array.from({ length: count }, () => ({ at: '2026-02-02', by, parent: 'ask', thread: 'help' }));

function numbersOf(messages: MessagePlan[]): RawNumbers['rows'][number] {
  const facts = aFacts({ ...quarter, messages });
  const result = absence.compute(facts, aWindow(facts));
  if (result.kind !== 'numbers' || !result.rows[0]) throw new Error(`unexpected ${result.kind}`);
  return result.rows[0];
}

describe('Z15 absence factor', () => {
  it('is the smallest number of people who wrote half of the replies (W10)', () => {
    const each = { Ann: 100, Ben: 20, Cem: 9, Dee: 3, Eli: 33, Fay: 34, Gus: 4, Hal: 43 };
    const row = numbersOf([request, ...Object.entries(each).flatMap(([by, count]) => replies(by, count))]);
    expect(row.counts).toEqual([100, 43, 34, 33, 20, 9, 4, 3]);
    expect(row.people).toBe(8);
    expect(row.formula(row.counts)).toEqual({ value: 2 });
    // The worked example of the catalogue.
    expect(row.formula([1000, 202, 90, 33, 332, 343, 42, 433])).toEqual({ value: 2 });
    expect(row.formula([])).toBeUndefined();
  });

  it('counts a reply by its parent, else its thread, else whom it is directed at; never one to oneself, nor spam', () => {
    const { counts } = numbersOf([
      request,
      { at: '2026-02-02', by: 'Parent', parent: 'ask', id: 'answer' },
      { at: '2026-02-03', by: 'Thread', thread: 'help' },
      { at: '2026-02-03', by: 'Asker', thread: 'help' },
      { at: '2026-02-03', by: 'ToAnAnswer', parent: 'answer', thread: 'help' },
      { at: '2026-02-03', by: 'Spammer', thread: 'help', flags: ['spam'] },
      { at: '2026-02-08', by: 'Directed', to: 'Asker' },
      { at: '2026-02-09', by: 'TooLate', to: 'Asker' },
      { at: '2026-02-03', by: 'Elsewhere', thread: 'chat' },
    ]);
    expect(counts).toEqual([1, 1, 1]);
  });

  it('looks at the 90 days up to the end of the period', () => {
    const facts = aFacts({
      firstDay: '2025-10-01',
      lastDay: '2026-03-31',
      messages: [
        { at: '2025-12-31', by: 'Asker', id: 'ask', flags: ['request'] },
        { at: '2025-12-31 12:00', by: 'Before', parent: 'ask' },
        { at: '2026-01-01', by: 'Within', parent: 'ask' },
      ],
    });
    expect(absence.compute(facts, aWindow(facts))).toMatchObject({ rows: [{ counts: [1] }] });
  });

  it('needs requests', () => {
    const facts = aFacts({ ...quarter, messages: [{ at: '2026-02-01', by: 'Ann' }] });
    expect(absence.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['requests'] });
  });

  it('draws the shares of the busiest tenths from 20 answerers on', () => {
    const helpers = (count: number) => [
      request,
      ...replies('Busy', 21),
      ...Array.from({ length: count - 1 }, (_, at) => replies(`Helper ${at}`, 1)).flat(),
    ];
    const many = aFacts({ ...quarter, messages: helpers(20) });
    const result = absenceShares.compute(many, aWindow(many));
    const rows = result.kind === 'shares' ? result.rows : [];
    expect(rows.map(({ part, whole }) => [part, whole]).slice(0, 2)).toEqual([
      [22, 40],
      [24, 40],
    ]);
    expect(rows.at(-1)).toMatchObject({ id: 'busiest/10', part: 40, whole: 40 });
    const few = aFacts({ ...quarter, messages: helpers(19) });
    const said = absenceShares.compute(few, aWindow(few));
    expect(said).toEqual(absence.compute(few, aWindow(few)));
    expect(said).toMatchObject({ kind: 'numbers', rows: [{ id: 'all', people: 19 }] });
  });

  it('says of fewer than 20 answerers how many wrote half, in the words of Z15', () => {
    const value = { mark: 'shown', value: 4, lower: null, upper: null } as const;
    const row = { id: 'all', label: { name: '' }, period: null, value, n: null, reference: null, note: null };
    const words = { topic: 'resilience', id: 'Z15_shares' };
    expect(sentenceOf({ kind: 'numbers', rows: [{ ...row, unit: 'count' }] }, words, null)).toMatchObject({
      key: 'resilience:Z15.finding',
      params: { value: 4 },
    });
    const shares = {
      kind: 'series',
      unit: 'percent',
      series: [{ id: 'all', label: { name: '' }, rows: [row] }],
    } as const;
    expect(sentenceOf(shares, words, null)).toMatchObject({ key: 'resilience:Z15_shares.finding' });
  });
});

describe('Z16 onion', () => {
  it('splits people by the part of all messages they write', () => {
    const says = (by: string, count: number): MessagePlan[] =>
      Array.from({ length: count }, () => ({ at: '2026-02-02', by }));
    const facts = aFacts({
      ...quarter,
      messages: [
        ...says('Ann', 80),
        ...says('Ben', 10),
        ...says('Cem', 5),
        ...says('Dee', 4),
        ...says('Eli', 1),
        { at: '2026-02-03', by: 'Spam', flags: ['spam'] },
      ],
    });
    expect(onionChart.compute(facts, aWindow(facts))).toMatchObject({
      kind: 'parts',
      of: 'people',
      rows: [{ counts: [1, 2, 2] }],
    });
  });
});
