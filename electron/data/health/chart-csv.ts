import type { Published, PublishedValue } from '../../../shared/domain/published.ts';
import type {
  HealthView,
  LifeCycle,
  Reciprocity,
  RetentionTable,
  StayCurve,
} from '../../../shared/ipc/topics/health.ts';
import { dayNumberOfIsoDate } from './calendar/civil-day.ts';
import { isoEndOf, isoStartOf, type PeriodUnit, periodOf } from './calendar/periods.ts';
import { csvHeader, flagOf, valueCells } from './chart-csv-columns.ts';
import { type CsvCell, csvText } from './csv-text.ts';
import { derive } from './disclosure/derive.ts';

/** The charts of a health view. */
export const chartMetrics = ['Z4', 'Z8', 'Z9', 'R8'] as const;
export type ChartMetric = (typeof chartMetrics)[number];

/** Names say what the chart is and nothing about the community. */
const NAMES: Readonly<Record<ChartMetric, string>> = {
  Z4: 'return-on-period.csv',
  Z8: 'stay-curve.csv',
  Z9: 'life-cycle.csv',
  R8: 'reciprocity.csv',
};

/** Tidy CSV of one chart, from its published values alone; undefined where the view has no such chart. */
export function chartCsv(
  view: Published<HealthView>,
  metric: ChartMetric,
): Published<{ readonly suggestedName: string; readonly text: string }> | undefined {
  const rows = rowsOf(view, metric);
  return rows && derive(view, () => ({ suggestedName: NAMES[metric], text: csvText([csvHeader, ...rows]) }));
}

function rowsOf(view: HealthView, metric: ChartMetric): CsvCell[][] | undefined {
  switch (metric) {
    case 'Z4':
      return view.retention ? retentionRows(view.retention) : undefined;
    case 'Z8':
      return view.stay ? stayRows(view.stay) : undefined;
    case 'Z9':
      return view.lifeCycle ? lifeCycleRows(view.lifeCycle) : undefined;
    case 'R8':
      return view.reciprocity ? reciprocityRows(view.reciprocity) : undefined;
  }
}

type Chart = Pick<RetentionTable | StayCurve | LifeCycle | Reciprocity, 'metricId' | 'definitionVersion' | 'level'>;

interface RowFacts {
  readonly group: string;
  readonly start?: string;
  readonly end?: string;
  readonly n?: PublishedValue | undefined;
}

function row(chart: Chart, { group, start = '', end = '', n }: RowFacts, value: PublishedValue): CsvCell[] {
  return [
    chart.metricId,
    chart.definitionVersion,
    group,
    start,
    end,
    chart.level,
    ...valueCells(value),
    n === undefined ? null : valueCells(n)[0],
    flagOf(value),
  ];
}

function retentionRows(table: RetentionTable): CsvCell[][] {
  const cells = table.cohorts.flatMap((cohort) =>
    cohort.cells.map((cell, interval) => {
      const span = spanOf(table.unit, cohort.start, interval);
      return row(table, { group: `cohort ${cohort.start} interval ${interval}`, ...span, n: cohort.size }, cell.share);
    }),
  );
  const averages = table.average
    .slice(1)
    .map((value, at) => row(table, { group: `average interval ${at + 1}` }, value));
  return [...cells, ...averages];
}

function spanOf(unit: PeriodUnit, start: string, later = 0): { start: string; end: string } {
  const period = periodOf(unit, dayNumberOfIsoDate(start) ?? 0) + later;
  return { start: isoStartOf(unit, period), end: isoEndOf(unit, period) };
}

function stayRows(stay: StayCurve): CsvCell[][] {
  const atRisk = new Map(stay.atRisk.map(({ day, count }) => [day, count]));
  return [
    ...stay.points.map(({ day, share }) => row(stay, { group: `day ${day}`, n: atRisk.get(day) }, share)),
    row(stay, { group: 'median days' }, stay.medianDays),
    row(stay, { group: 'lapsed' }, stay.lapsed),
    ...(stay.removed ? [row(stay, { group: `removed by day ${stay.removed.day}` }, stay.removed.share)] : []),
    row(stay, { group: 'still here' }, stay.stillHere),
    row(stay, { group: 'too recent' }, stay.tooRecent),
  ];
}

function lifeCycleRows(lifeCycle: LifeCycle): CsvCell[][] {
  const flows = [
    ['new', 'fresh'],
    ['returning', 'returning'],
    ['resurrected', 'resurrected'],
    ['dormant', 'dormant'],
    ['active', 'active'],
  ] as const;
  return lifeCycle.periods.flatMap((period) =>
    flows.map(([group, flow]) =>
      row(lifeCycle, { group, ...spanOf('month', period.start), n: period.active }, period[flow]),
    ),
  );
}

function reciprocityRows(reciprocity: Reciprocity): CsvCell[][] {
  return [
    row(reciprocity, { group: 'arcs returned percent', n: reciprocity.arcs }, reciprocity.arcShare),
    row(reciprocity, { group: 'pairs mutual percent' }, reciprocity.pairShare),
    row(reciprocity, { group: 'arcs returned by chance percent' }, reciprocity.chance),
    row(reciprocity, { group: 'arcs' }, reciprocity.arcs),
    row(reciprocity, { group: 'arcs returned' }, reciprocity.arcsReturned),
    row(reciprocity, { group: 'members with ties' }, reciprocity.members),
  ];
}
