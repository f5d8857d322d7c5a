import { describe, expect, it } from 'vitest';
import { goalsView, toldNumbers } from '../../../electron/data/health/goals/goals-view.ts';
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
  direction: 'at-least' as const,
  target: 80,
  created_at: 0,
};
const stateOf = (view: DashboardView) => goalsView(1, [goal], [], toldNumbers([view])).goals[0]?.state;

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
