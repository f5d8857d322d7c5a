import type { ChartLabel } from '../../../../../shared/domain/health/chart.ts';
import type { SplitCrossing } from '../../../../../shared/domain/health/split.ts';
import { periodOf } from '../../calendar/periods.ts';
import { NO_DAY } from '../../engine/active-people.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { GroupFacts, HeldPlaces } from '../group-facts.ts';
import { newcomerDays } from '../join-days.ts';
import { periodLabel } from '../period-series.ts';
import type { MetricWindow } from '../window.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('outreach');

/** One group, or the part of it that came in one quarter or by one route, and all others who answered and came so. */
export interface GroupRow {
  readonly id: string;
  /** Answer the group gave. */
  readonly code: string;
  readonly label: ChartLabel;
  readonly facet?: ChartLabel;
  /** Names the part of all who answered that the row is of: rows of one heading have the same people behind them. */
  readonly heading: string;
  readonly members: Int32Array;
  readonly others: Int32Array;
}

/** Each group against all others who answered the question; who preferred not to say is on neither side. */
export function groupRows({ groups, answered }: GroupFacts): GroupRow[] {
  return groups.map(({ code, label, people }) => {
    const inGroup = new Set(people);
    return {
      id: code,
      code,
      label,
      heading: '',
      members: people,
      others: answered.filter((person) => !inGroup.has(person)),
    };
  });
}

/** For a measure that is never crossed: answering without the crossing would answer another question. Throws RangeError. */
export function refuseCrossing(crossing: SplitCrossing): void {
  if (crossing !== 'none') throw new RangeError('this measure is not crossed with anything');
}

/**
 * The rows of a question crossed with one thing that says nothing of identity: the quarter of joining (those under view)
 * or the route. Nothing else can be asked for, and never two.
 */
export function crossRows(
  facts: HealthFacts,
  groups: GroupFacts,
  window: MetricWindow,
  crossing: SplitCrossing,
): GroupRow[] {
  const rows = groupRows(groups);
  switch (crossing) {
    case 'none':
      return rows;
    case 'quarter':
      return crossed(rows, (groups.places ?? placesNow(facts)).quarter, quartersOfJoining(window));
    case 'route':
      return crossed(rows, (groups.places ?? placesNow(facts)).route, routesOf(facts));
  }
}

/** Where the facts put people now. */
export function placesNow(facts: HealthFacts): HeldPlaces {
  const days = newcomerDays(facts);
  return {
    route: (person) => facts.people.route[person] ?? -1,
    quarter: (person) => {
      const day = days[person] ?? NO_DAY;
      return day === NO_DAY ? Number.NaN : periodOf('quarter', day);
    },
  };
}

/** A value of the crossing that gets a heading. `id` means the same next week, whatever it is called then. */
interface Heading {
  readonly id: string;
  readonly value: number;
  readonly label: ChartLabel;
}

function crossed(
  rows: readonly GroupRow[],
  placeOf: (person: number) => number,
  headings: readonly Heading[],
): GroupRow[] {
  return headings.flatMap(({ id, value, label: facet }) => {
    const came = (person: number) => placeOf(person) === value;
    return rows.map((row) => ({
      ...row,
      id: `${row.id}/${id}`,
      facet,
      heading: id,
      members: row.members.filter(came),
      others: row.others.filter(came),
    }));
  });
}

function quartersOfJoining({ periods, current }: MetricWindow): Heading[] {
  const first = periodOf('quarter', (periods[0] ?? current).firstDay);
  const last = periodOf('quarter', current.lastDay);
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    id: `quarter ${first + at}`,
    value: first + at,
    label: periodLabel('quarter', first + at),
  }));
}

function routesOf({ outreach }: HealthFacts): Heading[] {
  const named = outreach.routes.map(({ id, name }, value) => ({ id: `route ${id}`, value, label: { name } }));
  return [...named, { id: 'no route', value: -1, label: word('unknownRoute') }];
}
