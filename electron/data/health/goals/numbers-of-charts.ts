import type {
  ChartLabel,
  ChartPeriod,
  ChartShape,
  CurvesShape,
  MetricChart,
  PartsShape,
} from '../../../../shared/domain/health/chart.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { GoalStep } from '../../../../shared/ipc/topics/goals.ts';
import { saidRow } from '../findings/said-row.ts';
import { shareBeyond } from './share-beyond.ts';
import type { ToldNumber } from './told-number.ts';

/** Numbers of released dashboards that a goal can be set for. */
export function toldNumbers(views: readonly DashboardView[]): ToldNumber[] {
  return views.flatMap(({ charts, period }) =>
    // The extra pictures of a metric have an underscore in their id; the goal belongs to the metric itself.
    charts.filter(({ metricId }) => !metricId.includes('_')).flatMap((chart) => numbersOf(chart, period)),
  );
}

function numbersOf({ shape, metricId, dashboard }: MetricChart, period: ChartPeriod | null): ToldNumber[] {
  const around = { metricId, dashboard };
  switch (shape.kind) {
    case 'series':
    case 'numbers':
    case 'bars':
    case 'dots': {
      const said = saidNumber(shape, period);
      return said ? [{ ...around, ...said }] : [];
    }
    case 'curves':
      return curveNumbers(shape, period).map((number) => ({ ...around, ...number }));
    case 'parts':
      return partNumbers(shape, period).map((number) => ({ ...around, ...number }));
    default:
      return [];
  }
}

type NumberOfChart = Omit<ToldNumber, 'metricId' | 'dashboard'>;

/** The one number that the sentence of a chart speaks of. */
function saidNumber(shape: ChartShape, period: ChartPeriod | null): NumberOfChart | undefined {
  const row = saidRow(shape, period?.start ?? null);
  if (!row) return undefined;
  // A line without the newest complete period says its oldest one: no ground for judging a goal now.
  if (shape.kind === 'series' && row.period && row.period.start !== period?.start) return undefined;
  // Dots of several things side by side have no number of their own.
  if (shape.kind === 'dots' && row.id !== 'all') return undefined;
  return {
    aim: '',
    words: [],
    unit: unitOf(shape, row.id),
    value: row.value,
    period: row.period,
    judgedIn: row.period ?? period,
    steps: shape.kind === 'series' ? stepsOf(shape.series[0]?.rows ?? []) : [],
  };
}

function unitOf(shape: ChartShape, rowId: string): ToldNumber['unit'] {
  if (shape.kind === 'numbers') return shape.rows.find(({ id }) => id === rowId)?.unit ?? 'index';
  return 'unit' in shape ? shape.unit : 'index';
}

/** What a curve is told at: its share at the round times it names, and its median. */
function curveNumbers({ series, time, reads }: CurvesShape, period: ChartPeriod | null): NumberOfChart[] {
  const [newest] = series;
  if (!newest) return [];
  // Of a period where it stands beside the period before; else of everything that is known.
  const own = newest.id === 'current' ? period : null;
  const around = { period: own, judgedIn: period, steps: [] };
  const word = reads === 'falling' ? 'after' : 'within';
  const marks = newest.marks.toSorted((a, b) => a.at - b.at);
  return [
    ...marks.map(
      ({ at, share }): NumberOfChart => ({
        ...around,
        aim: `share/${at}`,
        words: [{ key: `goals:aim.${word}.${time}`, params: { count: at } }],
        unit: 'percent',
        value: share.mark === 'unavailable' ? (shareBeyond(newest.points, at, reads) ?? share) : share,
      }),
    ),
    { ...around, aim: 'median', words: [MEDIAN], unit: time, value: newest.median, isOpenEnded: true },
  ];
}

/** What the middle of a curve is called. */
export const MEDIAN: ChartLabel = { key: 'goals:aim.median', params: {} };

/** Each part of the newest complete whole. */
function partNumbers({ parts, rows, unit }: PartsShape, period: ChartPeriod | null): NumberOfChart[] {
  const newest = rows.find((row) => row.period !== null && row.period.start === period?.start);
  if (!newest) return [];
  return parts.flatMap(({ id, label }, at): NumberOfChart[] => {
    const value = newest.values[at];
    if (!value) return [];
    const steps = stepsOf(
      rows.flatMap((row) => (row.values[at] ? [{ period: row.period, value: row.values[at] }] : [])),
    );
    return [{ aim: `part/${id}`, words: [label], unit, value, period: newest.period, judgedIn: newest.period, steps }];
  });
}

/** The complete periods of a line, oldest first. */
function stepsOf(
  rows: readonly { readonly period: ChartPeriod | null; readonly value: GoalStep['value'] }[],
): GoalStep[] {
  return rows
    .flatMap(({ period, value }) => (period?.complete ? [{ period, value }] : []))
    .sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
}
