import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricChart } from '../../../electron/data/health/disclosure/metric-chart.ts';
import { publishMetric } from '../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { identityRulesFor } from '../../../electron/data/health/disclosure/rules.ts';
import { besideEarlier } from '../../../electron/data/health/disclosure/split/beside-earlier.ts';
import { representation } from '../../../electron/data/health/metrics/group/representation.ts';
import { retentionGap } from '../../../electron/data/health/metrics/group/retention-gap.ts';
import type { GroupResult } from '../../../electron/data/health/metrics/group-metric.ts';
import type { ChartRow, MetricChart } from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';

/** What may be said of the way from one told chart to another, for any counts behind them. */

const team = identityRulesFor('team');
const exported = identityRulesFor('export');
const period = { start: '2026-07-01', end: '2026-09-30', complete: true };
const ids = ['one', 'other', 'another-term'];

const count = fc.integer({ min: 0, max: 400 });
const share = fc.record({ part: count, more: count });

function shares(counts: readonly { part: number; more: number }[]): GroupResult {
  const rows = counts.map(({ part, more }, at) => ({
    ...{ id: ids[at] ?? '', label: { name: ids[at] ?? '' } },
    ...{ part, whole: part + more },
  }));
  return { kind: 'shares', draw: 'dots', of: 'people', rows };
}

function gaps(counts: readonly { part: number; more: number }[]): GroupResult {
  const side = ({ part, more }: { part: number; more: number }) => ({ part, whole: part + more });
  const [rest = { part: 50, more: 50 }] = counts;
  const rows = counts.map((own, at) => ({
    ...{ id: ids[at] ?? '', label: { name: ids[at] ?? '' } },
    ...{ group: side(own), rest: side(rest) },
  }));
  return { kind: 'gaps', rows };
}

const told = (raw: GroupResult, rules: typeof team): MetricChart => {
  const module = raw.kind === 'gaps' ? retentionGap : representation;
  return { ...metricChart(module, publishMetric(raw, rules), rules), annotations: [] };
};

const rowsOf = ({ shape }: MetricChart): readonly ChartRow[] => (shape.kind === 'dots' ? shape.rows : []);
const ends = ({ value }: ChartRow): readonly [number, number] =>
  'lower' in value ? [value.lower ?? Number.NaN, value.upper ?? Number.NaN] : [Number.NaN, Number.NaN];

const few = 12 + team.rounding - 1;
const tables = fc.record({
  measure: fc.constantFrom(shares, gaps),
  now: fc.array(share, { minLength: 3, maxLength: 3 }),
  earlier: fc.array(share, { minLength: 3, maxLength: 3 }),
});

describe('rows beside an earlier period', () => {
  it('have a direction only where their intervals lie apart, and none for a change of a few people', () => {
    let directions = 0;
    let directionsOfGaps = 0;
    fc.assert(
      fc.property(tables, ({ measure, now, earlier }) => {
        const before = told(measure(earlier), exported);
        const chart = besideEarlier(told(measure(now), team), { chart: before, period, few });
        for (const row of chart ? rowsOf(chart) : []) {
          if (!row.earlier) continue;
          const was = rowsOf(before).find(({ id }) => id === row.id);
          expect(row.earlier.value).toEqual(was?.value);
          const [lower, upper] = ends(row);
          const [lowerThen, upperThen] = was ? ends(was) : [Number.NaN, Number.NaN];
          if (row.earlier.change === 'up') expect(lower).toBeGreaterThan(upperThen);
          if (row.earlier.change === 'down') expect(upper).toBeLessThan(lowerThen);
          if (row.earlier.change === 'up' || row.earlier.change === 'down') {
            directions += 1;
            const size = Math.min(...[row, was].map((one) => (one?.n && 'value' in one.n ? one.n.value : 0)));
            const moved =
              'value' in row.value && 'value' in row.earlier.value ? row.value.value - row.earlier.value.value : 0;
            if (measure === gaps) {
              directionsOfGaps += 1;
              expect((Math.abs(moved) / 100) * size).toBeGreaterThan(few);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(directions).toBeGreaterThan(0);
    expect(directionsOfGaps).toBeGreaterThan(0);
  });

  it('say nothing that is not told in the two charts, whatever hangs on what is hidden', () => {
    let leftAlone = 0;
    const hiding = (chart: MetricChart, at: number, secret: number): MetricChart => {
      const hidden = {
        mark: 'hidden',
        value: secret,
        lower: secret - 1,
        upper: secret + 1,
      } as unknown as PublishedValue;
      const rows = rowsOf(chart).map((row, place) => (place === at ? { ...row, value: hidden, n: hidden } : row));
      return { ...chart, shape: { ...chart.shape, rows } as MetricChart['shape'] };
    };
    const place = fc.integer({ min: 0, max: 2 });
    fc.assert(
      fc.property(tables, place, place, ({ measure, now, earlier }, hiddenNow, hiddenThen) => {
        const [chart, before] = [told(measure(now), team), told(measure(earlier), exported)];
        const said = (secret: number) => {
          const then = hiding(before, hiddenThen, secret);
          const beside = besideEarlier(hiding(chart, hiddenNow, secret), { chart: then, period, few });
          return rowsOf(beside ?? chart).map(({ id, earlier: was }) => [id, was]);
        };
        expect(said(90)).toEqual(said(1));
        const row = rowsOf(chart)[hiddenNow];
        if (!row) return;
        leftAlone += 1;
        expect(said(1)).toContainEqual([row.id, undefined]);
      }),
      { numRuns: 50 },
    );
    expect(leftAlone).toBeGreaterThan(0);
  });

  it('are left alone where they are hidden, of others each time, or counted otherwise', () => {
    const chart = told(
      shares([
        { part: 100, more: 100 },
        { part: 3, more: 197 },
        { part: 60, more: 140 },
      ]),
      team,
    );
    const beside = besideEarlier(chart, { chart, period, few });
    const said = beside ? rowsOf(beside).map(({ id, earlier }) => [id, earlier?.change]) : [];
    expect(said).toEqual([
      ['one', 'few'],
      ['another-term', undefined],
    ]);
    expect(besideEarlier(chart, { chart: { ...chart, definitionVersion: 1 }, period, few })).toBeNull();
    const renamed = JSON.parse(JSON.stringify(chart).replaceAll('"name":"one"', '"name":"two"')) as MetricChart;
    expect(rowsOf(besideEarlier(chart, { chart: renamed, period, few }) ?? chart).some(({ earlier }) => earlier)).toBe(
      false,
    );
  });
});
