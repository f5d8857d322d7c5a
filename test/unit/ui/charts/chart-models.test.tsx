import { describe, expect, it } from 'vitest';
import { curvePlaces, timeTicks } from '../../../../renderer/ui/charts/curve-model.ts';
import { PartsChart } from '../../../../renderer/ui/charts/parts-chart.tsx';
import { placeOfDay, placesOf } from '../../../../renderer/ui/charts/series-model.ts';
import { ShapeTable } from '../../../../renderer/ui/charts/shape-tables.tsx';
import { ValueWords } from '../../../../renderer/ui/charts/value-words.tsx';
import type { ChartUnit } from '../../../../shared/domain/health/chart.ts';
import { axisOver, logAxisOver, placeOn } from '../../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import {
  band,
  hidden,
  impossible,
  month,
  named,
  open,
  quarters,
  row,
  shown,
  unavailable,
  uncertain,
} from '../../../e2e/gallery/made-up-values.ts';
import { markupOf } from './render-chart.tsx';

describe('an axis', () => {
  it('holds zero, every value, every interval and every reference', () => {
    const axis = axisOver('count', [shown(35, 20, 61), band(8, 12)], [90]);
    expect(axis.from).toBe(0);
    expect(axis.to).toBeGreaterThanOrEqual(90);
    expect(axis.ticks).toContain(0);
  });

  it('ends at a round share of a hundred', () => {
    expect(axisOver('percent', [shown(3, 1, 8)]).to).toBe(10);
    expect(axisOver('percent', [shown(44, 38, 51)]).to).toBe(100);
    for (const [share, to] of [
      [3, 10],
      [18, 20],
      [44, 50],
      [51, 100],
    ] as const) {
      const { ticks } = axisOver('percent', [shown(share)]);
      expect([ticks[0], ticks.at(-1)]).toEqual([0, to]);
      expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
    }
  });

  it('reaches below zero for differences', () => {
    const axis = axisOver('points', [shown(-18, -27, -9), shown(4, -3, 11)]);
    expect(axis.from).toBeLessThanOrEqual(-27);
    expect(axis.to).toBeGreaterThanOrEqual(11);
    expect(axis.ticks).toContain(0);
    expect(axis.ticks.every((tick) => Number.isInteger(tick))).toBe(true);
  });

  it('puts double and half at the same distance from one', () => {
    const axis = logAxisOver([shown(0.5), shown(2)]);
    expect(placeOn(axis, 'log', 1)).toBeCloseTo(0.5);
    expect(placeOn(axis, 'log', 2) - placeOn(axis, 'log', 1)).toBeCloseTo(
      placeOn(axis, 'log', 1) - placeOn(axis, 'log', 0.5),
    );
  });

  it('keeps whole steps for whole things', () => {
    expect(axisOver('count', [shown(3)]).ticks).toEqual([0, 1, 2, 3]);
  });
});

describe('a scale around its middle', () => {
  it('puts half of the middle point on each side', async () => {
    const parts = (['below', 'middle', 'above'] as const).map((side) => ({ id: side, label: named(side), side }));
    const rows = [
      { id: 'i', label: named('i'), period: null, n: shown(50), values: [shown(20), shown(30), shown(50)] },
    ];
    const markup = await markupOf(<PartsChart shape={{ kind: 'parts', unit: 'percent', parts, rows }} name="scale" />);
    expect(markup.match(/inline-size:[\d.]+%/g)).toEqual(['20', '15', '15', '50'].map((of) => `inline-size:${of}.00%`));
  });
});

describe('places in time', () => {
  const rows = quarters([shown(60), hidden, unavailable, open(70)]);

  it('leave a gap where there is no value, and keep open ones off the line', () => {
    const places = placesOf([{ id: 'a', label: named('a'), rows }]);
    expect(places.map((place) => place['value-0'])).toEqual([60, null, null, null]);
  });

  it('stand in order of time, whatever order the series have', () => {
    const places = placesOf([
      { id: 'a', label: named('a'), rows: rows.slice(2) },
      { id: 'b', label: named('b'), rows: rows.slice(0, 3) },
    ]);
    expect(places.map(({ key }) => key)).toEqual([...places.map(({ key }) => key)].sort());
    expect(places).toHaveLength(4);
  });

  it('hold a day in the period that it falls into', () => {
    const places = placesOf([{ id: 'a', label: named('a'), rows }]);
    expect(placeOfDay(places, '2024-11-02')).toBe('2024-10-01');
    expect(placeOfDay(places, '2023-01-01')).toBeUndefined();
  });
});

describe('curves of different steps', () => {
  const one = (id: string, points: readonly [number, PublishedValue][]) => ({
    id,
    label: named(id),
    points: points.map(([at, share]) => ({ at, share })),
    atRisk: [],
    marks: [],
    median: unavailable,
    followed: shown(50),
    cut: false,
  });

  it('stay where they were between their own steps and end at their last', () => {
    const places = curvePlaces([
      one('a', [
        [0, shown(100)],
        [10, shown(80)],
        [30, shown(60)],
      ]),
      one('b', [
        [0, shown(100)],
        [20, shown(90)],
      ]),
    ]);
    expect(places.map(({ at }) => at)).toEqual([0, 10, 20, 30]);
    expect(places.map((place) => place['share-0'])).toEqual([100, 80, 80, 60]);
    expect(places.map((place) => place['share-1'])).toEqual([100, 100, 90, null]);
  });

  it('do not reach to a hidden point', () => {
    expect(
      curvePlaces([
        one('a', [
          [0, shown(100)],
          [400, hidden],
        ]),
      ]).map(({ at }) => at),
    ).toEqual([0]);
  });

  it('get round times', () => {
    expect(timeTicks(72, 'hours')).toEqual([0, 12, 24, 36, 48, 60, 72]);
    expect(timeTicks(365, 'days')).toEqual([0, 90, 180, 270, 360]);
    expect(timeTicks(1_041, 'days')).toEqual([0, 365, 730]);
  });
});

describe('words of a value', () => {
  const said = async (value: PublishedValue, unit: ChartUnit, language: 'en' | 'ar' = 'en') =>
    (await markupOf(<ValueWords value={value} unit={unit} />, language)).replace(/<[^>]*>|[\u2066-\u2069]/g, '');

  it.each([
    [shown(64, 58, 70), 'percent', '64% (58% to 70%)'],
    [uncertain(41, 22, 62), 'percent', '41% (22% to 62%), uncertain'],
    [open(12), 'count', '12, still open'],
    [band(8, 12), 'count', '8 to 12'],
    [hidden, 'percent', 'hidden to protect people'],
    [unavailable, 'count', '–not available'],
    [impossible, 'count', 'cannot exist'],
    [shown(2.5), 'days', '2.5 days'],
    [shown(1), 'hours', '1 hour'],
    [shown(-18), 'points', '-18 points'],
    [shown(3.2), 'per100', '3.2 per 100'],
    [shown(1900), 'count', '1,900'],
  ] as const)('say %j in %s', async (value, unit, words) => {
    expect(await said(value, unit)).toBe(words);
  });

  it('are Arabic in Arabic', async () => {
    expect(await said(shown(64, 58, 70), 'percent', 'ar')).not.toMatch(/[A-Za-z]/);
    expect(await said(hidden, 'count', 'ar')).toMatch(/\p{Script=Arabic}/u);
  });
});

describe('a table of periods', () => {
  it('calls months and quarters by their names', async () => {
    const rows = [...quarters([shown(1)]), row('m', shown(2), { period: month(0) })];
    const table = await markupOf(
      <ShapeTable shape={{ kind: 'series', unit: 'count', series: [{ id: 'a', label: named('a'), rows }] }} name="t" />,
    );
    expect(table.replace(/[\u2066-\u2069]/g, '')).toContain('Q3 2024');
    expect(table).toMatch(/Jul[a-z]* 2025/);
  });
});
