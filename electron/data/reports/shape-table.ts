import { againstOne, benchmarkName } from '../../../shared/domain/health/benchmark-words.ts';
import type {
  ChartBenchmark,
  ChartLabel,
  ChartRow,
  ChartShape,
  ChartUnit,
  DotsShape,
} from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import type { TableContent } from './html/table.ts';
import type { ReportWords } from './report-words.ts';

/** More rows than this don't help a reader of a page; the files beside the report have them all. */
const MOST_ROWS = 40;

/** The numbers of a chart as a table, whatever its shape; null where there is nothing to tell. */
export function shapeTable(shape: ChartShape, caption: string, words: ReportWords): TableContent | null {
  const content = contentOf(shape, words);
  if (!content || content.rows.length === 0) return null;
  return { caption, heads: content.heads, rows: content.rows.slice(0, MOST_ROWS) };
}

type Content = Pick<TableContent, 'heads' | 'rows'>;

function contentOf(shape: ChartShape, words: ReportWords): Content | null {
  switch (shape.kind) {
    case 'series':
      return rowsTable(
        shape.series.flatMap(({ label, rows }) =>
          rows.map((row) => ({ ...row, heading: shape.series.length > 1 && row.period ? label : null })),
        ),
        shape.unit,
        words,
      );
    case 'bars':
      return rowsTable(
        shape.facets.flatMap(({ label, rows }) => rows.map((row) => ({ ...row, heading: label }))),
        shape.unit,
        words,
      );
    case 'dots':
      return dotsTable(shape, words);
    case 'numbers':
      return {
        heads: [words.say('measure'), words.say('value')],
        rows: shape.rows.map((row) => [words.label(row.label), valueText(row.value, row.unit, words)]),
      };
    case 'curves':
      return {
        heads: [words.say('measure'), words.say(shape.time === 'days' ? 'days' : 'hours'), words.say('value')],
        rows: shape.series.flatMap(({ label, marks }) =>
          // The first of the marks is the one the finding speaks of; a table goes by time.
          marks
            .toSorted((one, other) => one.at - other.at)
            .map(({ at, share }) => [words.label(label), words.number(at), words.share(share)]),
        ),
      };
    case 'parts':
      return {
        heads: [words.say('measure'), ...shape.parts.map(({ label }) => words.label(label))],
        rows: shape.rows.map((row) => [
          row.period ? words.period(row.period) : words.label(row.label),
          ...row.values.map((value) => valueText(value, shape.unit, words)),
        ]),
      };
    case 'grid':
      return {
        heads: [words.say('measure'), ...shape.columns.map(words.label)],
        rows: shape.rows.map((label, at) => [
          words.label(label),
          ...(shape.cells[at] ?? []).map((value) => valueText(value, shape.unit, words)),
        ]),
      };
    case 'missing':
      return null;
  }
}

type HeadedRow = ChartRow & { readonly heading?: ChartLabel | null };

function rowsTable(rows: readonly HeadedRow[], unit: ChartUnit, words: ReportWords): Content {
  const compared = rows.some(({ reference }) => reference !== null);
  const benchmark = ({ reference }: ChartRow): readonly string[] => {
    if (!compared) return [];
    return [reference === null ? '' : words.percent(reference)];
  };
  const asRatio = rows.some(({ relative }) => relative !== undefined);
  return {
    heads: [
      words.say('measure'),
      words.say('value'),
      ...(asRatio ? [words.say('ratio')] : []),
      words.say('people'),
      ...(compared ? [words.say('benchmark')] : []),
    ],
    rows: rows.map((row) => [
      nameOf(row, words),
      valueText(row.value, unit, words),
      ...(asRatio ? [row.relative ? valueText(row.relative, 'ratio', words) : ''] : []),
      row.n ? words.count(row.n) : '',
      ...benchmark(row),
    ]),
  };
}

function nameOf(row: HeadedRow, words: ReportWords): string {
  const name = row.period ? words.period(row.period) : words.label(row.label);
  if (row.within) return `${name} – ${words.label(row.within)}`;
  return row.heading ? `${words.label(row.heading)} – ${name}` : name;
}

/** One population after the other. Those too few to say stand last and by name, with the mark of what is hidden. */
function dotsTable(shape: DotsShape, words: ReportWords): Content {
  const benchmarks = shape.benchmarks ?? [];
  const several = benchmarks.length > 1;
  const said =
    benchmarks.length === 0
      ? rowsTable(shape.rows, shape.unit, words)
      : joined(benchmarks.map((benchmark) => besideOne(shape, benchmark, several, words)));
  return {
    heads: said.heads,
    rows: [
      ...said.rows,
      ...shape.tooFew.map((label) => [words.label(label), '[c]', ...said.heads.slice(2).map(() => '')]),
    ],
  };
}

/** Its share, the difference and the ratio, after what the rows say of themselves. */
function besideOne(shape: DotsShape, benchmark: ChartBenchmark, isNamed: boolean, words: ReportWords): Content {
  const rows = againstOne(shape, benchmark.id).rows.filter(({ against }) => !isNamed || against?.length !== 0);
  const said = rowsTable(rows, shape.unit, words);
  const name = isNamed ? [words.finding(benchmarkName(benchmark))] : [];
  const further = (['benchmark', 'difference', 'ratio'] as const).map((head) => words.say(head));
  return {
    heads: [...said.heads, ...(isNamed ? [words.say('comparedWith')] : []), ...further],
    rows: said.rows.map((cells, at) => [...cells, ...name, ...againstCells(rows[at], words)]),
  };
}

function joined([first, ...others]: readonly Content[]): Content {
  return { heads: first?.heads ?? [], rows: [...(first?.rows ?? []), ...others.flatMap(({ rows }) => rows)] };
}

function againstCells(row: ChartRow | undefined, words: ReportWords): string[] {
  const [found] = row?.against ?? [];
  if (!found) return ['', '', ''];
  return [
    words.percent(found.reference),
    valueText(found.difference, 'points', words),
    valueText(found.relative, 'ratio', words),
  ];
}

/** A value with its interval in the unit of its chart. */
function valueText(value: PublishedValue, unit: ChartUnit, words: ReportWords): string {
  const one = unit === 'percent' ? words.share : words.count;
  if (!('value' in value) || value.lower === null || value.upper === null) return one(value);
  const end = unit === 'percent' ? words.percent : words.number;
  return words.say('withInterval', { value: one(value), lower: end(value.lower), upper: end(value.upper) });
}
