import { describe, expect, it } from 'vitest';
import { type ToldBefore, withChangeSince } from '../../../electron/data/health/findings/change-since.ts';
import { comparisonOf } from '../../../electron/data/health/findings/comparison.ts';
import type { ChartRow, SeriesShape } from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import type { HealthView, Reciprocity, StayCurve } from '../../../shared/ipc/topics/health.ts';

const shown = (value: number, lower = value, upper = value): PublishedValue => ({ mark: 'shown', value, lower, upper });
const open = (value: number): PublishedValue => ({ mark: 'open', value, lower: null, upper: null });

function series(rows: readonly (readonly [start: string, end: string, value: PublishedValue])[]): SeriesShape {
  const row = ([start, end, value]: (typeof rows)[number]): ChartRow => ({
    id: start,
    label: { name: 'x' },
    period: { start, end, complete: value.mark !== 'open' },
    value,
    n: null,
    reference: null,
    note: null,
  });
  return { kind: 'series', unit: 'percent', series: [{ id: 'all', label: { name: 'x' }, rows: rows.map(row) }] };
}

const months = [
  ['2026-01-01', '2026-01-31', shown(10)],
  ['2026-02-01', '2026-02-28', shown(20)],
  ['2026-03-01', '2026-03-31', shown(30)],
  ['2026-04-01', '2026-04-30', shown(40)],
  ['2026-05-01', '2026-05-31', open(50)],
] as const;
const under = { start: '2026-04-01', before: '2026-03-01' };

describe('what a number is compared with', () => {
  it('is the period before', () => {
    expect(comparisonOf(series(months), under)).toEqual({
      key: 'charts:common.comparedUpShare',
      params: { share: 0.3 },
    });
  });

  it('is nothing that shares days with it: the 90 days before, where months are short less a day', () => {
    const said = comparisonOf(series(months), { ...under, spanDays: 90 });
    expect(said).toEqual({ key: 'charts:common.comparedUpShareDays', params: { share: 0.1, days: 90 } });
    expect(comparisonOf(series(months.slice(1)), { ...under, spanDays: 90 })).toBeNull();
    const quarters = [
      ['2025-10-01', '2025-12-31', shown(40, 30, 50)],
      ['2026-01-01', '2026-03-31', shown(45, 35, 55)],
    ] as const;
    expect(comparisonOf(series(quarters), { start: '2026-01-01', before: '2025-10-01', spanDays: 90 })?.key).toBe(
      'charts:common.comparedSameShareDays',
    );
  });

  it('goes by the newest settled period where the sentence does', () => {
    const said = comparisonOf(series(months), { start: '2026-02-01', before: '2026-01-01', isSettled: true });
    expect(said?.params).toEqual({ share: 0.3 });
    expect(comparisonOf(series(months.slice(3)), { ...under, isSettled: true })).toBeNull();
  });

  it('is never a hidden number', () => {
    const hidden = [
      ...months.slice(0, 2),
      ['2026-03-01', '2026-03-31', { mark: 'hidden' }] as const,
      ...months.slice(3),
    ];
    expect(comparisonOf(series(hidden), under)).toBeNull();
  });
});

const stayOf = (share: PublishedValue, more: Partial<StayCurve> = {}): StayCurve =>
  ({
    metricId: 'Z8',
    definitionVersion: 2,
    level: 2,
    gapDays: 90,
    marks: [
      { day: 30, share: shown(80) },
      { day: 90, share },
    ],
    ...more,
  }) as StayCurve;
const tiesOf = (arcShare: PublishedValue, more: Partial<Reciprocity> = {}): Reciprocity =>
  ({ metricId: 'R8', definitionVersion: 3, arcShare, ...more }) as Reciprocity;
const viewOf = (stay: StayCurve | null, reciprocity: Reciprocity | null): HealthView =>
  ({ stay, reciprocity }) as HealthView;

describe('what is told of return and stay since an earlier quarter', () => {
  const end = Date.UTC(2026, 5, 30, 12);
  const toldOf = (stay: StayCurve | null, reciprocity: Reciprocity | null): ToldBefore => ({
    quarterEnd: end,
    stay,
    reciprocity,
  });

  it('is the share after 90 days, by the intervals of both', () => {
    const told = (now: PublishedValue, was: PublishedValue) =>
      withChangeSince(viewOf(stayOf(now), null), toldOf(stayOf(was), null)).stay?.comparison;
    expect(told(shown(60, 55, 65), shown(40, 35, 45))).toEqual({
      key: 'comparison.stayUp',
      params: { day: 90, now: 0.6, end, share: 0.4 },
    });
    expect(told(shown(60, 55, 65), shown(58, 50, 66))?.key).toBe('comparison.staySame');
    expect(told(shown(30, 25, 35), shown(58, 50, 66))?.key).toBe('comparison.stayDown');
    // Where one of both tells nothing of 90 days, of 30.
    expect(told(shown(60), { mark: 'hidden' })?.params).toEqual({ day: 30, now: 0.8, end, share: 0.8 });
    expect(told({ mark: 'unavailable' }, shown(60))?.params).toEqual({ day: 30, now: 0.8, end, share: 0.8 });
  });

  it('is nothing of another curve', () => {
    for (const other of [{ gapDays: 180 }, { level: 3 as const }, { definitionVersion: 1 }]) {
      const { stay } = withChangeSince(viewOf(stayOf(shown(60)), null), toldOf(stayOf(shown(40), other), null));
      expect(stay?.comparison).toBeUndefined();
    }
    expect(withChangeSince(viewOf(null, null), toldOf(stayOf(shown(40)), tiesOf(shown(1)))).stay).toBeNull();
  });

  it('leaves a closer comparison of ties as it is', () => {
    const own = { key: 'comparison.reciprocityDaysChanged', params: { share: 0.2, now: 0.3, days: 90 } };
    const told = (now: Reciprocity, was: Reciprocity) =>
      withChangeSince(viewOf(null, now), toldOf(null, was)).reciprocity?.comparison;
    // As ties are told: without an interval, and so without a direction.
    const shown = (value: number): PublishedValue => ({ mark: 'shown', value, lower: null, upper: null });
    expect(told(tiesOf(shown(30)), tiesOf(shown(20)))).toEqual({
      key: 'comparison.reciprocityChanged',
      params: { end, share: 0.2, now: 0.3 },
    });
    expect(told(tiesOf(shown(30), { comparison: own }), tiesOf(shown(20)))).toEqual(own);
    expect(told(tiesOf(shown(30)), tiesOf(shown(20), { definitionVersion: 2 }))).toBeUndefined();
  });
});
