import { HOURS_PER_DAY, isNightHour } from '../../metrics/hour-of-week.ts';
import type { Relation } from '../audit/audit-cells.ts';
import { nameOf } from './quantity.ts';
import type { PlacedCount } from './who-is-counted.ts';

/** A count of a chart, with the cell of the release it is. */
export interface CountedCell extends PlacedCount {
  readonly cell: string;
}

/** The sums inside one chart: a part is of its whole, parts make a whole, and some grids add up to another chart's count. */
export function sumsWithin(counts: readonly CountedCell[], kind: string): Relation[] {
  const [first] = counts;
  if (!first) return [];
  const own = kind === 'parts' ? wholesOfParts(counts) : partsOfWholes(counts);
  return [...own, ...(byMetric[first.metricId]?.(counts) ?? [])];
}

function wholesOfParts(counts: readonly CountedCell[]): Relation[] {
  return groupedBy(counts, ({ place }) => place.row?.id ?? '').flatMap((row): Relation[] => {
    const whole = row.find(({ place }) => place.role === 'whole');
    // Who went quiet is drawn beside the others and is no part of who is here.
    const parts = row.filter(({ place }) => place.role === 'part');
    return whole ? [{ total: whole.cell, parts: parts.map(({ cell }) => cell), kind: 'equals' }] : [];
  });
}

function partsOfWholes(counts: readonly CountedCell[]): Relation[] {
  return groupedBy(counts, ({ place }) => place.id.replace(/\/(part|whole)$/, '')).flatMap((pair): Relation[] => {
    const whole = pair.find(({ place }) => place.role === 'whole');
    const part = pair.find(({ place }) => place.role === 'part');
    return whole && part ? [{ total: whole.cell, parts: [part.cell], kind: 'within' }] : [];
  });
}

function groupedBy(counts: readonly CountedCell[], keyOf: (count: CountedCell) => string): CountedCell[][] {
  const groups = new Map<string, CountedCell[]>();
  for (const count of counts) {
    const group = groups.get(keyOf(count));
    if (group) group.push(count);
    else groups.set(keyOf(count), [count]);
  }
  return [...groups.values()];
}

type SumsOf = (counts: readonly CountedCell[]) => Relation[];

/** Grids and bars that are another count taken apart. */
const byMetric: Readonly<Record<string, SumsOf>> = {
  R2_night: (counts) => [makesUp('requests', counts)],
  R3_hours: (counts) => [makesUp('unanswered requests', counts), ...unansweredByNight(counts)],
  Z11: (counts) => [makesUp('L1 active', counts)],
  // Columns: not seen any more, then levels 0 to 4; rows: levels 0 to 4.
  Z14_flow: (counts) =>
    (
      [
        ['up', (down: number, across: number) => across - 1 > down],
        ['held', (down: number, across: number) => across - 1 === down],
        ['down', (down: number, across: number) => across - 1 < down],
      ] as const
    ).map(([way, goes]) =>
      makesUp(
        `moved ${way}`,
        counts.filter(({ place: { at } }) => at !== undefined && goes(at.down, at.across)),
      ),
    ),
  R14: (counts) =>
    (['part', 'whole'] as const).flatMap((role): Relation[] => {
      const ofRole = counts.filter(({ place }) => place.role === role);
      const all = ofRole.find(({ place }) => place.row?.id === 'all');
      const sessions = ofRole.filter((one) => one !== all);
      return all ? [{ total: all.cell, parts: sessions.map(({ cell }) => cell), kind: 'equals' }] : [];
    }),
  Z24: overlapping,
  // Somebody at any of the sessions of a period was at a group activity in it, and the sessions listed may not be all.
  R13_sessions: (counts) =>
    counts.map(({ cell, window }) => ({
      total: nameOf({ what: 'at group activities', span: { unit: window.unit, index: window.current.index } }),
      parts: [cell],
      kind: 'within',
    })),
};

/**
 * Whoever opened one resource is in the count of those who opened any, and all of these opened one at least; somebody may have
 * opened several.
 */
function overlapping(counts: readonly CountedCell[]): Relation[] {
  const parts = counts.filter(({ place }) => place.role === 'part');
  const single = parts.filter(({ place }) => place.row?.id.startsWith('resource/')).map(({ cell }) => cell);
  return parts
    .filter(({ place }) => place.row?.id.startsWith('together/'))
    .flatMap(({ cell }): Relation[] => [
      { total: cell, parts: single, kind: 'at-most' },
      ...single.map((part): Relation => ({ total: cell, parts: [part], kind: 'within' })),
    ]);
}

/** Whoever asked in hours of the night alone, or of the day alone, is one of all who asked then. */
function unansweredByNight(counts: readonly CountedCell[]): Relation[] {
  const columns = 1 + Math.max(...counts.map(({ place }) => place.at?.across ?? 0));
  const hours = HOURS_PER_DAY / columns;
  const hoursOf = ({ place }: CountedCell) => {
    const first = (place.at?.across ?? 0) * hours;
    return Array.from({ length: hours }, (_, at) => first + at);
  };
  const during = (what: string, counts: readonly CountedCell[]) =>
    ({ ...makesUp(what, counts), kind: 'within' }) as const;
  return [
    during(
      'requests at night',
      counts.filter((count) => hoursOf(count).every(isNightHour)),
    ),
    during(
      'requests by day',
      counts.filter((count) => !hoursOf(count).some(isNightHour)),
    ),
  ];
}

/** The cells of a chart add up to a quantity of the period under view. */
function makesUp(what: string, counts: readonly CountedCell[]): Relation {
  const [first] = counts;
  const span = first && { unit: first.window.unit, index: first.window.current.index };
  return { total: nameOf(span ? { what, span } : { what }), parts: counts.map(({ cell }) => cell), kind: 'equals' };
}
