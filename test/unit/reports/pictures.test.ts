import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../../electron/data/health/disclosure/points-of.ts';
import { shapePicture } from '../../../electron/data/reports/charts/shape-picture.ts';
import { reportWords } from '../../../electron/data/reports/report-words.ts';
import { shapeTable } from '../../../electron/data/reports/shape-table.ts';
import type { ChartShape } from '../../../shared/domain/health/chart.ts';
import { saysNumber } from '../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { gallery } from '../../e2e/gallery/made-up-charts.ts';
import { hidden, planted, plantedTexts, row, shown } from '../../e2e/gallery/made-up-values.ts';

const charts = gallery.flatMap((one) => one.charts);
/** A few numbers are said, and where nothing can be read there is nothing to draw. */
const drawn = charts.filter(
  ({ shape }) =>
    shape.kind === 'curves' || (shape.kind !== 'numbers' && pointsOf(shape).some(({ value }) => saysNumber(value))),
);

/** The picture and the table of a shape as one text. */
async function page(shape: ChartShape, language: 'en' | 'ar' = 'en'): Promise<string> {
  const words = await reportWords(language);
  return shapePicture(shape, 'A chart', words).text + JSON.stringify(shapeTable(shape, 'A table', words));
}

describe('pictures of a report', () => {
  it.each(['en', 'ar'] as const)('are drawn of every chart, with a text alternative, in %s', async (language) => {
    const words = await reportWords(language);
    expect(drawn.length).toBeGreaterThan(12);
    for (const { shape, metricId } of drawn) {
      const { text } = shapePicture(shape, 'A chart', words);
      expect(text, metricId).toContain('<svg role="img" aria-label="');
      expect(text, metricId).not.toMatch(/NaN|undefined|Infinity|width="-|height="-/);
      const errors: string[] = [];
      parseFragment(text, { onParseError: ({ code }) => errors.push(code) });
      expect(errors, metricId).toEqual([]);
    }
  });

  it('read what is hidden by its mark alone, whatever hangs on it', async () => {
    // Hidden values of the gallery carry numbers that nothing may read.
    expect('value' in hidden && hidden.value).toBe(planted[0]);
    for (const { shape, metricId } of charts) {
      for (const language of ['en', 'ar'] as const) {
        const text = await page(shape, language);
        expect(
          plantedTexts.filter((number) => text.includes(number)),
          metricId,
        ).toEqual([]);
      }
    }
  });

  it('look the same whatever is hidden, and never move a scale for it', async () => {
    const withHidden = (value: number): ChartShape => {
      const secret = { ...hidden, value, lower: value - 1, upper: value + 1 } as unknown as PublishedValue;
      const rows = [row('One', shown(40)), row('Two', secret)];
      return { kind: 'bars', unit: 'count', facets: [{ id: 'a', label: null, rows }] };
    };
    expect(await page(withHidden(3))).toBe(await page(withHidden(9000)));
  });

  it('put rows named by people last where they are hidden, in the order of names', async () => {
    const rows = [row('Zed', hidden), row('Mia', shown(30)), row('Anna', hidden), row('Bo', shown(20))];
    const text = await page({ kind: 'bars', unit: 'count', facets: [{ id: 'a', label: null, rows }] });
    const names = [...text.matchAll(/<text class="name"[^>]*>([^<]+)</g)].map(([, name]) => name);
    expect(names).toEqual(['Mia', 'Bo', 'Anna', 'Zed']);
  });

  it('draw nothing where nothing can be read: an axis would be made up', async () => {
    const words = await reportWords('en');
    const rows = [row('One', hidden), row('Two', { mark: 'unavailable' })];
    expect(
      shapePicture({ kind: 'bars', unit: 'percent', facets: [{ id: 'a', label: null, rows }] }, 'x', words).text,
    ).toBe('');
  });

  it('draw a whole with a hidden part as one block of fixed size', async () => {
    const words = await reportWords('en');
    const parts = ['Moved up', 'Held'].map((name) => ({ id: name, label: { name }, side: 'above' as const }));
    const picture = (other: number) =>
      shapePicture(
        {
          kind: 'parts',
          unit: 'count',
          parts,
          rows: [
            { id: 'a', label: { name: 'Spring' }, period: null, values: [shown(20), shown(60)], n: shown(80) },
            { id: 'b', label: { name: 'Summer' }, period: null, values: [hidden, shown(other)], n: shown(80) },
          ],
        },
        'Moves',
        words,
      ).text;
    expect(picture(30)).toBe(picture(75));
    expect(picture(30)).toContain('hidden to protect people');
  });

  it('mirror in a right-to-left report', async () => {
    const shape: ChartShape = {
      kind: 'bars',
      unit: 'percent',
      facets: [{ id: 'a', label: null, rows: [row('One', shown(30))] }],
    };
    const bar = (text: string) => /<rect x="([\d.]+)"[^>]*fill="#12436D"/.exec(text)?.[1];
    const words = { en: await reportWords('en'), ar: await reportWords('ar') };
    expect(bar(shapePicture(shape, 'x', words.en).text)).toBe('24');
    expect(Number(bar(shapePicture(shape, 'x', words.ar).text))).toBeGreaterThan(24);
  });
});
