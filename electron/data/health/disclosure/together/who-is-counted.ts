import type { ChartLabel } from '../../../../../shared/domain/health/chart.ts';
import { dayNumberOf } from '../../calendar/civil-day.ts';
import { periodOf } from '../../calendar/periods.ts';
import type { RawRow } from '../../metrics/raw-result.ts';
import type { MetricWindow } from '../../metrics/window.ts';
import type { CountPlace } from './chart-counts.ts';
import type { Quantity } from './quantity.ts';

/** A count of a chart, and the periods its dashboard looks at. */
export interface PlacedCount {
  readonly metricId: string;
  readonly place: CountPlace;
  readonly window: MetricWindow;
  /** Labels of the rows of a grid. */
  readonly labels?: readonly ChartLabel[];
}

/**
 * Who is counted in one place of a chart, where another chart of the release counts them too, a sum of others leads to them,
 * or a later quarter tells of them again; undefined for counts that nothing else speaks of.
 */
export function whoIsCounted(count: PlacedCount): Quantity | undefined {
  return known[count.metricId]?.(count);
}

type Who = (count: PlacedCount) => Quantity | undefined;

/** In the period of the row, or the one under view where the row has none; `later` counts on from it. */
function inPeriod(what: string, { place, window }: PlacedCount, later = 0): Quantity {
  return { what, span: { unit: window.unit, index: (place.row?.period ?? window.current).index + later } };
}

const of =
  (words: Partial<Record<CountPlace['role'], string>>): Who =>
  (count) => {
    const what = words[count.place.role];
    return what === undefined ? undefined : inPeriod(what, count);
  };

const inSeries =
  (series: Readonly<Record<string, Who>>): Who =>
  (count) =>
    series[count.place.row?.series ?? '']?.(count);

const inRow =
  (rows: Readonly<Record<string, Who>>): Who =>
  (count) =>
    rows[count.place.row?.id ?? '']?.(count);

const wait = of({ followed: 'requests' });

/** By metric. Roles not named count somebody that nothing else speaks of. */
const known: Readonly<Record<string, Who>> = {
  R1: of({ whole: 'L2 new' }),
  R2: wait,
  R2_night: inRow({ night: of({ followed: 'requests at night' }), day: of({ followed: 'requests by day' }) }),
  R3: of({ part: 'unanswered requests', whole: 'requests' }),
  R4: wait,
  R9: inSeries({ newcomers: of({ whole: 'L2 new' }) }),
  R13: of({ part: 'at group activities', whole: 'L1 active' }),
  R13_sessions: (count) => sessionOf(count, 'count', 'present'),
  R14: (count) => sessionOf(count, 'whole', 'could have come before'),
  A1: (count) => campaignOf(count, { part: 'acted', whole: 'asked' }),
  A2: (count) => campaignOf(count, { part: 'clicked', whole: 'asked' }),
  A3: (count) => campaignOf(count, { part: 'acted after opening', whole: 'opened' }),
  A4: inRow({
    aware: of({ part: 'aware' }),
    acted: of({ part: 'acted of cohort', whole: 'aware' }),
    organised: of({ whole: 'acted of cohort' }),
  }),
  A5: of({ part: 'first-time actors' }),
  A6: (count) => (count.place.role === 'followed' ? { what: 'everybody who acted' } : undefined),
  Z1: inSeries({ signUps: of({ count: 'sign-ups' }) }),
  Z2: of({ count: 'L2 new' }),
  Z3: of({ whole: 'sign-ups' }),
  Z5: (count) => cohortOf(count),
  // Of those active in the period before, who went quiet.
  Z10: (count) => (count.place.role === 'whole' ? inPeriod('L2 active', count, -1) : undefined),
  Z14: (count) => inPeriod(`moved ${count.place.id.split('/').at(-1)}`, count),
  Z16: of({ whole: 'L2 active' }),
  Z20: routeOf,
  M1: of({ events: 'reports', exposure: 'L1 active' }),
  M2: of({ followed: 'reports' }),
  M4: of({ people: 'reports' }),
  M5: of({ whole: 'decisions' }),
  M6: inRow({
    made: of({ whole: 'sanctions' }),
    overturned: of({ part: 'overturned', whole: 'appeals decided' }),
    partly: of({ part: 'partly overturned', whole: 'appeals decided' }),
  }),
  M6_time: of({ people: 'appeals decided' }),
  M12: of({ whole: 'decisions and closings' }),
};

function sessionOf({ place }: PlacedCount, role: string, what: string): Quantity | undefined {
  const row = place.row as (RawRow & { readonly facet?: ChartLabel }) | undefined;
  if (place.role !== role || !row?.facet) return undefined;
  return { what: `${what} ${JSON.stringify(row.facet)} ${row.id.split(':').at(-1)}` };
}

function campaignOf({ place }: PlacedCount, words: Readonly<Record<string, string>>): Quantity | undefined {
  const what = words[place.role];
  return what === undefined || !place.row ? undefined : { what: `${what} ${place.row.id}` };
}

/** The cohort of a row of a cohort table: quarters and months are named in its label alone. */
function cohortOf({ place, labels }: PlacedCount): Quantity | undefined {
  const label = labels?.[place.at?.down ?? -1];
  if (place.role !== 'whole' || !label || !('params' in label)) return undefined;
  const { year, quarter } = label.params as { year?: number; quarter?: number };
  if (year === undefined || quarter === undefined) return undefined;
  return {
    what: 'L2 new',
    span: { unit: 'quarter', index: periodOf('quarter', dayNumberOf({ year, month: quarter * 3, day: 1 })) },
  };
}

/** Steps of a route: every share is of the people who took one step, and of those who took two. */
function routeOf({ place }: PlacedCount): Quantity | undefined {
  const [route, share] = place.row?.id.split('/') ?? [];
  const [step, whole] = share?.split('Of') ?? [];
  if (route === undefined || step === undefined || whole === undefined) return undefined;
  const wholeStep = whole.charAt(0).toLowerCase() + whole.slice(1);
  if (place.role === 'whole') return { what: `route ${route} ${wholeStep}` };
  // Who took a later step took those before it too, but for being active, which everybody can be.
  const took = step === 'active' && wholeStep !== 'signedUp' ? `${step} and ${wholeStep}` : step;
  return { what: `route ${route} ${took}` };
}
