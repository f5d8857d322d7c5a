import { describe, expect, it } from 'vitest';
import { NumbersChart } from '../../../../renderer/ui/charts/numbers-chart.tsx';
import { ShapeTable } from '../../../../renderer/ui/charts/shape-tables.tsx';
import type { NumbersShape } from '../../../../shared/domain/health/chart.ts';
import { quarter, row, shown } from '../../../e2e/gallery/made-up-values.ts';
import { markupOf } from './render-chart.tsx';

const shape: NumbersShape = {
  kind: 'numbers',
  rows: [
    { ...row('Median repliers', shown(2), { period: quarter(0) }), unit: 'count' },
    { ...row('Two or more', shown(64), { period: quarter(0, false) }), unit: 'percent' },
  ],
};

describe('numbers that are said', () => {
  it('keep their names, with the time they are of beside them', async () => {
    const markup = await markupOf(<NumbersChart shape={shape} name="Reach" />);
    const heads = [...markup.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, inside = '']) => inside.replaceAll(/<[^>]*>/g, ' '));
    expect(heads[0]).toMatch(/Median repliers.*Q3 2024/);
    expect(heads[1]).toMatch(/Two or more.*Q3 2024.*still open/);
  });

  it('keep their names in the table, and the time in a column of its own', async () => {
    const markup = await markupOf(<ShapeTable shape={shape} name="Reach" />);
    for (const words of ['Median repliers', 'Two or more', 'Period', 'Q3 2024']) expect(markup).toContain(words);
  });
});
