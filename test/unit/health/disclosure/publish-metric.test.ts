import { describe, expect, it } from 'vitest';
import { publishMetric } from '../../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { identityRulesFor, rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { auditTogether } from '../../../../electron/data/health/disclosure/together/audit-together.ts';
import { sentenceOf } from '../../../../electron/data/health/findings/sentence-of.ts';
import type { RawResult } from '../../../../electron/data/health/metrics/raw-result.ts';
import { eventTimes } from '../../../../electron/data/health/statistics/event-times.ts';
import { aQuarterWindow } from '../../../builders/metric-window.ts';

const label = (name: string) => ({ name });
const team = rulesFor('team');
const exported = rulesFor('export');
const identity = identityRulesFor('team');

/** Every number in a published shape, wherever it stands. */
function numbersIn(shape: unknown): number[] {
  return [...JSON.stringify(shape).matchAll(/:(-?\d+(?:\.\d+)?)(?=[,}\]])/g)].map(([, number]) => Number(number));
}

describe('shares', () => {
  const raw = (part: number, whole: number): RawResult => ({
    kind: 'shares',
    draw: 'bars',
    of: 'people',
    rows: [{ id: 'all', label: label('All'), part, whole }],
  });

  it('are exact counts and whole percents for the team', () => {
    expect(publishMetric(raw(41, 60), team)).toMatchObject({
      facets: [{ rows: [{ value: { mark: 'shown', value: 68 }, n: { value: 60 } }] }],
    });
  });

  it('come from rounded counts where they leave, and tell a range under thirty', () => {
    // 41 of 62 is told as 40 of 60.
    expect(publishMetric(raw(41, 62), exported)).toMatchObject({
      facets: [{ rows: [{ value: { value: 67 }, n: { value: 60 } }] }],
    });
    expect(publishMetric(raw(9, 19), exported)).toMatchObject({
      facets: [{ rows: [{ value: { mark: 'unavailable' }, n: { mark: 'band', lower: 18, upper: 29 } }] }],
    });
  });

  it('leave no trace of sixteen people of whom five came back (C.9, attack 5)', () => {
    const shape = publishMetric(raw(5, 16), identity);
    for (const secret of [5, 16, 31, 31.3, 11]) expect(numbersIn(shape)).not.toContain(secret);
  });

  describe('beside a benchmark', () => {
    const beside = (part: number, whole: number, share: number) => {
      const rows = [{ id: 'a', label: label('A'), part, whole, references: [{ benchmark: '1', share }] }];
      const shape = publishMetric({ kind: 'shares', draw: 'dots', of: 'people', rows }, identity);
      return shape.kind === 'dots' ? shape.rows[0] : undefined;
    };

    it('say the difference and the ratio with the ends of the interval, from rounded counts', () => {
      // 31 of 123 is told as 30 of 125: 24 %, from 17 to 32.
      const row = beside(31, 123, 0.12);
      expect(row?.value).toEqual({ mark: 'shown', value: 24, lower: 17, upper: 32 });
      expect(row?.against).toEqual([
        {
          benchmark: '1',
          reference: 12,
          difference: { mark: 'shown', value: 12, lower: 5, upper: 20 },
          relative: { mark: 'shown', value: 2, lower: 1.42, upper: 2.67 },
        },
      ]);
    });

    it('stand in the ratio of both shares (W10)', () => {
      const ratios = [720, 200, 60, 20].map((part, at) => beside(part, 1000, [0.6, 0.25, 0.1, 0.05][at] ?? 0)?.against);
      expect(ratios).toMatchObject([1.2, 0.8, 0.6, 0.4].map((value) => [{ relative: { value } }]));
    });

    it('say no more than the shown percentage: every count that is told the same has the same ratio', () => {
      const told = [28, 29, 30, 31, 32].flatMap((part) =>
        [123, 124, 125, 126, 127].map((whole) => beside(part, whole, 0.017)),
      );
      expect(new Set(told.map((row) => JSON.stringify(row))).size).toBe(1);
    });

    it('give a bound where the percentage is one, and no ratio to nobody', () => {
      expect(beside(98, 100, 0.5)?.against?.[0]).toMatchObject({
        relative: { value: 1.96, lower: 1.96, upper: 2 },
        difference: { value: 48, lower: 48, upper: 50 },
      });
      expect(beside(50, 100, 0)?.against?.[0]?.relative).toEqual({ mark: 'unavailable' });
    });
  });
});

describe('counts', () => {
  it('hide a sum that one person gave nearly alone, everywhere', () => {
    const rows = [{ id: 'fund', label: label('Fund'), count: 1000, givers: [900, 50, 50] }];
    const shape = publishMetric({ kind: 'counts', draw: 'bars', of: 'things', rows }, team);
    expect(shape).toMatchObject({ facets: [{ rows: [{ value: { mark: 'hidden' } }] }] });
    expect(numbersIn(shape)).not.toContain(1000);
  });
});

describe('numbers in an export', () => {
  const rowOf = (people: number) => {
    const row = { id: 'all', label: label('All'), unit: 'index', people, counts: [people], decimals: 1 } as const;
    const formula = ([count]: readonly number[]) => ({ value: count ?? 0 });
    const shape = publishMetric({ kind: 'numbers', draw: 'numbers', rows: [{ ...row, formula }] }, exported);
    return shape.kind === 'numbers' ? shape.rows[0] : undefined;
  };

  it('are there for all that are told as enough people, so that their absence tells none apart', () => {
    expect(rowOf(28)).toEqual(rowOf(30));
    // Fewer than forty: told, and called uncertain.
    expect(rowOf(28)?.value.mark).toBe('uncertain');
    expect(rowOf(40)?.value.mark).toBe('shown');
    expect(rowOf(27)?.value.mark).toBe('unavailable');
  });
});

describe('rates', () => {
  const rates = (events: number, exposure: number): RawResult => ({
    kind: 'rates',
    draw: 'series',
    rows: [{ id: 'all', label: label('All'), events, exposure }],
  });

  it('need ten in both parts and carry an exact interval', () => {
    expect(publishMetric(rates(14, 400), team)).toMatchObject({
      series: [{ rows: [{ value: { mark: 'shown', value: 3.5, lower: 1.9, upper: 5.9 } }] }],
    });
    expect(publishMetric(rates(9, 400), team)).toMatchObject({
      series: [{ rows: [{ value: { mark: 'unavailable' } }] }],
    });
  });
});

describe('ratios of rates by group', () => {
  const ratio = (id: string, events: number, exposure: number, rest = { events: 400, exposure: 4000 }) => ({
    id,
    label: label(id),
    events,
    exposure,
    rest,
  });
  const few = { events: 10, exposure: 100 };
  const rowsOf = (rows: Extract<RawResult, { kind: 'rates' }>['rows']) => {
    const shape = publishMetric({ kind: 'rates', draw: 'dots', rows }, identity);
    return shape.kind === 'dots' ? shape : undefined;
  };

  it('are likely only where the interval excludes 1 and stands after correction', () => {
    const shape = rowsOf([ratio('Twice', 60, 300), ratio('Same', 60, 600), ratio('Half', 60, 1200)]);
    expect(shape?.rows.map(({ id, note }) => [id, note])).toEqual([
      ['Twice', 'likely-gap'],
      ['Same', 'uncertain-gap'],
      ['Half', 'likely-gap'],
    ]);
    expect(shape?.rows.map(({ findable }) => findable)).toEqual([2, 1.5, 1.5]);
    // Just beyond chance alone, and not among five (B.5.5).
    const near = ratio('Near', 55, 400);
    expect(rowsOf([near])?.rows[0]?.note).toBe('likely-gap');
    const among = rowsOf([near, ...['A', 'B', 'C', 'D'].map((id) => ratio(id, 60, 600))]);
    expect(among?.rows[0]?.note).toBe('uncertain-gap');
  });

  it('are too few to say where the interval is wider than 160 % of them, or a part has no ten', () => {
    const shape = rowsOf([ratio('Wide', 10, 100, few), ratio('Wider', 40, 100, few), ratio('None', 3, 400)]);
    expect(shape?.rows.map(({ id, note, value }) => [id, note, value.mark])).toEqual([
      ['Wide', 'few-gap', 'uncertain'],
      ['Wider', 'few-gap', 'uncertain'],
    ]);
    expect(shape?.tooFew).toEqual([{ name: 'None' }]);
  });

  it('are said in a sentence: how many groups, and which way', () => {
    const words = { topic: 'moderation', id: 'M7' };
    const say = (...rows: Parameters<typeof rowsOf>[0]) => {
      const shape = rowsOf(rows);
      return shape && sentenceOf(shape, words, null);
    };
    expect(say(ratio('Twice', 60, 300), ratio('Same', 60, 600), ratio('Half', 60, 1200))).toEqual({
      key: 'moderation:M7.finding',
      params: { compared: 3, more: 1, fewer: 1 },
    });
    expect(say(ratio('Same', 60, 600))).toEqual({ key: 'charts:common.uncertain', params: { compared: 1 } });
    expect(say(ratio('Wide', 10, 100, few))).toEqual({ key: 'charts:common.tooFew', params: {} });
  });
});

describe('parts', () => {
  const parts: RawResult = {
    kind: 'parts',
    unit: 'count',
    of: 'people',
    parts: [
      { id: 'a', label: label('A') },
      { id: 'b', label: label('B') },
    ],
    rows: [{ id: 'all', label: label('All'), counts: [42, 7] }],
  };

  it('do not give a hidden part away by its whole (fixture F0)', () => {
    const window = aQuarterWindow();
    const charts = [{ metricId: 'M5', raw: parts, window, isSensitive: false }];
    const [audited] = auditTogether({ charts, views: [], rules: exported, otherRules: exported }).charts;
    const shape = publishMetric(audited ?? parts, exported);
    expect(shape).toMatchObject({ rows: [{ values: [{ mark: 'hidden' }, { mark: 'hidden' }], n: { value: 50 } }] });
  });
});

describe('curves', () => {
  const waits = eventTimes(
    Array.from({ length: 100 }, (_, at) =>
      at < 80 ? { time: (at % 40) + 1, ending: 'event' as const } : { time: 400, ending: 'censored' as const },
    ),
  );
  const series = [{ id: 'all', label: label('All'), table: waits, followed: 100 }];

  it('turn a wait into the share answered, and stop drawing after a week', () => {
    const shape = publishMetric({ kind: 'curves', time: 'hours', reads: 'rising', marks: [24], series }, team);
    expect(shape).toMatchObject({
      series: [{ marks: [{ at: 24, share: { value: 48 } }], median: { value: 25 }, cut: false }],
    });
    const [one] = shape.kind === 'curves' ? shape.series : [];
    expect(Math.max(...(one?.points ?? []).map(({ at }) => at))).toBeLessThanOrEqual(168);
    expect(one?.atRisk.map(({ at }) => at)).toEqual([0, 6, 24]);
  });

  it('say nothing of fewer than thirty people', () => {
    const few = [{ ...series[0], id: 'all', label: label('All'), table: waits, followed: 20 }];
    const shape = publishMetric({ kind: 'curves', time: 'hours', reads: 'rising', marks: [24], series: few }, team);
    expect(shape).toMatchObject({ series: [{ points: [], atRisk: [], median: { mark: 'unavailable' } }] });
  });
});

describe('gaps', () => {
  const gap = (id: string, part: number, whole: number, facet?: string) => ({
    id,
    label: label(id.split('/')[0] ?? id),
    ...(facet === undefined ? {} : { facet: label(facet) }),
    group: { part, whole },
    rest: { part: 300, whole: 600 },
  });

  it('tell difference and ratio together, and call likely only what stands after correction', () => {
    const shape = publishMetric(
      { kind: 'gaps', rows: [gap('A', 30, 120), gap('B', 60, 120), gap('C', 1120, 2000)] },
      identity,
    );
    expect(shape).toMatchObject({
      unit: 'points',
      line: 0,
      rows: [
        { id: 'A', note: 'flagged-gap', value: { value: -25 }, relative: { value: 0.5 } },
        { id: 'B', note: 'uncertain-gap', value: { value: 0 } },
        // A difference beyond chance, and too small a ratio to ask for a look.
        { id: 'C', note: 'likely-gap', value: { value: 6 } },
      ],
    });
  });

  it('flag only a ratio under four fifths whose own interval excludes 1: never one over five quarters (Z18)', () => {
    const one = (group: [number, number], rest: [number, number]) => {
      const [part, whole] = group;
      const row = { id: 'A', label: label('A'), group: { part, whole }, rest: { part: rest[0], whole: rest[1] } };
      const shape = publishMetric({ kind: 'gaps', rows: [row] }, team);
      return shape.kind === 'dots' ? shape.rows[0] : undefined;
    };
    expect(one([120, 200], [240, 600])).toMatchObject({ note: 'likely-gap', relative: { value: 1.5 } });
    expect(one([80, 200], [360, 600])).toMatchObject({ note: 'flagged-gap', relative: { value: 0.67 } });
    expect(one([140, 200], [510, 600])).toMatchObject({ note: 'likely-gap', relative: { value: 0.82 } });
  });

  it('are too few to say where the interval is thirty points wide, though it is drawn with its mark', () => {
    const shape = publishMetric({ kind: 'gaps', rows: [gap('A', 2, 42), gap('B', 21, 42)] }, team);
    expect(shape.kind === 'dots' && shape.rows.map(({ note, value }) => [note, value.mark])).toEqual([
      ['flagged-gap', 'shown'],
      ['few-gap', 'uncertain'],
    ]);
    expect(sentenceOf(shape, { topic: 'outreach', id: 'Z18' }, null)).toEqual({
      key: 'charts:common.likelyGap',
      params: { likely: 1, compared: 1 },
    });
  });

  it('call a gap uncertain where one side has fewer than forty', () => {
    const shape = publishMetric({ kind: 'gaps', rows: [gap('A', 2, 35), gap('B', 3, 60)] }, rulesFor('team'));
    const rows = shape.kind === 'dots' ? shape.rows.map(({ id, value, note }) => [id, value.mark, note]) : [];
    expect(rows).toEqual([
      ['A', 'uncertain', 'uncertain-gap'],
      ['B', 'shown', 'flagged-gap'],
    ]);
  });

  it('name each group that is too small once, however it is crossed', () => {
    const rows = [gap('A/1', 3, 9, 'Spring'), gap('A/2', 2, 9, 'Summer'), gap('B/1', 60, 120, 'Spring')];
    expect(publishMetric({ kind: 'gaps', rows }, identity)).toMatchObject({
      tooFew: [{ name: 'A' }],
      rows: [{ id: 'B/1', within: { name: 'Spring' } }],
    });
  });
});

describe('numbers', () => {
  it('give a formula rounded counts alone', () => {
    const seen: (readonly number[])[] = [];
    const formula = (counts: readonly number[]) => {
      seen.push(counts);
      return { value: counts.reduce((sum, count) => sum + count, 0) };
    };
    const row = {
      id: 'all',
      label: label('All'),
      unit: 'index' as const,
      people: 62,
      counts: [41, 23],
      formula,
      decimals: 1,
    };
    publishMetric({ kind: 'numbers', draw: 'numbers', rows: [row] }, exported);
    expect(seen).toEqual([[40, 25]]);
  });

  it('are silent for fewer people than the floor, and a survey has a floor of its own', () => {
    const row = {
      id: 'all',
      label: label('All'),
      unit: 'score' as const,
      counts: [1],
      decimals: 1,
      formula: () => ({ value: 4 }),
    };
    const shown = (people: number, fewest?: number) =>
      publishMetric(
        { kind: 'numbers', draw: 'numbers', rows: [{ ...row, people, ...(fewest === undefined ? {} : { fewest }) }] },
        team,
      );
    expect(shown(29)).toMatchObject({ rows: [{ value: { mark: 'unavailable' } }] });
    expect(shown(8, 8)).toMatchObject({ rows: [{ value: { value: 4 } }] });
    expect(shown(7, 8)).toMatchObject({ rows: [{ value: { mark: 'unavailable' } }] });
  });
});

describe('grids', () => {
  it('tell medians of many only where they leave', () => {
    const cells = [[{ median: 3.26, n: 6 }, { median: 2, n: 40 }, { median: 9, n: 3 }, null]] as const;
    const raw = {
      kind: 'grid',
      unit: 'hours',
      of: 'things',
      rows: [label('r')],
      columns: [],
      cells,
      fewest: 5,
    } as const;
    const marks = (shape: ReturnType<typeof publishMetric>) =>
      shape.kind === 'grid' ? shape.cells[0]?.map(({ mark }) => mark) : [];
    expect(marks(publishMetric(raw, team))).toEqual(['shown', 'shown', 'unavailable', 'impossible']);
    expect(marks(publishMetric(raw, exported))).toEqual(['hidden', 'shown', 'unavailable', 'impossible']);
  });
});
