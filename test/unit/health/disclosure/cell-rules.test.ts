import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../../electron/data/health/csv-text.ts';
import { limitChanges } from '../../../../electron/data/health/disclosure/change-limit.ts';
import { HIDDEN, publishCount, UNAVAILABLE } from '../../../../electron/data/health/disclosure/counts.ts';
import { isDominated } from '../../../../electron/data/health/disclosure/dominance.ts';
import { decideTerms } from '../../../../electron/data/health/disclosure/free-text-terms.ts';
import { limitSeries } from '../../../../electron/data/health/disclosure/limit-series.ts';
import { noteCarried } from '../../../../electron/data/health/disclosure/note-carried.ts';
import { publishMetric } from '../../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { identityRulesFor, rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { publishShare } from '../../../../electron/data/health/disclosure/shares.ts';
import { countBand, offersPooling, smallN } from '../../../../electron/data/health/disclosure/small-n.ts';
import { rowCells } from '../../../../electron/data/health/disclosure/split/row-cells.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';

const team = identityRulesFor('team');
const exported = identityRulesFor('export');
const shown = (value: number) => ({ mark: 'shown', value, lower: null, upper: null }) as const;
const people = (length: number, from = 0) => Array.from({ length }, (_, at) => from + at);

describe('identity thresholds', () => {
  it('are 7 for the team and 12 in an export, with zero hidden and rounding to 5', () => {
    expect([0, 1, 7].map((count) => publishCount(count, team))).toEqual([HIDDEN, HIDDEN, HIDDEN]);
    expect([8, 12, 13].map((count) => publishCount(count, team))).toEqual([10, 10, 15].map(shown));
    expect([0, 8, 12].map((count) => publishCount(count, exported))).toEqual([HIDDEN, HIDDEN, HIDDEN]);
    expect(publishCount(13, exported)).toEqual(shown(15));
    // Counts without identity are as they were.
    expect(publishCount(0, rulesFor('export'))).toEqual(shown(0));
  });

  it('can be raised to the edge of a rounding bin and never lowered', () => {
    expect([7, 12, 17, 22].map((threshold) => identityRulesFor('team', threshold).threshold)).toEqual([7, 12, 17, 22]);
    expect(identityRulesFor('export', 17).threshold).toBe(17);
    for (const threshold of [0, 2, 5, 6, 8, 10, 15, -3, 12.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => identityRulesFor('team', threshold), String(threshold)).toThrow(RangeError);
    expect(() => identityRulesFor('export', 7)).toThrow(RangeError);
  });

  it('let at least five counts stand behind every shown one, at any threshold allowed', () => {
    for (const rules of [team, exported, identityRulesFor('export', 22)]) {
      const behind = new Map<string, number>();
      for (let count = 0; count <= 1002; count += 1) {
        const text = JSON.stringify(publishCount(count, rules));
        behind.set(text, (behind.get(text) ?? 0) + 1);
      }
      expect(Math.min(...behind.values())).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('identity shares', () => {
  it('do not tell by their absence whether 28 or 32 people stand behind a 30', () => {
    const marks = [28, 29, 30, 31, 32].map((whole) => JSON.stringify(publishShare(15, whole, team)));
    expect(new Set(marks).size).toBe(1);
    expect(publishShare(15, 27, team)).toEqual({ mark: 'unavailable' });
  });

  it('depend on rounded counts alone, except that nearly all is a bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 28, max: 600 }), fc.integer({ min: 0, max: 1000 }), (whole, perMille) => {
        const part = Math.round((whole * perMille) / 1000);
        fc.pre(part > 7 && whole - part > 4);
        const [x, n] = [part, whole].map((count) => Math.round(count / 5) * 5) as [number, number];
        fc.pre(n - x > 2);
        expect(publishShare(part, whole, team)).toEqual(publishShare(x, n, team));
      }),
    );
  });
});

describe('a bound of a few', () => {
  it('has one mark, whether nearly all of the group stand behind it or not', () => {
    // 33 of 35 and 35 of 35 are told as the same numbers; only one of them is "all but two".
    const [some, all] = [publishShare(33, 36, team), publishShare(35, 36, team)];
    expect(all).toEqual({ mark: 'uncertain', value: 90, lower: 90, upper: 100 });
    expect(some).toEqual(all);
  });
});

describe('the small-n rule', () => {
  it('hides, tells a range, is uncertain, then certain', () => {
    const steps = [0, 7, 8, 13, 25, 27, 28, 37, 38, 200].map((count) => smallN(count, team));
    const [hidden, band, uncertain] = ['hidden', 'band', 'uncertain'] as const;
    expect(steps).toEqual([hidden, hidden, band, band, band, band, uncertain, uncertain, 'value', 'value']);
    expect(smallN(12, exported)).toBe('hidden');
  });

  it('tells counts as 8 to 12, 13 to 17, 18 to 29, and never narrower than five', () => {
    expect(countBand(9, team)).toEqual({ mark: 'band', lower: 8, upper: 12 });
    expect(countBand(17, team)).toEqual({ mark: 'band', lower: 13, upper: 17 });
    expect([18, 22, 27].map((count) => countBand(count, team))).toEqual(
      Array(3).fill({ mark: 'band', lower: 18, upper: 29 }),
    );
    expect(countBand(33, team)).toEqual(shown(35));
    expect(countBand(24, identityRulesFor('team', 22))).toEqual({ mark: 'band', lower: 23, upper: 29 });
    expect(countBand(30, identityRulesFor('team', 27))).toEqual(shown(30));
    expect(countBand(6, rulesFor('team'))).toEqual(shown(6));
    expect(countBand(0, rulesFor('export'))).toEqual(shown(0));
  });

  it('offers to pool once more than a third is hidden', () => {
    const points = (...values: PublishedValue[]) => values.map((value) => ({ value }));
    expect(offersPooling(points(HIDDEN, shown(10), shown(10)))).toBe(false);
    expect(offersPooling(points(HIDDEN, HIDDEN, shown(10), shown(10)))).toBe(true);
    expect(offersPooling([])).toBe(false);
    // Few are there, and nothing is said of them; where nobody is, nothing is kept back.
    expect(offersPooling([{ value: UNAVAILABLE, n: { mark: 'band', lower: 8, upper: 12 } }])).toBe(true);
    expect(offersPooling([{ value: UNAVAILABLE, n: shown(12) }, ...points(shown(10))])).toBe(true);
    expect(offersPooling([{ value: UNAVAILABLE, n: shown(0) }, ...points(shown(10))])).toBe(false);
  });
});

describe('C.9 #4: two exports over time', () => {
  it('keeps the earlier value while at most T people came or went', () => {
    const limited = limitChanges([13, 12], exported);
    expect(limited).toEqual([
      { value: shown(15), noReportableChange: false },
      { value: shown(15), noReportableChange: true },
    ]);
  });

  it('does not tell no change from a small one, and lets a slow drift show in the end', () => {
    expect(limitChanges([33, 33], team)[1]).toEqual(limitChanges([33, 32], team)[1]);
    expect(limitChanges([13, 18, 21], team).map(({ value }) => value)).toEqual([15, 15, 20].map(shown));
  });

  it('says nothing of hidden counts', () => {
    expect(limitChanges([3, 9, 30], team)).toEqual([
      { value: HIDDEN, noReportableChange: false },
      { value: HIDDEN, noReportableChange: false },
      { value: shown(30), noReportableChange: false },
    ]);
  });

  it('holds for a sensitive metric over periods, and leaves out the one that goes on', () => {
    const row = (at: number, part: number, whole: number, complete = true) => ({
      id: String(at),
      label: { name: String(at) },
      period: { index: at, firstDay: at * 91, lastDay: at * 91 + 90, complete },
      part,
      whole,
    });
    const rows = [row(1, 20, 60), row(2, 21, 66), row(3, 40, 66), row(4, 41, 67, false)];
    const { raw, carried } = limitSeries({ kind: 'shares', draw: 'series', of: 'people', rows }, team);
    const told = raw.kind === 'shares' ? raw.rows.map(({ id, part, whole }) => [id, part, whole]) : [];
    expect(told).toEqual([
      ['1', 20, 60],
      ['2', 20, 60],
      ['3', 40, 60],
    ]);
    expect([...carried]).toEqual(['2']);
    const shape = noteCarried(publishMetric(raw, team), carried);
    const notes = shape.kind === 'series' ? shape.series.flatMap((one) => one.rows.map(({ note }) => note)) : [];
    expect(notes).toEqual([null, 'no-reportable-change', null]);
  });

  it('follows every change where nothing is hidden', () => {
    expect(limitChanges([3, 4], rulesFor('team')).map(({ value }) => value)).toEqual([3, 4].map(shown));
  });
});

describe('C.9 #6: all of a group share an outcome', () => {
  it('hides it of a small group and shows a bound of a larger one', () => {
    expect(publishShare(16, 16, team)).toEqual(HIDDEN);
    expect(publishShare(15, 16, team)).toEqual(HIDDEN);
    for (const part of [58, 59, 60])
      expect(publishShare(part, 60, team)).toEqual({ mark: 'shown', value: 95, lower: 95, upper: 100 });
    expect(publishShare(97, 99, exported)).toEqual({ mark: 'shown', value: 98, lower: 98, upper: 100 });
    expect(publishShare(0, 60, team)).toEqual(HIDDEN);
    expect(publishShare(40, 60, team)).toMatchObject({ value: 67 });
  });
});

describe('C.9 #9: few givers', () => {
  it('hides a sum that one or two people mostly gave', () => {
    expect(isDominated([900, 50, 50])).toBe(true);
    expect(isDominated([440, 420, 70, 70])).toBe(true);
    expect(isDominated([10, 10])).toBe(true);
    expect(isDominated([75, 10, 8, 7])).toBe(false);
    expect(isDominated([30, 30, 20, 20])).toBe(false);
    expect(isDominated([])).toBe(false);
    expect(() => isDominated([5, -1])).toThrow(RangeError);
    expect(() => isDominated([Number.NaN])).toThrow(RangeError);
  });
});

describe('C.9 #10: one person’s words', () => {
  it('shows a self-written term once more than T people wrote it', () => {
    const written = [
      { term: 'Two-Spirit', people: people(5) },
      { term: ' two-spirit ', people: people(5, 4) },
      { term: 'two\u2010spirit', people: [90] },
      { term: 'Robin from the book club', people: [91] },
      { term: 'demi', people: people(7, 91) },
      { term: '  ', people: people(40) },
    ];
    const told = (threshold: number) =>
      decideTerms(written, [], threshold).flatMap(({ term, told: isTold }) => (isTold ? [term] : []));
    expect(told(team.threshold)).toEqual(['two-spirit']);
    expect(told(exported.threshold)).toEqual([]);
  });

  it('stand in the order of their names, not of how many wrote them', () => {
    const terms = [
      { term: 'b', people: people(9) },
      { term: 'c', people: people(12) },
      { term: 'a', people: people(9) },
    ];
    expect(decideTerms(terms, [], team.threshold).map(({ term }) => term)).toEqual(['a', 'b', 'c']);
  });

  it('come and go only once more than T people have changed what they wrote, and the term itself moved by more', () => {
    const first = decideTerms(
      [
        { term: 'a', people: people(8) },
        { term: 'b', people: people(7, 20) },
      ],
      [],
      7,
    );
    const told = (terms: typeof first) => terms.flatMap(({ term, told: isTold }) => (isTold ? [term] : []));
    expect(told(first)).toEqual(['a']);
    const one = [
      { term: 'a', people: people(7) },
      { term: 'b', people: people(8, 20) },
    ];
    expect(told(decideTerms(one, first, 7))).toEqual(['a']);
    // Nine have changed, and neither term by more than seven.
    const nine = [
      { term: 'a', people: people(4) },
      { term: 'b', people: people(12, 20) },
    ];
    expect(told(decideTerms(nine, first, 7))).toEqual(['a']);
    const many = [{ term: 'b', people: people(15, 20) }];
    expect(told(decideTerms(many, first, 7))).toEqual(['b']);
  });

  it('does not let a term act as a formula in a spreadsheet', () => {
    const [formula, text] = csvText([['=HYPERLINK("http://example.org")'], ['demi']]).split('\r\n');
    expect(formula).toBe(`"'=HYPERLINK(""http://example.org"")"`);
    expect(text).toBe('demi');
  });
});

describe('the counts of a row before the audit', () => {
  const [old, now] = [identityRulesFor('team'), identityRulesFor('team', 12)];
  const cells = (rules: typeof old, told?: readonly number[], hides = (_place: number) => false) =>
    rowCells([13, 40], (place) => `row ${place}`, { hides, told }, rules);

  it('are those that were told, and hidden where what was told is hidden by the rules of now', () => {
    expect(cells(old, [9, 38])).toMatchObject([{ carried: 10 }, { carried: 40 }]);
    expect(cells(now, [9, 38])).toEqual([
      { id: 'row 0', count: 13, sensitive: true, hideFor: 'group' },
      { id: 'row 1', count: 40, sensitive: true, carried: 40 },
    ]);
  });

  it('are hidden by another rule also where they were told before', () => {
    const [part, whole] = cells(old, [9, 38], (place) => place === 0);
    expect(part).toEqual({ id: 'row 0', count: 13, sensitive: true, hideFor: 'group' });
    expect(whole).toMatchObject({ carried: 40 });
  });
});
