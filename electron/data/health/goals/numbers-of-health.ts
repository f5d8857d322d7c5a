import type { ChartPeriod } from '../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { HealthView } from '../../../../shared/ipc/topics/health.ts';
import { wordsOf } from '../metrics/words-of.ts';
import { MEDIAN } from './numbers-of-charts.ts';
import { shareBeyond } from './share-beyond.ts';
import type { ToldNumber } from './told-number.ts';

const word = wordsOf('resilience');
/** A goal for a return further off would wait for years. */
const LONGEST_INTERVAL = 12;
/** What the flows of a month are called, by their name in the view. */
const FLOWS = { fresh: 'new', returning: 'returning', resurrected: 'resurrected', dormant: 'dormant' } as const;

/**
 * Numbers of return (Z4), stay (Z8) and the life cycle (Z9), which are told by a view of their own, by month. `quarter`: the
 * newest complete one of the dashboards they stand among; those that belong to no period are judged in it.
 */
export function healthNumbers(view: HealthView, quarter: ChartPeriod | null): ToldNumber[] {
  return [...returnNumbers(view, quarter), ...stayNumbers(view, quarter), ...flowNumbers(view)];
}

function returnNumbers({ retention }: HealthView, judgedIn: ChartPeriod | null): ToldNumber[] {
  return (retention?.average ?? []).slice(1, LONGEST_INTERVAL + 1).map((value, at) => ({
    metricId: 'Z4',
    dashboard: 'resilience',
    aim: `return/${at + 1}`,
    words: [{ key: 'goals:aim.return', params: { count: at + 1 } }],
    unit: 'percent',
    value,
    period: null,
    judgedIn,
    steps: [],
  }));
}

function stayNumbers({ stay }: HealthView, judgedIn: ChartPeriod | null): ToldNumber[] {
  if (!stay) return [];
  const points = stay.points.map(({ day, share }) => ({ at: day, share }));
  const around = { metricId: 'Z8', dashboard: 'resilience', period: null, judgedIn, steps: [] } as const;
  return [
    ...stay.marks.map(({ day, share }) => ({
      ...around,
      aim: `share/${day}`,
      words: [{ key: 'goals:aim.after.days', params: { count: day } }],
      unit: 'percent' as const,
      value: share.mark === 'unavailable' ? (shareBeyond(points, day, 'falling') ?? share) : share,
    })),
    { ...around, aim: 'median', words: [MEDIAN], unit: 'days', value: stay.medianDays, isOpenEnded: true },
  ];
}

function flowNumbers({ lifeCycle }: HealthView): ToldNumber[] {
  const complete = (lifeCycle?.periods ?? []).filter((month) => month.complete);
  const newest = complete.at(-1);
  if (!newest) return [];
  const names = Object.keys(FLOWS) as (keyof typeof FLOWS)[];
  return names.map((name) => ({
    metricId: 'Z9',
    dashboard: 'resilience',
    aim: `part/${FLOWS[name]}`,
    words: [word(FLOWS[name])],
    unit: 'count',
    value: newest[name] satisfies PublishedValue,
    period: monthFrom(newest.start),
    judgedIn: monthFrom(newest.start),
    steps: complete.map((month) => ({ period: monthFrom(month.start), value: month[name] })),
  }));
}

/** The month that starts on a local date; dates have no zone left to shift them. */
function monthFrom(start: string): ChartPeriod {
  const end = new Date(`${start}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  return { start, end: end.toISOString().slice(0, 10), complete: true };
}
