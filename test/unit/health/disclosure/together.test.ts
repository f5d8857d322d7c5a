import { describe, expect, it } from 'vitest';
import { firstDayOf, periodOf } from '../../../../electron/data/health/calendar/periods.ts';
import { publishCount, roundedCount } from '../../../../electron/data/health/disclosure/counts.ts';
import { publishInBlocks } from '../../../../electron/data/health/disclosure/midpoint.ts';
import { publishMetric } from '../../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { publishRetention } from '../../../../electron/data/health/disclosure/publish-retention.ts';
import { identityRulesFor, rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import {
  auditTogether,
  type ChartToAudit,
} from '../../../../electron/data/health/disclosure/together/audit-together.ts';
import { packActiveDays } from '../../../../electron/data/health/metrics/active-days.ts';
import { lifeCycle } from '../../../../electron/data/health/metrics/life-cycle.ts';
import type { RawResult } from '../../../../electron/data/health/metrics/raw-result.ts';
import { returnTable } from '../../../../electron/data/health/metrics/return-on-period.ts';
import type { RawHealth } from '../../../../electron/data/health/raw-health.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { aQuarterWindow } from '../../../builders/metric-window.ts';
import { aRawHealth } from '../../../builders/raw-health.ts';

const exported = rulesFor('export');
const window = aQuarterWindow();
const label = { name: 'x' };

function audit(
  charts: Readonly<Record<string, RawResult>>,
  views: readonly RawHealth[] = [],
  before?: readonly string[],
) {
  const all = Object.entries(charts).map(([metricId, raw]): ChartToAudit => {
    return { metricId, raw, window, isSensitive: false };
  });
  return auditTogether({
    charts: all,
    views,
    rules: identityRulesFor('export'),
    otherRules: exported,
    withheldBefore: new Set(before ?? []),
  });
}

const byQuarter = (counts: readonly number[]): RawResult => ({
  ...{ kind: 'counts', draw: 'series', of: 'people' },
  rows: window.periods.map((period, at) => ({ id: String(period.index), label, period, count: counts[at] ?? 0 })),
});

const countsIn = (raw: RawResult | undefined) =>
  raw?.kind === 'counts' ? raw.rows.map(({ count }) => roundedCount(count, exported)) : [];

describe('charts that leave together', () => {
  it('hide what the sum of another chart would give away (fixture F0 over two charts)', () => {
    // Three months of newcomers, 42, 7 and nobody, beside 49 of the quarter: 40, hidden, 0 and 50 say that it is 6 or 7.
    const quarter = window.current.firstDay;
    const month = periodOf('month', quarter);
    const people = Array.from({ length: 49 }, (_, at) => [at < 42 ? quarter : firstDayOf('month', month + 1)]);
    const rows = lifeCycle(packActiveDays(people), { unit: 'month', lastDay: window.current.lastDay });
    const alone = audit({}, [aRawHealth({ lifeCycle: rows })]).views[0]?.lifeCycle;
    expect(alone?.map((row) => roundedCount(row.new, exported))).toEqual([40, undefined, 0]);
    const { charts, views } = audit({ Z2: byQuarter([0, 49]) }, [aRawHealth({ lifeCycle: rows })]);
    const told = [
      ...countsIn(charts[0]).slice(1),
      ...(views[0]?.lifeCycle ?? []).map((row) => roundedCount(row.new, exported)),
    ];
    expect(told[2]).toBeUndefined();
    expect(told.filter((count) => count === undefined).length).toBeGreaterThan(1);
  });

  it('say the same of one count in two charts', () => {
    const shares: RawResult = {
      ...{ kind: 'shares', draw: 'series', of: 'people' },
      rows: window.periods.map((period, at) => ({ id: `s${at}`, label, period, part: 20, whole: [49, 49][at] ?? 0 })),
    };
    const before = ['L2 new quarter 8105'];
    const { charts } = audit({ Z2: byQuarter([49, 49]), R1: shares }, [], before);
    expect(countsIn(charts[0])).toEqual([50, undefined]);
    expect(charts[1]?.kind === 'shares' && charts[1].rows.map(({ whole }) => roundedCount(whole, exported))).toEqual([
      50,
      undefined,
    ]);
  });

  it('leave out a sum that does not hold: newcomers of two charts may be counted by two rules', () => {
    const rows = lifeCycle(packActiveDays([[window.current.firstDay]]), {
      unit: 'month',
      lastDay: window.current.lastDay,
    });
    const { charts } = audit({ Z2: byQuarter([0, 60]) }, [aRawHealth({ lifeCycle: rows })]);
    expect(countsIn(charts[0])).toEqual([0, 60]);
  });

  it('protect a cell of a cohort table from the average over all cohorts', () => {
    const monday = 4;
    const cohort = (size: number, day: number, returning: number) =>
      Array.from({ length: size }, (_, at) => (at < returning ? [day, day + 7] : [day]));
    const active = packActiveDays([...cohort(100, monday, 42), ...cohort(100, monday + 7, 7)]);
    const retention = returnTable(active, { unit: 'week', lastDay: monday + 27 });
    const [told] = audit({}, [aRawHealth({ retention })]).views;
    const table = told?.retention && publishRetention(told.retention, 2, exported);
    const shown = [table?.cohorts[0]?.cells[1]?.count, table?.cohorts[1]?.cells[1]?.count, table?.average[1]];
    // 40 %, hidden and 25 % of 200 say that it is 6 or 7.
    expect(shown.filter((value) => value?.mark === 'hidden').length).toBeGreaterThan(1);
    expect(shown[1]).toEqual({ mark: 'hidden' });
  });

  it('protect the requests of the night from all requests less those of the day, block by block', () => {
    const curve = (id: string, followed: number) => ({ id, label, period: window.current, table: [], followed });
    const curves = (...series: ReturnType<typeof curve>[]): RawResult => ({
      ...{ kind: 'curves', time: 'hours', reads: 'rising', marks: [24] },
      series,
    });
    /** Counts that a block may stand for. */
    const [below, above] = [exported.midpoint / 2 - 1, exported.midpoint / 2];
    const blockOf = (value: PublishedValue | undefined) => (value && 'value' in value ? value.value : undefined);
    let read = 0;
    for (const night of [1, 2, 3, 4, 5, 6]) {
      for (const day of Array.from({ length: 36 }, (_, at) => 30 + at)) {
        const { charts } = audit({
          R2: curves(curve('current', night + day)),
          R2_night: curves(curve('night', night), curve('day', day)),
          // The same requests once more, rounded: both together say more than either.
          R3: {
            ...{ kind: 'shares', draw: 'series', of: 'things' },
            rows: [{ id: 'r', label, period: window.current, part: 20, whole: night + day }],
          },
        });
        const [all, ofNight, ofDay] = charts.flatMap((raw) =>
          raw.kind === 'curves' ? raw.series.map(({ followed }) => publishInBlocks(followed, exported)) : [],
        );
        expect(ofNight).toEqual({ mark: 'hidden' });
        const rounded =
          charts[2]?.kind === 'shares' ? roundedCount(charts[2].rows[0]?.whole ?? 0, exported) : undefined;
        const [whole, rest] = [blockOf(all), blockOf(ofDay)];
        if (rest === undefined) continue;
        read += 1;
        const mayBe = (count: number) =>
          (whole === undefined || (count >= whole - below && count <= whole + above)) &&
          (rounded === undefined || Math.abs(count - rounded) <= 2);
        const left = [1, 2, 3, 4, 5, 6].filter((count) =>
          [-2, -1, 0, 1, 2, 3].some((off) => mayBe(count + rest + off)),
        );
        expect(left.length).toBeGreaterThanOrEqual(5);
      }
    }
    expect(read).toBeGreaterThan(0);
  });

  it('protect who opened one resource from those who opened any', () => {
    const use = (...opened: readonly number[]): RawResult => ({
      ...{ kind: 'shares', draw: 'bars', of: 'people' },
      rows: opened.map((part, at) => ({ id: at === 0 ? 'together/9' : `resource/${at}`, label, part, whole: 400 })),
    });
    // Forty-two opened the first, seven the second and nobody both: 40 and 50 would say that it is 6 or 7.
    const [told] = audit({ Z24: use(49, 42, 7) }).charts;
    const parts = told?.kind === 'shares' ? told.rows.map(({ part }) => roundedCount(part, exported)) : [];
    expect(parts[2]).toBeUndefined();
    expect(parts.filter((part) => part === undefined).length).toBeGreaterThan(1);
    // Where the list is not whole, many opened something that is on it nowhere: nothing can be set off against the total.
    const [apart] = audit({ Z24: use(300, 42, 7) }).charts;
    const shown = apart?.kind === 'shares' ? apart.rows.map(({ part }) => roundedCount(part, exported)) : [];
    expect(shown).toEqual([300, 40, undefined]);
  });

  it('protect a meeting from the sum of all meetings', () => {
    const raw: RawResult = {
      ...{ kind: 'shares', draw: 'bars', of: 'things' },
      rows: [
        { id: 'all', label, part: 49, whole: 100 },
        { id: '0:1', label, facet: label, part: 42, whole: 50 },
        { id: '0:2', label, facet: label, part: 7, whole: 50 },
      ],
    };
    const [told] = audit({ R14: raw }).charts;
    const shape = told && publishMetric(told, exported);
    const values =
      shape?.kind === 'bars' ? shape.facets.flatMap(({ rows }) => rows.map(({ value }) => value.mark)) : [];
    expect(values[2]).toBe('hidden');
    expect(values.filter((mark) => mark === 'hidden').length).toBeGreaterThan(1);
  });

  it('keep hidden what an earlier quarter hid for the sake of something else', () => {
    const { withheld } = audit({ R14: meetings(7) });
    expect(withheld.length).toBeGreaterThan(0);
    const { charts } = audit({ R14: meetings(12) }, [], withheld);
    const hidden = charts[0]?.kind === 'shares' ? charts[0].rows.filter(({ part }) => Number.isNaN(part)).length : 0;
    expect(hidden).toBeGreaterThan(0);
  });

  it('hide nothing from the team', () => {
    const team = rulesFor('team');
    const charts = [{ metricId: 'R14', raw: meetings(1), window, isSensitive: false }];
    const told = auditTogether({ charts, views: [], rules: identityRulesFor('team'), otherRules: team });
    expect(told.charts[0]).toEqual(meetings(1));
    expect(publishCount(1, team)).toMatchObject({ value: 1 });
  });
});

function meetings(few: number): RawResult {
  return {
    ...{ kind: 'shares', draw: 'bars', of: 'things' },
    rows: [
      { id: 'all', label, part: 42 + few, whole: 100 },
      { id: '0:1', label, facet: label, part: 42, whole: 50 },
      { id: '0:2', label, facet: label, part: few, whole: 50 },
    ],
  };
}
