import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { shapePicture } from '../../../electron/data/reports/charts/shape-picture.ts';
import { type ReportWords, reportWords } from '../../../electron/data/reports/report-words.ts';
import { shapeTable } from '../../../electron/data/reports/shape-table.ts';
import type { ChartRow, ChartShape } from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';

let words: ReportWords;
beforeAll(async () => {
  words = await reportWords('en');
});

const share = fc.integer({ min: 0, max: 100 });
const told: fc.Arbitrary<PublishedValue> = fc
  .record({
    mark: fc.constantFrom('shown' as const, 'uncertain' as const, 'open' as const),
    ends: fc.tuple(share, share, share),
  })
  .map(({ mark, ends }) => {
    const [lower = 0, value = 0, upper = 0] = [...ends].sort((one, other) => one - other);
    return { mark, value, lower, upper };
  });
/** A row that is hidden, or one that is told. */
const cells = fc.array(fc.oneof(told, fc.constant(null)), { minLength: 1, maxLength: 8 });

/** The same shapes, with what is hidden carrying a number that nothing may read. */
function shapesOf(values: readonly (PublishedValue | null)[], secret: number): ChartShape[] {
  const hidden = { mark: 'hidden', value: secret, lower: secret, upper: secret } as unknown as PublishedValue;
  const filled = values.map((value) => value ?? hidden);
  const rows = filled.map(
    (value, at): ChartRow => ({
      id: `r${at}`,
      label: { name: `Row ${at}` },
      period: { start: `20${20 + at}-01-01`, end: `20${20 + at}-12-31`, complete: true },
      value,
      n: value === hidden ? hidden : null,
      reference: null,
      note: null,
    }),
  );
  const named = rows.map((row) => ({ ...row, period: null }));
  const label = { name: 'All' };
  const parts = filled.map((_, at) => ({ id: `p${at}`, label: { name: `Part ${at}` }, side: 'above' as const }));
  return [
    { kind: 'series', unit: 'percent', series: [{ id: 'all', label, rows }] },
    { kind: 'bars', unit: 'percent', facets: [{ id: 'all', label: null, rows: named }] },
    { kind: 'dots', unit: 'percent', scale: 'linear', line: null, rows: named, tooFew: [] },
    {
      kind: 'grid',
      unit: 'percent',
      rows: [label],
      columns: rows.map((row) => row.label),
      cells: [filled],
    },
    { kind: 'parts', unit: 'percent', parts, rows: [{ id: 'a', label, period: null, values: filled, n: hidden }] },
    { kind: 'numbers', rows: named.map((row) => ({ ...row, unit: 'percent' as const })) },
  ];
}

it('no picture and no table of a report knows what is hidden in it', () => {
  const drawn = (shape: ChartShape) =>
    shapePicture(shape, 'A chart', words).text + JSON.stringify(shapeTable(shape, 'A table', words));
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100_000 }), (values, one, other) => {
      const [first, second] = [shapesOf(values, one), shapesOf(values, other)];
      expect(first.map(drawn)).toEqual(second.map(drawn));
    }),
    { numRuns: 200 },
  );
});
