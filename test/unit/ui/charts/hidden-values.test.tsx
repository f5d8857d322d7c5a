import { describe, expect, it } from 'vitest';
import { ChartFigure } from '../../../../renderer/ui/charts/chart-figure.tsx';
import { curvePlaces } from '../../../../renderer/ui/charts/curve-model.ts';
import { MetricCard } from '../../../../renderer/ui/charts/metric-card.tsx';
import { placesOf } from '../../../../renderer/ui/charts/series-model.ts';
import { ShapeTable } from '../../../../renderer/ui/charts/shape-tables.tsx';
import type { ChartShape } from '../../../../shared/domain/health/chart.ts';
import { axisOver, logAxisOver } from '../../../../shared/domain/health/reading.ts';
import { hiddenLast } from '../../../../shared/domain/health/row-order.ts';
import { gallery } from '../../../e2e/gallery/made-up-charts.ts';
import { hidden, named, plantedTexts, row, shown } from '../../../e2e/gallery/made-up-values.ts';
import { markupOf } from './render-chart.tsx';

const doors = { rooms: [], onOpen: () => undefined, onSaveCsv: () => undefined, onSavePicture: () => undefined };
const charts = gallery.flatMap((part) => part.charts);

const tracesIn = (text: string): string[] => plantedTexts.filter((trace) => text.includes(trace));

/** The same chart with nothing beside the mark of a hidden value. */
function withoutNumbers<Shape extends ChartShape>(shape: Shape): Shape {
  return JSON.parse(
    JSON.stringify(shape, (_, value) =>
      typeof value === 'object' && value !== null && value.mark === 'hidden' ? { mark: 'hidden' } : value,
    ),
  ) as Shape;
}

describe('a hidden value', () => {
  it('is planted in most shapes of the gallery', () => {
    const kinds = new Set(
      charts.filter(({ shape }) => tracesIn(JSON.stringify(shape)).length > 0).map(({ shape }) => shape.kind),
    );
    expect([...kinds].sort()).toEqual(['bars', 'curves', 'dots', 'grid', 'numbers', 'parts', 'series']);
  });

  it.each(charts.map((chart) => [chart.metricId, chart] as const))(
    'leaves no trace in the card of %s',
    async (_, chart) => {
      for (const language of ['en', 'ar'] as const) {
        const markup = await markupOf(<MetricCard chart={chart} doors={doors} />, language);
        expect(tracesIn(markup)).toEqual([]);
        const plain = { ...chart, shape: withoutNumbers(chart.shape) };
        expect(await markupOf(<MetricCard chart={plain} doors={doors} />, language)).toBe(markup);
      }
    },
  );

  it.each(charts.map((chart) => [chart.metricId, chart] as const))(
    'leaves no trace in the table of %s',
    async (_, chart) => {
      const table = await markupOf(<ShapeTable shape={chart.shape} name="table" />);
      expect(tracesIn(table)).toEqual([]);
      expect(table.includes('hidden to protect people')).toBe(
        !['grid', 'missing'].includes(chart.shape.kind) && JSON.stringify(chart.shape).includes('"hidden"'),
      );
    },
  );

  it('is not in what a drawing of lines or curves is given', () => {
    for (const { shape } of charts) {
      if (shape.kind === 'series') expect(tracesIn(JSON.stringify(placesOf(shape.series)))).toEqual([]);
      if (shape.kind === 'curves') expect(tracesIn(JSON.stringify(curvePlaces(shape.series)))).toEqual([]);
    }
  });

  it('moves no axis', () => {
    expect(axisOver('count', [shown(40), hidden])).toEqual(axisOver('count', [shown(40)]));
    expect(axisOver('count', [hidden])).toEqual({ from: 0, to: 1, ticks: [0, 1] });
    expect(logAxisOver([shown(2), hidden])).toEqual(logAxisOver([shown(2)]));
  });

  it('stands last and by name, whatever its place was', () => {
    const nameOf = (label: ReturnType<typeof named>): string => ('name' in label ? label.name : label.key);
    const order = (names: readonly string[]): string[] =>
      hiddenLast(
        names.map((name) => row(name, name.startsWith('h') ? hidden : shown(1))),
        nameOf,
        (one, other) => one.localeCompare(other),
      ).map(({ id }) => id);
    expect(order(['h2', 'a', 'h1', 'b'])).toEqual(['a', 'b', 'h1', 'h2']);
    expect(order(['h1', 'h2', 'a', 'b'])).toEqual(['a', 'b', 'h1', 'h2']);
  });

  it('keeps steps in the order that their words mean', () => {
    const step = (key: string, value: typeof hidden) => ({ ...row(key, value), label: { key, params: {} } });
    const steps = [step('one', hidden), step('two', shown(5))];
    expect(
      hiddenLast(
        steps,
        () => '',
        () => 0,
      ),
    ).toBe(steps);
  });

  it('leaves no rest of a whole to measure', async () => {
    const parts = ['a', 'b', 'c'].map((id) => ({ id, label: named(id), side: 'above' as const }));
    const whole = (values: readonly (typeof hidden)[]) =>
      ({
        kind: 'parts',
        unit: 'percent',
        parts,
        rows: [{ id: 'r', label: named('r'), period: null, n: shown(100), values }],
      }) as const;
    const draw = (values: readonly (typeof hidden)[]) =>
      markupOf(<ChartFigure shape={whole(values)} name="parts" doors={doors} />);
    expect(await draw([shown(50), shown(30), shown(20)])).toContain('ui-part-bar');
    const markup = await draw([shown(50), hidden, hidden]);
    expect(markup).not.toContain('ui-part-bar');
    expect(markup).not.toContain('inline-size');
  });

  it('has one size everywhere', async () => {
    const bars = (rows: readonly ReturnType<typeof row>[]) =>
      markupOf(
        <ChartFigure
          shape={{ kind: 'bars', unit: 'count', facets: [{ id: 'f', label: null, rows }] }}
          name="bars"
          doors={doors}
        />,
      );
    const markup = await bars([row('x', hidden)]);
    expect(markup).toContain('<span class="ui-hidden-value"></span>');
    expect(markup).not.toMatch(/class="ui-bar"/);
  });
});
