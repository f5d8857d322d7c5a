import { describe, expect, it } from 'vitest';
import { publishMetric } from '../../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { bridgingMembers } from '../../../../electron/data/health/metrics/connection/bridging-members.ts';
import { reciprocalTies } from '../../../../electron/data/health/metrics/connection/reciprocal-ties.ts';
import {
  tiesAcrossSpaces,
  tiesBetweenSpaces,
} from '../../../../electron/data/health/metrics/connection/ties-across-spaces.ts';
import { aFacts, aWindow } from '../../../builders/health-facts.ts';
import { resultOf, valuesOf } from '../../../builders/metric-results.ts';

const facts = aFacts({
  firstDay: '2026-01-01',
  lastDay: '2026-07-20',
  messages: [
    // On the day before the 90 days up to 30 June: in none of their ties.
    { at: '2026-04-01 10:00', by: 'eve', to: 'ana', space: 'one' },
    { at: '2026-04-02 10:00', by: 'ana', to: 'ben', space: 'one', id: 'hello' },
    { at: '2026-04-02 11:00', by: 'ben', parent: 'hello', space: 'one' },
    { at: '2026-04-03 10:00', by: 'ana', to: 'ben', space: 'one' },
    { at: '2026-04-04 10:00', by: 'cem', to: 'cem', space: 'two' },
    { at: '2026-04-05 10:00', by: 'cem', to: 'dee', space: 'two' },
    { at: '2026-04-06 10:00', by: 'dee', to: 'ana', space: 'two' },
    { at: '2026-04-07 10:00', by: 'fay', to: 'dee', space: 'two', flags: ['spam'] },
    // Of the next period.
    { at: '2026-07-02 10:00', by: 'dee', to: 'cem', space: 'two' },
  ],
});

describe('R8, reciprocity', () => {
  it('counts ties of 90 days once, by ties and by pairs, beside chance', () => {
    // Ties: ana–ben, ben–ana, cem–dee, dee–ana. Two of four are returned; one of three pairs is mutual; 4 ÷ (4 · 3).
    const values = valuesOf(reciprocalTies, facts);
    expect(values['2026-04-01/returnedTies']).toBeCloseTo(50, 12);
    expect(values['2026-04-01/mutualPairs']).toBeCloseTo(100 / 3, 12);
    expect(values['2026-04-01/returnedByChance']).toBeCloseTo(100 / 3, 12);
    const { rows } = resultOf(reciprocalTies, facts, 'numbers');
    expect(rows.filter(({ id }) => id.startsWith('2026-04-01')).map(({ people }) => people)).toEqual([4, 4, 4]);
  });

  it('is drawn as one line for each form and one for chance', () => {
    const shape = publishMetric(reciprocalTies.compute(facts, aWindow(facts)), rulesFor('team'));
    const series = shape.kind === 'series' ? shape.series.map(({ id, rows }) => [id, rows.length]) : [];
    expect(series).toEqual([
      ['returnedTies', 3],
      ['mutualPairs', 3],
      ['returnedByChance', 3],
    ]);
  });

  it('needs to know who turned to whom: a thread alone does not tell', () => {
    const threads = aFacts({
      firstDay: '2026-01-01',
      lastDay: '2026-07-20',
      messages: [
        { at: '2026-04-02', by: 'ana', thread: 'hello' },
        { at: '2026-04-03', by: 'ben', thread: 'hello' },
      ],
    });
    expect(reciprocalTies.compute(threads, aWindow(threads))).toEqual({ kind: 'missing', needs: ['reply-links'] });
  });

  it('needs 90 days of data before the end of a period', () => {
    const starts = resultOf(reciprocalTies, facts, 'numbers').rows.map(({ id }) => id);
    expect(starts).toContain('2026-01-01/returnedTies');
    const later = aFacts({
      lastDay: '2026-03-31',
      firstDay: '2026-01-02',
      messages: [{ at: '2026-02-01', by: 'a', to: 'b' }],
    });
    expect(reciprocalTies.compute(later, aWindow(later))).toEqual({ kind: 'missing', needs: ['history'] });
  });
});

describe('R10, ties across spaces', () => {
  it('takes the space a person wrote most in for theirs', () => {
    // ana and ben live in one, cem and dee in two. Ties without direction: ana–ben, cem–dee inside, ana–dee across.
    const { index } = valuesOf(tiesAcrossSpaces, facts);
    expect(index).toBeCloseTo(-1 / 3, 12);
    const chance = resultOf(tiesAcrossSpaces, facts, 'numbers').rows.find(({ id }) => id === 'chance');
    const estimate = chance?.formula(chance.counts);
    // Of two and two people dealt at random, a tie crosses in 4 of 6 cases: 2 of 3 ties, an index of 1/3.
    expect(chance?.counts.at(-1)).toBe(3);
    expect(estimate?.value).toBeCloseTo(1 / 3, 12);
    expect(estimate?.lower).toBeLessThanOrEqual(1 / 3);
    expect(estimate?.upper).toBeGreaterThanOrEqual(1 / 3);
  });

  it('counts people by their own space and the one they wrote to', () => {
    const grid = resultOf(tiesBetweenSpaces, facts, 'grid');
    expect(grid.rows).toEqual([{ name: 'one' }, { name: 'two' }]);
    // From one: ana and ben to one; nobody to two. From two: dee to one, cem to two.
    expect(grid.cells).toEqual([
      [{ count: 2 }, { count: 0 }],
      [{ count: 1 }, { count: 1 }],
    ]);
  });

  it('says what it lacks', () => {
    const messages = [
      { at: '2026-04-02 10:00', by: 'ana', to: 'ben', space: 'one' },
      { at: '2026-04-02 11:00', by: 'ben', to: 'ana', space: 'one' },
    ];
    const single = aFacts({ firstDay: '2026-01-01', lastDay: '2026-06-30', messages });
    for (const metric of [tiesAcrossSpaces, tiesBetweenSpaces]) {
      expect(metric.compute(single, aWindow(single))).toEqual({ kind: 'missing', needs: ['spaces'] });
    }
  });
});

describe('R11, people who link spaces', () => {
  it('have ties in two spaces; some are the only link', () => {
    // Ties in space one: ana, ben; in two: cem, dee, ana (dee wrote to her there). ana alone links the two.
    expect(valuesOf(bridgingMembers, facts)).toEqual({ several: 25, links: 1 });
  });

  it('keeps people whose ties stand in no known space in the whole', () => {
    const messages = [
      { at: '2026-04-02 10:00', by: 'ana', to: 'ben', space: 'one' },
      { at: '2026-04-02 11:00', by: 'cem', to: 'dee' },
    ];
    const some = aFacts({ firstDay: '2026-01-01', lastDay: '2026-06-30', messages });
    expect(resultOf(bridgingMembers, some, 'numbers').rows[0]?.counts).toEqual([0, 4]);
  });
});
