import type { ChartLabel, ChartRow, ChartShape, MetricChart } from '../../../shared/domain/health/chart.ts';
import type { Published, PublishedValue } from '../../../shared/domain/published.ts';
import type { DashboardView } from '../../../shared/ipc/topics/dashboards.ts';
import { csvHeader, flagOf, valueCells } from './chart-csv-columns.ts';
import { type CsvCell, csvText } from './csv-text.ts';
import { derive } from './disclosure/derive.ts';

/**
 * Tidy CSV of one metric of a released dashboard, from its published values alone; undefined where it is not in there.
 * The file is named after the metric and says nothing of the community.
 */
export function metricCsv(
  view: Published<DashboardView>,
  metricId: string,
): Published<{ readonly suggestedName: string; readonly text: string }> | undefined {
  const chart = view.charts.find((one) => one.metricId === metricId);
  if (!chart) return undefined;
  const rows = linesOf(chart.shape).map((line) => cells(chart, line));
  return derive(view, () => ({ suggestedName: `${metricId.toLowerCase()}.csv`, text: csvText([csvHeader, ...rows]) }));
}

interface Line {
  readonly group: string;
  readonly start?: string;
  readonly end?: string;
  readonly value: PublishedValue;
  readonly n?: PublishedValue | null;
}

function cells(chart: MetricChart, { group, start = '', end = '', value, n }: Line): CsvCell[] {
  return [
    chart.metricId,
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
  return [name, ...Object.values(label.params)].join(' ');
}

function linesOf(shape: ChartShape): Line[] {
  switch (shape.kind) {
    case 'series':
      return shape.series.flatMap(({ label, rows }) =>
        rows.map((row) => rowLine(row, shape.series.length > 1 ? nameOf(label) : '')),
      );
    case 'bars':
      return shape.facets.flatMap(({ label, rows }) => rows.map((row) => rowLine(row, label ? nameOf(label) : '')));
    case 'dots':
      return [
        ...shape.rows.flatMap(comparedLines),
        ...shape.tooFew.map((label): Line => ({ group: nameOf(label), value: { mark: 'hidden' } })),
      ];
    case 'numbers':
      return shape.rows.map((row) => rowLine(row, ''));
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

/** A row, then what is said of the same comparison in other ways: as a ratio, and by when half have gone. */
function comparedLines(row: ChartRow): Line[] {
  const line = rowLine(row, row.within ? nameOf(row.within) : '');
  const beside = (what: string, value: PublishedValue): Line => ({ ...line, group: `${line.group} / ${what}`, value });
  return [
    line,
    ...(row.relative ? [beside('ratio', row.relative)] : []),
    ...(row.curves ? [beside('median days apart', row.curves.medianGap)] : []),
  ];
}

function rowLine(row: ChartRow, heading: string): Line {
  return {
    group: [heading, nameOf(row.label)].filter(Boolean).join(' / '),
    ...spanOf(row),
    value: row.value,
    n: row.n,
  };
}

function spanOf({ period }: Pick<ChartRow, 'period'>): Pick<Line, 'start' | 'end'> {
  return period ? { start: period.start, end: period.end } : {};
}
