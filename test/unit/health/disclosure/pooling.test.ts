import { describe, expect, it } from 'vitest';
import { isoDateOf } from '../../../../electron/data/health/calendar/civil-day.ts';
import { firstDayOf } from '../../../../electron/data/health/calendar/periods.ts';
import type { ComputedMetric } from '../../../../electron/data/health/dashboard/compute-metrics.ts';
import type { RawDashboard } from '../../../../electron/data/health/disclosure/dashboard-view.ts';
import { releaseTogether } from '../../../../electron/data/health/disclosure/release-together.ts';
import { identityRulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { metricCsv } from '../../../../electron/data/health/metric-csv.ts';
import { packActiveDays } from '../../../../electron/data/health/metrics/active-days.ts';
import { newcomerFirstReply } from '../../../../electron/data/health/metrics/connection/newcomer-first-reply.ts';
import { lifeCycle } from '../../../../electron/data/health/metrics/life-cycle.ts';
import { metricWindow } from '../../../../electron/data/health/metrics/metric-window.ts';
import { appeals } from '../../../../electron/data/health/metrics/moderation/appeals.ts';
import { outcomeMix } from '../../../../electron/data/health/metrics/moderation/outcome-mix.ts';
import { resolutionRatio } from '../../../../electron/data/health/metrics/moderation/resolution-ratio.ts';
import { periodRow } from '../../../../electron/data/health/metrics/period-series.ts';
import { pooledWindow } from '../../../../electron/data/health/metrics/pooled-window.ts';
import type { RawResult } from '../../../../electron/data/health/metrics/raw-result.ts';
import { newContributors } from '../../../../electron/data/health/metrics/resilience/new-contributors.ts';
import type { MetricWindow } from '../../../../electron/data/health/metrics/window.ts';
import type { ChartShape } from '../../../../shared/domain/health/chart.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { Reader } from '../../../attack/reader.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { aRawHealth } from '../../../builders/raw-health.ts';

/** All quarters of 2025 and 2026. */
const quarters = metricWindow('quarter', firstDayOf('year', 2025), firstDayOf('year', 2027) - 1);
const label = { name: 'x' };

describe('the coarser step of a window', () => {
  it('holds years of which every quarter is under view and over', () => {
    expect(pooledWindow(quarters)).toMatchObject({ unit: 'year', current: { index: 2026 }, previous: { index: 2025 } });
    const open = metricWindow('quarter', firstDayOf('year', 2024) + 120, firstDayOf('year', 2026) + 200);
    expect(pooledWindow(open)?.periods.map(({ index, complete }) => [index, complete])).toEqual([[2025, true]]);
    expect(pooledWindow(metricWindow('quarter', firstDayOf('year', 2026), firstDayOf('year', 2026) + 300))).toBeNull();
  });

  it('holds quarters of months, and nothing of years', () => {
    const months = metricWindow('month', firstDayOf('year', 2025), firstDayOf('month', 2025 * 12 + 8) + 10);
    const pooled = pooledWindow(months);
    expect(pooled?.periods.map(({ index }) => index)).toEqual([2025 * 4, 2025 * 4 + 1]);

    const years = pooledWindow(quarters);
    expect(years && pooledWindow(years)).toBeNull();
  });
});

describe('a chart on the screen', () => {
  it('offers the year where too few people are behind more than a third of its quarters', () => {
    const few = [12, 12, 12, 12, 60, 60, 60, 60];
    const [chart] = released('team', [pooledMetric(newcomerFirstReply, shares(few))]).charts;
    expect(chart?.pooled?.unit).toBe('year');
    expect(chart?.pooled?.shape).toMatchObject({
      kind: 'series',
      series: [{ rows: [{ n: { value: 48 } }, { n: { value: 240 } }] }],
    });
    expect(chart?.pooled?.finding.key).toBe('connection:R1.finding');
  });

  it('offers it also where nothing can be said of any quarter', () => {
    const [chart] = released('team', [
      pooledMetric(newcomerFirstReply, shares([12, 12, 12, 12, 12, 12, 12, 12])),
    ]).charts;
    expect(chart?.finding.key).toBe('charts:common.tooFew');
    expect(chart?.pooled?.finding.key).toBe('connection:R1.finding');
  });

  it('offers nothing where a third or less is missing, nobody was there, or the year says no more', () => {
    const offered = (counts: readonly number[]) =>
      released('team', [pooledMetric(newcomerFirstReply, shares(counts))]).charts[0]?.pooled !== undefined;
    expect(offered([12, 12, 60, 60, 60, 60, 60, 60])).toBe(false);
    expect(offered([0, 0, 0, 0, 60, 60, 60, 60])).toBe(false);
    expect(offered([1, 1, 1, 1, 2, 2, 2, 2])).toBe(false);
  });

  it('pools bars and parts as well', () => {
    const parts =
      (counts: readonly number[]) =>
      (window: MetricWindow): RawResult => ({
        ...{
          kind: 'parts',
          unit: 'percent',
          of: 'things',
          parts: [
            { id: 'a', label },
            { id: 'b', label },
          ],
        },
        rows: window.periods.map((period) => {
          const sum = summed(counts, period.firstDay, period.lastDay);
          return { ...periodRow(period, label), counts: [sum, sum] };
        }),
      });
    const bars = (window: MetricWindow): RawResult => ({
      ...{ kind: 'shares', draw: 'bars', of: 'things' },
      rows: [{ id: 'made', label, part: 10, whole: window.unit === 'year' ? 80 : 20 }],
    });
    const { charts } = released('team', [
      pooledMetric(outcomeMix, parts([10, 10, 10, 10, 10, 10, 10, 10])),
      pooledMetric(appeals, bars),
    ]);
    expect(charts.map(({ pooled }) => pooled?.shape.kind)).toEqual(['parts', 'bars']);
  });
});

describe('a file', () => {
  it('holds years below quarters, and no year of what is of no period', () => {
    const bars = (window: MetricWindow): RawResult => ({
      ...{ kind: 'shares', draw: 'bars', of: 'things' },
      rows: [{ id: 'made', label, part: 20, whole: window.unit === 'year' ? 80 : 20 }],
    });
    const view = released('export', [
      pooledMetric(newContributors, counts([5, 5, 5, 5, 40, 40, 40, 40])),
      pooledMetric(appeals, bars),
    ]);
    expect(view.charts.map(({ pooled }) => pooled?.unit)).toEqual(['year', undefined]);
    const lines = metricCsv(view, 'Z2')?.text.split('\r\n') ?? [];
    expect(lines.filter((line) => line.includes('2025-01-01,2025-12-31'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('2025-01-01,2025-03-31'))).toHaveLength(1);
  });

  it('holds no year of a formula, whose counts the audit does not see', () => {
    const ratio: RawOver = ({ periods }) => ({
      ...{ kind: 'numbers', draw: 'series' },
      rows: periods.map((period) => ({
        ...periodRow(period, label),
        ...{
          unit: 'ratio' as const,
          people: summed([5, 5, 5, 5, 40, 40, 40, 40], period.firstDay, period.lastDay),
          decimals: 2,
        },
        ...{ counts: [30, 40], formula: () => ({ value: 0.75 }) },
      })),
    });
    const metric = pooledMetric(resolutionRatio, ratio);
    expect(released('team', [metric]).charts[0]?.pooled?.unit).toBe('year');
    expect(released('export', [metric]).charts[0]?.pooled).toBeUndefined();
  });

  it('tells of the quarters what it would tell without years', () => {
    const random = seededRandom(7);
    for (let at = 0; at < 60; at += 1) {
      const numbers = randomCounts(random);
      const raw = counts(numbers)(quarters);
      const alone = released('export', [{ module: newContributors, raw }]).charts[0]?.shape;
      const beside = released('export', [pooledMetric(newContributors, counts(numbers))]).charts[0]?.shape;
      expect(beside).toEqual(alone);
    }
  });

  it('leaves a reader of quarters and years five values for every small quarter', () => {
    const random = seededRandom(11);
    let years = 0;
    let wouldBeFound = 0;
    for (let at = 0; at < 150; at += 1) {
      const numbers = randomCounts(random);
      const [chart] = released('export', [pooledMetric(newContributors, counts(numbers))]).charts;
      if (!chart?.pooled) continue;
      const told = valuesOf(chart.shape);
      const yearsTold = valuesOf(chart.pooled.shape);
      years += yearsTold.filter(({ mark }) => mark === 'shown').length;
      const sums = [0, 1].map((year) => numbers.slice(year * 4, year * 4 + 4).reduce((sum, count) => sum + count, 0));
      expect(leastLeft(numbers, sums, [...told, ...yearsTold])).toBeGreaterThanOrEqual(5);
      const naive = sums.map(
        (value) => ({ mark: 'shown', value: Math.round(value / 5) * 5, lower: null, upper: null }) as const,
      );
      if (leastLeft(numbers, sums, [...told, ...naive]) < 5) wouldBeFound += 1;
    }
    expect(years).toBeGreaterThan(100);
    // Without the audit some of these would have been found, so that the reader is one to be afraid of.
    expect(wouldBeFound).toBeGreaterThan(0);
  });

  it('leaves them as well to a reader who sets months, quarters and years off against each other', () => {
    const random = seededRandom(23);
    let years = 0;
    for (let at = 0; at < 25; at += 1) {
      const months = Array.from({ length: 24 }, () =>
        random() < 0.8 ? Math.floor(random() * 3) : Math.floor(random() * 40),
      );
      const people = months.flatMap((count, month) =>
        Array.from({ length: count }, () => [firstDayOf('month', 2025 * 12 + month)]),
      );
      const quarterly = Array.from({ length: 8 }, (_, quarter) => sumOf(months.slice(quarter * 3, quarter * 3 + 3)));
      const view = aRawHealth({
        members: people.length,
        lifeCycle: lifeCycle(packActiveDays(people), { unit: 'month', lastDay: quarters.current.lastDay }),
      });
      const release = releaseTogether(
        {
          dashboards: [aDashboard('export', [pooledMetric(newContributors, counts(quarterly))])],
          views: [view],
          secret: 'x',
        },
        'export',
      );
      const [chart] = release.dashboards[0]?.charts ?? [];
      const cycle = release.views[0]?.lifeCycle?.periods ?? [];
      const first = months.findIndex((count) => count > 0);
      const truth = [...months.slice(first), ...quarterly, sumOf(quarterly.slice(0, 4)), sumOf(quarterly.slice(4))];
      const yearly: PublishedValue[] = chart?.pooled
        ? valuesOf(chart.pooled.shape)
        : [{ mark: 'hidden' }, { mark: 'hidden' }];
      years += yearly.filter(({ mark }) => mark === 'shown').length;
      const told = [...cycle.map(({ fresh }) => fresh), ...(chart ? valuesOf(chart.shape) : []), ...yearly];
      expect(told).toHaveLength(truth.length);
      const beginning = 24 - first;
      const quarterAt = (quarter: number) => beginning + quarter;
      const monthsIn = (quarter: number) =>
        [0, 1, 2].map((one) => quarter * 3 + one - first).filter((month) => month >= 0);
      const equal = [
        ...quarterly.map((_, quarter) => [quarterAt(quarter), ...monthsIn(quarter)]).filter((sum) => sum.length > 1),
        [beginning + 8, ...[0, 1, 2, 3].map(quarterAt)],
        [beginning + 9, ...[4, 5, 6, 7].map(quarterAt)],
      ];
      expect(fewestLeft(truth, told, equal)).toBeGreaterThanOrEqual(5);
    }
    expect(years).toBeGreaterThan(5);
  });

  it('keeps what an earlier quarter hid, also from the year of it', () => {
    const metric = pooledMetric(newContributors, counts([5, 5, 5, 5, 40, 40, 40, 40]));
    const hidden = released('export', [metric], new Set(['L2 new year 2026']));
    expect(hidden.charts[0]?.pooled && valuesOf(hidden.charts[0].pooled.shape).map(({ mark }) => mark)).toEqual([
      'shown',
      'hidden',
    ]);
  });
});

type RawOver = (window: MetricWindow) => RawResult;

function pooledMetric(module: ComputedMetric['module'], raw: RawOver): ComputedMetric {
  const window = pooledWindow(quarters);
  if (!window) throw new Error('two years are years');
  return { module, raw: raw(quarters), pooled: { raw: raw(window), window } };
}

function summed(counts: readonly number[], from: number, to: number): number {
  return quarters.periods.reduce(
    (sum, period, at) => (period.firstDay >= from && period.lastDay <= to ? sum + (counts[at] ?? 0) : sum),
    0,
  );
}

const counts =
  (numbers: readonly number[]): RawOver =>
  ({ periods }) => ({
    ...{ kind: 'counts', draw: 'series', of: 'people' },
    rows: periods.map((period) => ({
      ...periodRow(period, label),
      count: summed(numbers, period.firstDay, period.lastDay),
    })),
  });

const shares =
  (numbers: readonly number[]): RawOver =>
  ({ periods }) => ({
    ...{ kind: 'shares', draw: 'series', of: 'people' },
    rows: periods.map((period) => {
      const whole = summed(numbers, period.firstDay, period.lastDay);
      return { ...periodRow(period, label, 'newcomers'), part: Math.floor(whole / 2), whole };
    }),
  });

/** Three small quarters at least, so that the chart offers its years. */
function randomCounts(random: () => number): number[] {
  const small = () => 1 + Math.floor(random() * 7);
  const large = () => 8 + Math.floor(random() * 40);
  return Array.from({ length: 8 }, (_, at) => (at < 3 || random() < 0.3 ? small() : large())).sort(
    () => random() - 0.5,
  );
}

function aDashboard(place: 'team' | 'export', metrics: readonly ComputedMetric[]): RawDashboard {
  return {
    ...({ communityId: 1 as CommunityId, dashboard: 'resilience', unit: 'quarter', timeZone: 'UTC' } as const),
    ...{ computedAt: 0 as Instant, cutOff: 0 as Instant, window: quarters, metrics, annotations: [] },
    ...{ identityRules: identityRulesFor(place), teamRule: [] },
  };
}

function released(place: 'team' | 'export', metrics: readonly ComputedMetric[], withheldBefore?: ReadonlySet<string>) {
  const release = { dashboards: [aDashboard(place, metrics)], views: [], ...(withheldBefore && { withheldBefore }) };
  const [view] = releaseTogether(release, place).dashboards;
  if (!view) throw new Error('one dashboard is one view');
  return view;
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function valuesOf(shape: ChartShape): PublishedValue[] {
  return shape.kind === 'series' ? shape.series.flatMap(({ rows }) => rows.map(({ value }) => value)) : [];
}

/** The least number of values that a reader of all of it is left for one of the small quarters. */
function leastLeft(numbers: readonly number[], sums: readonly number[], told: readonly PublishedValue[]): number {
  const years = [
    [8, 0, 1, 2, 3],
    [9, 4, 5, 6, 7],
  ];
  return fewestLeft([...numbers, ...sums], told, years);
}

/** The same for any counts, as they are told, and any sums of them: each a total, then its parts. */
function fewestLeft(
  truth: readonly number[],
  told: readonly PublishedValue[],
  equal: readonly (readonly number[])[],
): number {
  const reader = new Reader({
    ranges: truth.map((count, at): [number, number] => {
      const value = told[at];
      if (value && 'value' in value)
        return value.value === 0 ? [0, 0] : [Math.max(8, value.value - 2), value.value + 2];
      return count > 0 && count <= 7 ? [1, 7] : [0, 1000];
    }),
    ...{ equal, atMost: [], truth },
  });
  const small = truth.flatMap((count, at) => (count > 0 && count <= 7 ? [at] : []));
  return Math.min(...small.map((at) => reader.valuesLeft(at, 5).length));
}

it('names a year by its first and last day', () => {
  expect(isoDateOf(firstDayOf('year', 2026))).toBe('2026-01-01');
});
