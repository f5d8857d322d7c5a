import { describe, expect, it } from 'vitest';
import { ChartFigure } from '../../../../renderer/ui/charts/chart-figure.tsx';
import { ShapeTable } from '../../../../renderer/ui/charts/shape-tables.tsx';
import { againstOne } from '../../../../shared/domain/health/benchmark-words.ts';
import type { DotsShape } from '../../../../shared/domain/health/chart.ts';
import { gallery } from '../../../e2e/gallery/made-up-charts.ts';
import { markupOf } from './render-chart.tsx';

const doors = { rooms: [], onOpen: () => undefined };
const shape = gallery.flatMap(({ charts }) => charts).find(({ metricId }) => metricId === 'Z17')?.shape as DotsShape;
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ');
const figure = async (of: DotsShape, language: 'en' | 'ar' = 'en') =>
  textOf(await markupOf(<ChartFigure shape={of} name="chart" doors={doors} />, language));

describe('a chart beside a population', () => {
  it('names it with place, year, age, wording and source, and says difference and ratio with their ends', async () => {
    const text = await figure(againstOne(shape, '1'));
    expect(text).toContain('Benchmark: Residents aged 16 and over, England and Wales, 2021, from age 16.');
    expect(text).toContain('People there were asked: “Are your day-to-day activities limited?”. Source: Census.');
    expect(text).toContain('benchmark 24% difference -10 points (-14 to -5) ratio 0.58 (0.42 to 0.79)');
    expect(text).not.toContain('Compared with');
  });

  it('lets a person choose where there are several, and draws one at a time', async () => {
    const text = await figure(shape);
    expect(text).toContain('Compared with');
    expect(text).toContain('benchmark 24%');
    expect(text).not.toContain('benchmark 12%');
    const other = await figure(againstOne(shape, '2'));
    expect(other).toContain('benchmark 12%');
    expect(other).toContain('Students of the university, England and Wales, 2024');
  });

  it('has all of them in its table', async () => {
    const table = textOf(await markupOf(<ShapeTable shape={shape} name="table" />));
    for (const words of ['Residents aged 16 and over', 'Students of the university', '24%', '12%', '0.58', '1.17'])
      expect(table).toContain(words);
  });

  it('says the same in Arabic', async () => {
    const text = await figure(shape, 'ar');
    expect(text).toContain('المرجع: Residents aged 16 and over، England and Wales، 2021، من عمر 16.');
    expect(text).toContain('مقارنةً بـ');
  });
});
