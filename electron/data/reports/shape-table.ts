import { againstOne, benchmarkName } from '../../../shared/domain/health/benchmark-words.ts';
import type {
  ChartBenchmark,
  ChartLabel,
  ChartRow,
  ChartShape,
  ChartUnit,
  DotsShape,
  GridShape,
} from '../../../shared/domain/health/chart.ts';
import type { TableContent } from './html/table.ts';
import type { ReportWords } from './report-words.ts';
import { orderedRows, rowName } from './row-words.ts';
import { shortWords, valueWords } from './value-words.ts';

/** More rows than this don't help a reader of a page; the files beside the report have them all. */
const MOST_ROWS = 40;

/** The numbers of a chart as a table, whatever its shape; null where there is nothing to tell. */
export function shapeTable(shape: ChartShape, caption: string, words: ReportWords): TableContent | null {
  const content = contentOf(shape, words);
  if (!content || content.rows.length === 0) return null;
  const table = { caption, heads: content.heads, rows: content.rows.slice(0, MOST_ROWS) };
  // How many more is not said: rows are hidden, too.
  return content.rows.length > MOST_ROWS ? { ...table, note: words.say('moreRows') } : table;
}

/** How many are still followed along the curves of a chart, by time; null for any other chart. */
export function atRiskTable(shape: ChartShape, words: ReportWords): TableContent | null {
  if (shape.kind !== 'curves') return null;
  const times = new Set(shape.series.flatMap(({ atRisk }) => atRisk.map(({ at }) => at)));
  if (times.size === 0) return null;
  return {
    caption: words.say('atRisk'),
    heads: [
      words.say(shape.time === 'days' ? 'days' : 'hours'),
      ...shape.series.map(({ label }) => words.label(label)),
    ],
    rows: [...times]
      .sort((one, other) => one - other)
      .map((time) => [
        words.number(time),
        // A curve that ended before has nobody to tell of.
        ...shape.series.map(({ atRisk }) => words.count(atRisk.find(({ at }) => at === time)?.count ?? BEYOND)),
      ]),
  };
}

const BEYOND = { mark: 'unavailable' } as const;

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
        shape.facets.flatMap(({ label, rows }) => orderedRows(rows, words).map((row) => ({ ...row, heading: label }))),
        shape.unit,
        words,
      );
    case 'dots':
      return dotsTable(shape, words);
    case 'numbers':
      return {
        heads: [words.say('measure'), words.say('value')],
        rows: shape.rows.map((row) => [words.label(row.label), valueWords(row.value, row.unit, words)]),
      };
    case 'curves':
      return {
        heads: [words.say('measure'), words.say(shape.time === 'days' ? 'days' : 'hours'), words.say('value')],
        rows: shape.series.flatMap(({ label, marks }) =>
          // The first of the marks is the one the finding speaks of; a table goes by time.
          marks
            .toSorted((one, other) => one.at - other.at)
            .map(({ at, share }) => [words.label(label), words.number(at), valueWords(share, 'percent', words)]),
        ),
      };
    case 'parts':
      return {
        heads: [words.say('measure'), ...shape.parts.map(({ label }) => words.label(label))],
        rows: shape.rows.map((row) => [
          row.period ? words.period(row.period) : words.label(row.label),
          ...row.values.map((value) => shortWords(value, shape.unit, words)),
        ]),
      };
    case 'grid':
      return gridTable(shape, words);
    case 'missing':
      return null;
  }
}

/** More columns than this don't fit a page. */
const MOST_COLUMNS = 8;

/** The cells of a grid, turned where it is wider than a page and less high. */
function gridTable({ rows, columns, cells, unit }: GridShape, words: ReportWords): Content {
  const turned = columns.length > MOST_COLUMNS && rows.length < columns.length;
  const [down, across] = turned ? [columns, rows] : [rows, columns];
  return {
    heads: [words.say('measure'), ...across.map(words.label)],
    rows: down.map((label, at) => [
      words.label(label),
      ...across.map((_, column) => {
        const value = turned ? cells[column]?.[at] : cells[at]?.[column];
        return value ? shortWords(value, unit, words) : '';
      }),
    ]),
  };
}

type HeadedRow = ChartRow & { readonly heading?: ChartLabel | null };

function rowsTable(rows: readonly HeadedRow[], unit: ChartUnit, words: ReportWords): Content {
  const compared = rows.some(({ reference }) => reference !== null);
  const benchmark = ({ reference }: ChartRow): readonly string[] => {
    if (!compared) return [];
    return [reference === null ? '' : words.percent(reference)];
  };
  const ofPeople = rows.some(({ n }) => n !== null);
  const asRatio = rows.some(({ relative }) => relative !== undefined);
  return {
    heads: [
      words.say('measure'),
      words.say('value'),
      ...(asRatio ? [words.say('ratio')] : []),
      ...(ofPeople ? [words.say('people')] : []),
      ...(compared ? [words.say('benchmark')] : []),
    ],
    rows: rows.map((row) => [
      nameOf(row, words),
      valueWords(row.value, unit, words),
      ...(asRatio ? [row.relative ? valueWords(row.relative, 'ratio', words) : ''] : []),
      ...(ofPeople ? [row.n ? words.count(row.n) : ''] : []),
      ...benchmark(row),
    ]),
  };
}

function nameOf(row: HeadedRow, words: ReportWords): string {
  const name = rowName(row, words);
  if (row.within || !row.heading) return name;
  return words.say('within', { name: words.label(row.heading), whole: name });
}

/** One population after the other. Those too few to say stand last and by name, with the mark of what is hidden. */
function dotsTable(shape: DotsShape, words: ReportWords): Content {
  const benchmarks = shape.benchmarks ?? [];
  const several = benchmarks.length > 1;
  const said =
    benchmarks.length === 0
      ? rowsTable(orderedRows(shape.rows, words), shape.unit, words)
      : joined(benchmarks.map((benchmark) => besideOne(shape, benchmark, several, words)));
  return {
    heads: said.heads,
    rows: [...said.rows, ...shape.tooFew.map((label) => [words.label(label), ...said.heads.slice(1).map(() => '[c]')])],
  };
}

/** Its share, the difference and the ratio, after what the rows say of themselves. */
function besideOne(shape: DotsShape, benchmark: ChartBenchmark, isNamed: boolean, words: ReportWords): Content {
  const compared = againstOne(shape, benchmark.id).rows.filter(({ against }) => !isNamed || against?.length !== 0);
  const rows = orderedRows(compared, words);
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
    valueWords(found.difference, 'points', words),
    valueWords(found.relative, 'ratio', words),
  ];
}
