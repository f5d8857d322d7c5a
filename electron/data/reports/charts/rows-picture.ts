import { againstOne, benchmarkName } from '../../../../shared/domain/health/benchmark-words.ts';
import type { BarsShape, ChartRow, ChartUnit, DotsShape } from '../../../../shared/domain/health/chart.ts';
import { axisOver, logAxisOver, saysNumber } from '../../../../shared/domain/health/reading.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { orderedRows, rowName } from '../row-words.ts';
import { valueWords } from '../value-words.ts';
import { pagesOf } from './along-page.ts';
import { type TrackRow, type Tracks, tracks } from './tracks.ts';

/** A drawing with more rows would not fit a page; the rest goes into the next one. */
const ROWS_A_PICTURE = 14;

/** Bars from zero under their headings, on one axis. Null where no value can be read: an axis would be made up. */
export function barsPicture(shape: BarsShape, label: string, words: ReportWords): Markup | null {
  const rows = shape.facets.flatMap((facet) => facet.rows);
  if (!rows.some(({ value }) => saysNumber(value))) return null;
  const axis = axisOver(
    shape.unit,
    rows.map(({ value }) => value),
    rows.flatMap(referencesOf),
  );
  return join(
    shape.facets.flatMap((facet) => {
      const around = {
        label,
        axis,
        scale: 'linear',
        unit: shape.unit,
        look: shape.asDots ? 'dots' : 'bars',
        line: null,
      } as const;
      const heading = facet.label ? html`<figcaption>${words.label(facet.label)}</figcaption>` : html``;
      return pictures(trackRows(facet.rows, shape.unit, words), around, words, heading);
    }),
  );
}

/** Dots with their intervals, once for each population they stand beside. Null where no value can be read. */
export function dotsPicture(shape: DotsShape, label: string, words: ReportWords): Markup | null {
  const benchmarks = shape.benchmarks ?? [];
  const shapes = benchmarks.length === 0 ? [shape] : benchmarks.map(({ id }) => againstOne(shape, id));
  const drawn = shapes.flatMap((one, at) => {
    const benchmark = benchmarks[at];
    const heading = benchmark
      ? html`<figcaption>${words.say('besideBenchmark', { name: words.finding(benchmarkName(benchmark)) })}</figcaption>`
      : html``;
    const rows = benchmark ? one.rows.filter(({ against }) => against?.length !== 0) : one.rows;
    if (!rows.some(({ value }) => saysNumber(value))) return [];
    const values = rows.map(({ value }) => value);
    const references = [...rows.flatMap(referencesOf), ...(one.line === null ? [] : [one.line])];
    const axis = one.scale === 'log' ? logAxisOver(values, references) : axisOver(one.unit, values, references);
    const around = { label, axis, scale: one.scale, unit: one.unit, look: 'dots', line: one.line } as const;
    return pictures(trackRows(rows, one.unit, words), around, words, heading);
  });
  return drawn.length > 0 ? join(drawn) : null;
}

function pictures(
  rows: readonly TrackRow[],
  around: Omit<Tracks, 'rows'>,
  words: ReportWords,
  heading: Markup,
): Markup[] {
  return pagesOf(rows, ROWS_A_PICTURE).map(
    (part, page) => html`<figure>${page === 0 ? heading : html``}${tracks({ ...around, rows: part }, words)}</figure>`,
  );
}

function trackRows(rows: readonly ChartRow[], unit: ChartUnit, words: ReportWords): TrackRow[] {
  return orderedRows(rows, words).map((row) => ({
    name: rowName(row, words),
    words: valueWords(row.value, unit, words),
    value: row.value,
    references: referencesOf(row),
  }));
}

/** Public marks on the line of a row: the population it is set against, or another reference. */
function referencesOf({ reference, against = [] }: ChartRow): readonly number[] {
  return [...(reference === null ? [] : [reference]), ...against.map((one) => one.reference)];
}
