import { describe, expect, it } from 'vitest';
import {
  lifeCycleShape,
  reciprocityShape,
  stayShape,
} from '../../../../renderer/features/health/charts/health-shapes.ts';
import { ReturnLine } from '../../../../renderer/features/health/charts/return-line.tsx';
import { lifeCycleComparison, retentionComparison } from '../../../../renderer/features/health/compared.ts';
import { BarsChart } from '../../../../renderer/ui/charts/bars-chart.tsx';
import { ChartFigure } from '../../../../renderer/ui/charts/chart-figure.tsx';
import { CurvesChart } from '../../../../renderer/ui/charts/curves-chart.tsx';
import { MetricCard } from '../../../../renderer/ui/charts/metric-card.tsx';
import { PartsChart } from '../../../../renderer/ui/charts/parts-chart.tsx';
import { annotatedPlaces } from '../../../../renderer/ui/charts/series-model.ts';
import { ShapeTable } from '../../../../renderer/ui/charts/shape-tables.tsx';
import { isBroken } from '../../../../renderer/ui/charts/sided-bars.tsx';
import type { ChartShape, MetricChart } from '../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { LifeCycle, Reciprocity, RetentionTable, StayCurve } from '../../../../shared/ipc/topics/health.ts';
import { hidden, named, open, quarter, row, shown, unavailable } from '../../../e2e/gallery/made-up-values.ts';
import { markupOf } from './render-chart.tsx';

const doors = { rooms: [], onOpen: () => undefined };
const common = { definitionVersion: 1, level: 2, finding: { key: 'x', params: {} }, caveats: [] } as const;

function month(start: string, active: PublishedValue, more: Partial<LifeCycle['periods'][number]> = {}) {
  const parts = { fresh: shown(5), returning: shown(20), resurrected: shown(3), dormant: shown(4) };
  return { start, complete: true, active, ...parts, ...more };
}

const lifeCycle: LifeCycle = {
  ...common,
  metricId: 'Z9',
  periods: [
    month('2026-01-01', shown(28)),
    month('2026-02-01', shown(30), { resurrected: hidden }),
    month('2026-03-01', shown(35)),
    month('2026-04-01', open(9), { complete: false }),
  ],
};

describe('the life cycle as bars', () => {
  it('tells open months, and months of which a part is hidden, from the others', () => {
    const shape = lifeCycleShape(lifeCycle);
    expect(shape.rows.map(isBroken)).toEqual([false, true, false, false]);
    expect(shape.rows.map(({ period }) => period?.complete)).toEqual([true, true, true, false]);
    expect(shape.rows[1]?.period?.end).toBe('2026-02-28');
  });

  it('names in its key what a hatched month is', async () => {
    const drawn = await markupOf(<PartsChart shape={lifeCycleShape(lifeCycle)} name="Life cycle" />);
    expect(drawn).toContain('some parts hidden to protect people: not drawn');
  });

  it('compares the newest complete month with the one before', () => {
    expect(lifeCycleComparison(lifeCycle)).toEqual({ key: 'charts:common.comparedUpNumber', params: { number: 30 } });
    expect(lifeCycleComparison({ ...lifeCycle, periods: lifeCycle.periods.slice(0, 1) })).toBeNull();
  });
});

describe('the return table', () => {
  const cohort = (start: string, share: PublishedValue) => ({
    start,
    size: shown(40),
    cells: [shown(100), share].map((one) => ({ share: one, count: one })),
  });
  const table = (...shares: PublishedValue[]): RetentionTable => ({
    ...common,
    metricId: 'Z4',
    unit: 'month',
    cohorts: shares.map((share, at) => cohort(`2026-0${at + 1}-01`, share)),
    average: [],
  });

  it('compares the newest cohort that can be told of with the one before it', () => {
    expect(retentionComparison(table(shown(30, 20, 40), shown(50, 42, 60), open(10)))).toEqual({
      key: 'health:comparison.retentionUp',
      params: { share: 0.5, before: 0.3 },
    });
    expect(retentionComparison(table(shown(30, 20, 45), shown(50, 42, 60)))?.key).toBe(
      'health:comparison.retentionSame',
    );
    expect(retentionComparison(table(hidden, shown(50, 42, 60)))).toBeNull();
  });

  it('draws no empty frame', async () => {
    const points = [hidden, unavailable].map((share, at) => ({ at: at + 1, share }));
    const line = <ReturnLine label="Return" axisLabel="Months" unit="month" points={points} sayAt={String} />;
    expect(await markupOf(line)).toBe('');
  });
});

describe('the stay curve', () => {
  it('says under its axis how many it still follows', async () => {
    const stay: StayCurve = {
      ...common,
      metricId: 'Z8',
      gapDays: 90,
      points: [
        { day: 0, share: shown(100) },
        { day: 90, share: shown(60, 50, 70) },
      ],
      atRisk: [
        { day: 0, count: shown(240) },
        { day: 90, count: shown(110) },
      ],
      marks: [{ day: 90, share: shown(60, 50, 70) }],
      medianDays: unavailable,
      lapsed: shown(80),
      stillHere: shown(120),
      tooRecent: shown(15),
      cutAtDay: null,
    };
    const drawn = await markupOf(<CurvesChart shape={stayShape(stay)} name="Stay" />);
    expect(drawn).toMatch(/ui-at-risk.*Still followed.*240.*110/s);
  });
});

describe('shares of ties', () => {
  it('are hatched where they are hidden, and nowhere else', async () => {
    const reciprocity: Reciprocity = {
      ...common,
      metricId: 'R8',
      arcShare: shown(40),
      pairShare: unavailable,
      chance: unavailable,
      arcs: shown(300),
      arcsReturned: shown(120),
      members: shown(60),
      windowDays: 90,
    };
    const markup = (told: Reciprocity) => markupOf(<BarsChart shape={reciprocityShape(told)} name="Ties" />);
    expect(await markup(reciprocity)).not.toContain('ui-hidden-value');
    expect(await markup({ ...reciprocity, pairShare: hidden })).toContain('ui-hidden-value');
  });
});

describe('what the community did', () => {
  it('shares a line where two things fall into one quarter', () => {
    const places = [0, 1].map((at) => ({ key: quarter(at).start, row: { label: { name: '' }, period: quarter(at) } }));
    const days = ['2024-08-01', '2024-11-02', '2024-12-24', '2020-01-01'];
    expect(
      annotatedPlaces(
        days.map((day) => ({ day, text: day })),
        places,
      ),
    ).toEqual([
      { place: '2024-07-01', numbers: [1] },
      { place: '2024-10-01', numbers: [2, 3] },
    ]);
  });
});

describe('a drawing of which nothing can be read', () => {
  const silent = [row('a', hidden, { period: quarter(0) }), row('b', unavailable, { period: quarter(1) })];

  it.each([
    ['series', { kind: 'series', unit: 'percent', series: [{ id: 'all', label: named('all'), rows: silent }] }],
    ['bars', { kind: 'bars', unit: 'count', facets: [{ id: 'all', label: null, rows: silent }] }],
    [
      'curves',
      {
        kind: 'curves',
        time: 'hours',
        reads: 'rising',
        series: [
          {
            id: 'all',
            label: named('all'),
            points: [{ at: 0.8, share: hidden }],
            atRisk: [],
            marks: [],
            median: unavailable,
            followed: hidden,
            cut: false,
          },
        ],
      },
    ],
    [
      'parts',
      {
        kind: 'parts',
        unit: 'count',
        parts: [{ id: 'p', label: named('Part'), side: 'above' }],
        rows: silent.map((one) => ({ ...one, values: [one.value], n: hidden })),
      },
    ],
  ] as const satisfies readonly (readonly [string, ChartShape])[])('has no frame and no axis: %s', async (_, shape) => {
    const markup = await markupOf(<ChartFigure shape={shape} name="Nothing" doors={doors} />);
    expect(markup).not.toMatch(/ui-plot|ui-bars-axis/);
    expect(markup).toContain('hidden to protect people');
  });
});

describe('a time since a start', () => {
  it('is told to the minute', async () => {
    const share = shown(50);
    const points = [0.76, 0.82, 26.1].map((at) => ({ at, share }));
    const one = { atRisk: [], marks: [], median: unavailable, followed: unavailable, cut: false };
    const series = [{ id: 'all', label: named('all'), points, ...one }];
    const shape = { kind: 'curves', time: 'hours', reads: 'rising', series } as const;
    const markup = await markupOf(<ShapeTable shape={shape} name="Waits" />);
    for (const words of ['46 min', '49 min', '26 hr, 6 min']) expect(markup.replaceAll('hrs', 'hr')).toContain(words);
  });
});

describe('notes', () => {
  it('stand only under an axis of dates', async () => {
    const shape = (period: ReturnType<typeof quarter> | null): ChartShape => {
      const rows = [row('a', shown(50), { period })];
      return { kind: 'series', unit: 'percent', series: [{ id: 'all', label: named('all'), rows }] };
    };
    const chart = (period: ReturnType<typeof quarter> | null): MetricChart => ({
      metricId: 'R1',
      dashboard: 'connection',
      isCore: true,
      definitionVersion: 1,
      level: 2,
      chart: null,
      shape: shape(period),
      finding: { key: 'charts:common.seeTable', params: {} },
      caveats: [],
      comparison: null,
      annotations: [{ day: '2024-08-01', text: 'A new rule' }],
    });
    expect(await markupOf(<MetricCard chart={chart(quarter(0))} doors={doors} />)).toContain('A new rule');
    expect(await markupOf(<MetricCard chart={chart(null)} doors={doors} />)).not.toContain('A new rule');
  });
});
