import type {
  ChartBenchmark,
  ChartLabel,
  ChartPeriod,
  ChartRow,
  ChartShape,
  MetricChart,
} from '../../../shared/domain/health/chart.ts';
import type { Published, PublishedValue } from '../../../shared/domain/published.ts';
import type { DashboardView, SplitView } from '../../../shared/ipc/topics/dashboards.ts';
import { csvHeader, flagOf, valueCells } from './chart-csv-columns.ts';
import { type CsvCell, csvText } from './csv-text.ts';
import { derive } from './disclosure/derive.ts';
import { coverage as coverageMetric } from './metrics/group/coverage.ts';

/**
 * Tidy CSV of one metric of a released dashboard, from its published values alone; undefined where it is not in there.
 * A file has no button: where the chart offers to pool, its years stand below its quarters. The file is named after the
 * metric and says nothing of the community.
 */
export function metricCsv(
  view: Published<DashboardView>,
  metricId: string,
): Published<{ readonly suggestedName: string; readonly text: string }> | undefined {
  const chart = view.charts.find((one) => one.metricId === metricId);
  if (!chart) return undefined;
  return derive(view, () => ({
    suggestedName: `${metricId.toLowerCase()}.csv`,
    text: tidyText(chart, chart.pooled ? [chart.shape, chart.pooled.shape] : [chart.shape]),
  }));
}

/**
 * Tidy CSVs of a released split: who answered, then the measure by group. Files are named after metric and question, and say
 * nothing of the community. `quarter`: the frozen quarter it is of, which every line names.
 */
export function splitCsvs(view: Published<SplitView>, quarter: Quarter): readonly SplitCsv[] {
  const { chart } = view;
  return [coverageMetric.id, ...(chart ? [chart.metricId] : [])].flatMap((id) => splitCsv(view, id, quarter) ?? []);
}

/** The same of one chart, of those beside the measure too; undefined where the split tells no such chart. */
export function splitCsv(view: Published<SplitView>, metricId: string, quarter: Quarter): SplitCsv | undefined {
  const { chart, beside, coverage, question } = view;
  const { definitionVersion } = coverageMetric;
  const told: readonly Told[] = [
    { metricId: coverageMetric.id, definitionVersion, level: null, shape: coverage },
    ...(chart ? [chart] : []),
    ...beside,
  ];
  const one = told.find((each) => each.metricId === metricId);
  if (!one || !saysSomething(one.shape)) return undefined;
  return derive(view, () => ({
    suggestedName: `${metricId}-${question}`
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '')
      .concat('.csv'),
    text: tidyText(one, [one.shape], { start: quarter.start, end: quarter.end }),
  }));
}

type SplitCsv = Published<{ readonly suggestedName: string; readonly text: string }>;
type Quarter = Pick<ChartPeriod, 'start' | 'end'>;
type Told = Named & Pick<MetricChart, 'shape'>;

function saysSomething(shape: ChartShape): boolean {
  return shape.kind !== 'missing' && !(shape.kind === 'bars' && shape.facets.length === 0);
}

type Named = Pick<MetricChart, 'metricId' | 'definitionVersion' | 'level'>;

/** `of`: the time that lines without one of their own are of. */
function tidyText(metric: Named, shapes: readonly ChartShape[], of: Pick<Line, 'start' | 'end'> = {}): string {
  return csvText([csvHeader, ...shapes.flatMap(linesOf).map((line) => cells(metric, { ...of, ...line }))]);
}

interface Line {
  /** What the line tells of a value that is told in several ways: it follows the id of the metric. */
  readonly aspect?: 'benchmark' | 'difference' | 'ratio' | 'median_gap';
  readonly group: string;
  readonly start?: string;
  readonly end?: string;
  readonly value: PublishedValue;
  readonly n?: PublishedValue | null;
}

function cells(chart: Named, { aspect, group, start = '', end = '', value, n }: Line): CsvCell[] {
  return [
    aspect ? `${chart.metricId}_${aspect}` : chart.metricId,
    chart.definitionVersion,
    group,
    start,
    end,
    chart.level ?? '',
    ...valueCells(value),
    n ? valueCells(n)[0] : null,
    flagOf(value),
  ];
}

/** What a row is called in a file: the last part of its key, or the community's own word. */
function nameOf(label: ChartLabel): string {
  if ('name' in label) return label.name;
  const name = label.key.split(/[:.]/).at(-1) ?? '';
  return [
    name,
    ...Object.entries(label.params).map(([param, value]) => (param === 'start' ? dayOf(value) : value)),
  ].join(' ');
}

/** A moment in a label is the noon, or the start, of a day. */
function dayOf(moment: string | number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function linesOf(shape: ChartShape): Line[] {
  switch (shape.kind) {
    case 'series':
      return shape.series.flatMap(({ label, rows }) =>
        rows.flatMap((row) => rowLines(row, shape.series.length > 1 ? nameOf(label) : '')),
      );
    case 'bars':
      return shape.facets.flatMap(({ label, rows }) =>
        rows.flatMap((row) => rowLines(row, label ? nameOf(label) : '')),
      );
    case 'dots':
      return [
        ...shape.rows.flatMap((row) => rowLines(row, row.within ? nameOf(row.within) : '', shape.benchmarks)),
        ...shape.tooFew.map((label): Line => ({ group: nameOf(label), value: { mark: 'hidden' } })),
      ];
    case 'numbers':
      return shape.rows.flatMap((row) => rowLines(row, ''));
    case 'curves':
      return [
        ...shape.series.flatMap(({ label, points, median, followed }): Line[] => [
          ...points.map(({ at, share }) => ({
            group: `${nameOf(label)} ${shape.time} ${at}`,
            value: share,
            n: followed,
          })),
          { group: `${nameOf(label)} median`, value: median, n: followed },
        ]),
        ...(shape.comparison ? [{ group: 'difference of medians', value: shape.comparison.medianGap }] : []),
      ];
    case 'parts':
      return shape.rows.flatMap((row) =>
        row.values.map((value, at): Line => {
          const part = shape.parts[at];
          const group = [nameOf(row.label), part ? nameOf(part.label) : ''].join(' ').trim();
          return { group, ...spanOf(row), value, n: row.n };
        }),
      );
    case 'grid':
      return shape.cells.flatMap((row, at) =>
        row.map((value, column): Line => {
          const [down, across] = [shape.rows[at], shape.columns[column]];
          return { group: `${down ? nameOf(down) : ''} / ${across ? nameOf(across) : ''}`, value };
        }),
      );
    case 'missing':
      return [];
  }
}

/** A row, and the same as a ratio and beside each population where it is told so. */
function rowLines(row: ChartRow, heading: string, benchmarks: readonly ChartBenchmark[] = []): Line[] {
  const group = [heading, nameOf(row.label)].filter(Boolean).join(' / ');
  const line = { group, ...spanOf(row), n: row.n };
  const ratio: Line[] = row.relative ? [{ ...line, aspect: 'ratio', value: row.relative }] : [];
  const curves: Line[] = row.curves ? [{ ...line, aspect: 'median_gap', value: row.curves.medianGap }] : [];
  const against = (row.against ?? []).flatMap(({ benchmark, reference, difference, relative }): Line[] => {
    const beside = { ...line, group: `${group} / ${populationOf(benchmarks.find(({ id }) => id === benchmark))}` };
    const share = { mark: 'shown', value: reference, lower: null, upper: null } as const;
    return [
      { ...beside, aspect: 'benchmark', value: share, n: null },
      { ...beside, aspect: 'difference', value: difference },
      { ...beside, aspect: 'ratio', value: relative },
    ];
  });
  return [{ ...line, value: row.value }, ...ratio, ...curves, ...against];
}

function populationOf(benchmark: ChartBenchmark | undefined): string {
  return benchmark ? `${benchmark.population}, ${benchmark.place}, ${benchmark.year}` : '';
}

function spanOf({ period }: Pick<ChartRow, 'period'>): Pick<Line, 'start' | 'end'> {
  return period ? { start: period.start, end: period.end } : {};
}
