import type {
  BarsShape,
  ChartLabel,
  CurvesShape,
  PartSide,
  PartsShape,
} from '../../../../shared/domain/health/chart.ts';
import type { LifeCycle, Reciprocity, StayCurve } from '../../../../shared/ipc/topics/health.ts';

const word = (key: string): ChartLabel => ({ key: `health:screen.${key}`, params: {} });

/** The stay curve with how many it still follows. */
export function stayShape(stay: StayCurve): CurvesShape {
  return {
    kind: 'curves',
    time: 'days',
    reads: 'falling',
    series: [
      {
        id: 'all',
        label: word('stay.title'),
        points: stay.points.map(({ day, share }) => ({ at: day, share })),
        atRisk: stay.atRisk.map(({ day, count }) => ({ at: day, count })),
        marks: stay.marks.map(({ day, share }) => ({ at: day, share })),
        median: stay.medianDays,
        // Said with the people behind the curve, as they were told apart.
        followed: { mark: 'impossible' },
        cut: stay.cutAtDay !== null,
      },
    ],
  };
}

const flows = [
  ['returning', 'above'],
  ['fresh', 'above'],
  ['resurrected', 'above'],
  ['dormant', 'below'],
] as const satisfies readonly (readonly [string, PartSide])[];

/** Returning, new and resurrected members above zero, dormant ones below, month by month. */
export function lifeCycleShape({ periods }: LifeCycle): PartsShape {
  return {
    kind: 'parts',
    unit: 'count',
    parts: flows.map(([id, side]) => ({ id, label: word(`lifeCycle.${id}`), side })),
    rows: periods.map((period) => ({
      id: period.start,
      label: { name: period.start },
      period: { start: period.start, end: endOfMonth(period.start), complete: period.complete },
      values: flows.map(([id]) => period[id]),
      n: period.active,
    })),
  };
}

function endOfMonth(start: string): string {
  const day = new Date(`${start}T00:00:00Z`);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}

/** Returned ties, mutual pairs, and what chance alone would give, on one scale. */
export function reciprocityShape(reciprocity: Reciprocity): BarsShape {
  const lines = [
    ['arcs', reciprocity.arcShare],
    ['pairs', reciprocity.pairShare],
    ['chance', reciprocity.chance],
  ] as const;
  return {
    kind: 'bars',
    unit: 'percent',
    facets: [
      {
        id: 'all',
        label: null,
        rows: lines.map(([id, value]) => ({
          id,
          label: word(`reciprocity.${id}`),
          period: null,
          value,
          n: null,
          reference: null,
          note: null,
        })),
      },
    ],
  };
}
