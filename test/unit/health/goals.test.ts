import { describe, expect, it } from 'vitest';
import { mayAim } from '../../../electron/data/health/goals/aims.ts';
import { goalMetricsView, goalsView } from '../../../electron/data/health/goals/goals-view.ts';
import { toldNumbers } from '../../../electron/data/health/goals/numbers-of-charts.ts';
import { shareBeyond } from '../../../electron/data/health/goals/share-beyond.ts';
import { readDay, readNumber } from '../../../renderer/features/health/goals/typed-values.ts';
import type { ChartPeriod, ChartRow, MetricChart } from '../../../shared/domain/health/chart.ts';
import { judgeGoal } from '../../../shared/domain/health/goal.ts';
import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import type { DashboardView } from '../../../shared/ipc/topics/dashboards.ts';

describe('judging a goal', () => {
  const interval = { lower: 39, upper: 61 };

  it.each([
    ['at-least', 30, 'met'],
    ['at-least', 39, 'met'],
    ['at-least', 40, 'unclear'],
    ['at-least', 61, 'unclear'],
    ['at-least', 62, 'missed'],
    ['at-most', 70, 'met'],
    ['at-most', 61, 'met'],
    ['at-most', 60, 'unclear'],
    ['at-most', 39, 'unclear'],
    ['at-most', 38, 'missed'],
  ] as const)('of %s %d', (direction, target, state) => {
    expect(judgeGoal(interval, direction, target)).toBe(state);
  });

  it('takes a bare value as an interval of its own', () => {
    const bare = { lower: 50, upper: 50 };
    expect(judgeGoal(bare, 'at-least', 50)).toBe('met');
    expect(judgeGoal(bare, 'at-most', 50)).toBe('met');
    expect(judgeGoal(bare, 'at-least', 50.1)).toBe('missed');
    expect(judgeGoal(bare, 'at-most', 49.9)).toBe('missed');
  });

  it('says nothing where nothing is known', () => {
    expect(judgeGoal(null, 'at-least', 0)).toBe('unknown');
  });
});

const second: ChartPeriod = { start: '2026-04-01', end: '2026-06-30', complete: true };
const first: ChartPeriod = { start: '2026-01-01', end: '2026-03-31', complete: true };

function aRow(value: PublishedValue, period: ChartPeriod | null): ChartRow {
  return { id: period?.start ?? 'all', label: { name: 'x' }, period, value, n: null, reference: null, note: null };
}

function aView(metricId: string, shape: MetricChart['shape'], period: ChartPeriod | null = second): DashboardView {
  const chart: MetricChart = {
    metricId,
    dashboard: 'connection',
    isCore: true,
    definitionVersion: 1,
    level: null,
    chart: null,
    shape,
    finding: { key: 'charts:common.noData', params: {} },
    caveats: [],
    comparison: null,
    annotations: [],
  };
  return {
    communityId: 1,
    dashboard: 'connection',
    unit: 'quarter',
    timeZone: 'UTC',
    weekStart: 'monday',
    computedAt: 0 as Instant,
    cutOff: null,
    place: 'team',
    threshold: 5,
    rounding: 5,
    period,
    charts: [chart],
  };
}

const series = (...rows: ChartRow[]): MetricChart['shape'] => ({
  kind: 'series',
  unit: 'percent',
  series: [{ id: 'all', label: { name: 'x' }, rows }],
});
const between = (lower: number, upper: number): PublishedValue => ({ mark: 'shown', value: lower, lower, upper });
const goal = {
  id: 1,
  community_id: 1 as CommunityId,
  metric_id: 'R1',
  aim: '',
  words: '[]',
  direction: 'at-least' as const,
  target: 80,
  created_at: 0,
  removed_at: null,
};
const seenIn = (view: DashboardView, of: Partial<typeof goal> = {}) => {
  const told = { timeZone: 'UTC', views: [view], numbers: toldNumbers([view]) };
  return goalsView(1, { goals: [{ ...goal, ...of }], notices: [], told: [] }, told).goals[0];
};
const stateOf = (view: DashboardView, of: Partial<typeof goal> = {}) => seenIn(view, of)?.state;

describe('where a goal stands', () => {
  it('goes by the row of the newest complete period', () => {
    const rows = [aRow(between(90, 95), first), aRow(between(39, 61), second)];
    expect(stateOf(aView('R1', series(...rows)))).toBe('missed');
  });

  it('is not said from an older period where the newest has no row', () => {
    expect(stateOf(aView('R1', series(aRow(between(39, 61), first))))).toBe('unknown');
  });

  it('is not said while the period may still change', () => {
    const open = { ...second, complete: false };
    expect(stateOf(aView('R1', series(aRow({ mark: 'open', value: 5, lower: 1, upper: 9 }, second))))).toBe('unknown');
    expect(stateOf(aView('R1', series(aRow(between(1, 9), open)), open))).toBe('unknown');
  });

  it.each(['hidden', 'unavailable', 'impossible'] as const)('is not said of a value that is %s', (mark) => {
    expect(stateOf(aView('R1', series(aRow({ mark }, second))))).toBe('unknown');
  });

  it('is not said of a range that stands for too few people', () => {
    expect(stateOf(aView('R1', series(aRow({ mark: 'band', lower: 8, upper: 12 }, second))))).toBe('unknown');
  });

  it('is said of an uncertain value, and of one without an interval', () => {
    const uncertain: PublishedValue = { mark: 'uncertain', value: 50, lower: 20, upper: 79 };
    expect(stateOf(aView('R1', series(aRow(uncertain, second))))).toBe('missed');
    const bare: PublishedValue = { mark: 'shown', value: 85, lower: null, upper: null };
    expect(stateOf(aView('R1', series(aRow(bare, second))))).toBe('met');
  });

  it('is for the metric itself, never for a further picture of it', () => {
    expect(toldNumbers([aView('R3_hours', series(aRow(between(1, 2), second)))])).toEqual([]);
    expect(toldNumbers([aView('R2', { kind: 'missing', needs: ['messages'] })])).toEqual([]);
  });
});

const hours = (median: PublishedValue, share: PublishedValue): MetricChart['shape'] => ({
  kind: 'curves',
  time: 'hours',
  reads: 'rising',
  series: ['current', 'previous'].map((id) => ({
    id,
    label: { name: id },
    points: [],
    atRisk: [],
    // In the order in which the sentence looks for them.
    marks: [24, 1].map((at) => ({ at, share: id === 'current' ? share : between(1, 2) })),
    median: id === 'current' ? median : between(1, 2),
    followed: between(40, 40),
    cut: false,
  })),
});

describe('a curve', () => {
  const view = (median: PublishedValue) => aView('R2', hours(median, between(81, 95)));

  it('has a number for each round time and for its median, of its own period', () => {
    const numbers = toldNumbers([view(between(3, 9))]);
    expect(numbers.map(({ aim, unit, period }) => [aim, unit, period])).toEqual([
      ['share/1', 'percent', second],
      ['share/24', 'percent', second],
      ['median', 'hours', second],
    ]);
    expect(numbers[1]).toMatchObject({
      words: [{ key: 'goals:aim.within.hours', params: { count: 24 } }],
      value: { lower: 81, upper: 95 },
    });
    expect(stateOf(view(between(3, 9)), { metric_id: 'R2', aim: 'share/24' })).toBe('met');
  });

  it('is not judged by an end of its median that the curve never reaches', () => {
    const aims = { metric_id: 'R2', aim: 'median', direction: 'at-most', target: 12 } as const;
    const median = (upper: number | null): PublishedValue => ({ mark: 'shown', value: 6, lower: 3, upper });
    const judged = (upper: number | null) => stateOf(view(median(upper)), aims as unknown as Partial<typeof goal>);
    expect(judged(9)).toBe('met');
    expect(judged(null)).toBe('unclear');
  });

  it('that ends where few are left bounds what comes after its end from one side', () => {
    const shape = hours(between(3, 9), { mark: 'unavailable' });
    const points = [{ at: 18, share: between(85, 93) }];
    const ended = shape.kind === 'curves' && { ...shape, series: shape.series.map((one) => ({ ...one, points })) };
    const numbers = toldNumbers([aView('R2', ended || shape)]);
    // The hour before the end is no matter of bounds: it is not told, and stays so.
    expect(numbers.map(({ value }) => value).slice(0, 2)).toEqual([
      { mark: 'unavailable' },
      { mark: 'uncertain', value: 85, lower: 85, upper: 100 },
    ]);
    const judged = (target: number) =>
      stateOf(aView('R2', ended || shape), { metric_id: 'R2', aim: 'share/24', target });
    expect([80, 85, 90].map(judged)).toEqual(['met', 'met', 'unclear']);
    expect(shareBeyond(points, 24, 'falling')).toEqual({ mark: 'uncertain', value: 85, lower: 0, upper: 93 });
    expect(shareBeyond([{ at: 18, share: { mark: 'hidden' } }], 24, 'rising')).toBeUndefined();
    expect(shareBeyond([], 24, 'rising')).toBeUndefined();
  });

  it('of everything that is known belongs to no period and is judged in the newest complete one', () => {
    const shape = hours(between(3, 9), between(81, 95));
    const whole = shape.kind === 'curves' && {
      ...shape,
      series: shape.series.slice(0, 1).map((one) => ({ ...one, id: 'all' })),
    };
    const [number] = toldNumbers([aView('A6', whole || shape)]);
    expect(number).toMatchObject({ period: null, judgedIn: second });
  });
});

describe('a whole of parts', () => {
  const rows = [first, second].map((period, at) => ({
    id: period.start,
    label: { name: 'x' },
    period,
    values: [between(10 + at, 10 + at), between(20 + at, 20 + at)],
    n: between(30, 30),
  }));
  const parts = ['up', 'down'].map((id) => ({ id, label: { name: id }, side: 'above' as const }));

  it('has a number for each part of the newest complete period, and the same of the periods before', () => {
    const numbers = toldNumbers([aView('Z14', { kind: 'parts', unit: 'count', parts, rows })]);
    expect(numbers.map(({ aim, words, value }) => [aim, words, value])).toEqual([
      ['part/up', [{ name: 'up' }], between(11, 11)],
      ['part/down', [{ name: 'down' }], between(21, 21)],
    ]);
    expect(numbers[1]?.steps.map(({ value }) => value)).toEqual([between(20, 20), between(21, 21)]);
  });
});

describe('the way of a goal', () => {
  const rows = [aRow(between(20, 30), first), aRow(between(39, 61), second)];

  it('begins with the last period that was over when it was set', () => {
    const setIn = (created_at: number) => seenIn(aView('R1', series(...rows)), { created_at })?.steps;
    expect(setIn(Date.UTC(2026, 3, 2))?.map(({ period }) => period)).toEqual([first, second]);
    expect(setIn(Date.UTC(2026, 6, 2))?.map(({ period }) => period)).toEqual([second]);
    expect(setIn(Date.UTC(2026, 0, 2))?.map(({ period }) => period)).toEqual([first, second]);
  });

  it('says why nothing may be said', () => {
    const silence = (value: PublishedValue, of = {}) => seenIn(aView('R1', series(aRow(value, second))), of)?.silence;
    expect(silence({ mark: 'hidden' })).toBe('too-few');
    expect(silence({ mark: 'open', value: 5, lower: null, upper: null })).toBe('still-running');
    expect(silence(between(1, 2))).toBeNull();
    expect(silence(between(1, 2), { metric_id: 'R9' })).toBe('not-told');
  });
});

describe('metrics without a goal', () => {
  it('are named with the reason', () => {
    const grid: MetricChart['shape'] = { kind: 'grid', unit: 'percent', rows: [], columns: [], cells: [] };
    const views = [aView('Z5', grid), aView('R1', { kind: 'missing', needs: ['messages'] })];
    const { without } = goalMetricsView(1, { timeZone: 'UTC', views, numbers: [] });
    const why = (id: string) => without.find(({ metricId }) => metricId === id)?.why;
    expect(['R1', 'Z5', 'Z17', 'Z18', 'M7', 'Z21', 'Z19'].map(why)).toEqual([
      'no-data',
      'no-number',
      'split-not-told',
      'split-not-told',
      'split-not-told',
      'split-not-told',
      'over-groups',
    ]);
  });
});

describe('what a goal may aim at', () => {
  it.each([
    ['R2', 'share/24'],
    ['Z8', 'median'],
    ['Z4', 'return/3'],
    ['Z9', 'part/dormant'],
    ['R1', ''],
    ['Z17', 'group/gender/woman'],
    ['Z21', 'coverage/gender'],
  ])('is a number of %s: %s', (metricId, aim) => {
    expect(mayAim(metricId, aim)).toBe(true);
  });

  it.each([
    ['R1', 'group/gender/woman'],
    ['Z17', ''],
    ['Q1', ''],
    ['R3_hours', ''],
    ['R2', 'share/24; DROP'],
  ])('is not, of %s: %s', (metricId, aim) => {
    expect(mayAim(metricId, aim)).toBe(false);
  });
});

describe('a typed number', () => {
  it.each([
    ['80', 80],
    [' 0 ', 0],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['٨٠', 80],
    ['١٢٫٥', 12.5],
    ['۸۰', 80],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', '-1', '1,000', '1e3', '80%', 'many', '1.2.3', '12345678'])('refuses %j', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it.each([
    ['-5', -5],
    ['−5,5', -5.5],
    ['\u061c-٥', -5],
    ['5', 5],
  ])('reads %s where it may be below zero', (text, value) => {
    expect(readNumber(text, true)).toBe(value);
  });

  it.each(['--5', '-', '5-'])('refuses %j all the same', (text) => {
    expect(readNumber(text, true)).toBeUndefined();
  });
});

describe('a typed day', () => {
  it('reads the calendar, in any of our digits', () => {
    expect(readDay(' 2028-02-29 ')).toBe('2028-02-29');
    expect(readDay('٢٠٢٦-٠٣-٣١')).toBe('2026-03-31');
  });

  it.each(['2026-02-29', '2026-06-31', '2026-13-01', '31.3.2026', '2026-3-1', ''])('refuses %j', (text) => {
    expect(readDay(text)).toBeUndefined();
  });
});
