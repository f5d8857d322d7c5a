import type { WriteDb } from '../../store/db.ts';
import { keepHeldPeople, readHeldPeople } from '../../store/identity/held-people.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import { placesNow } from '../metrics/group/group-rows.ts';
import type { HeldPlaces } from '../metrics/group-facts.ts';
import type { GroupMetricModule, PersonStatus } from '../metrics/group-metric.ts';
import type { SplitFacts } from './read-split-facts.ts';

/** Where people are held: the identity file, and who has a number in it. */
export interface HeldIn {
  readonly db: WriteDb;
  readonly communityId: number;
  /** Last day of the snapshot: its quarter is the one that is held for. */
  readonly asOf: DayNumber;
  /** Ordinals by member row number. */
  readonly ordinals: ReadonlyMap<number, number>;
  /** Ordinals of further accounts of people who go by another. */
  readonly further: readonly number[];
}

/** What is held for one question of a measure. Held by member, so every question gets the same. */
export interface Held {
  readonly places: HeldPlaces;
  readonly statusOf: PersonStatus;
}

/** Counted no more for the rest of the quarter. */
const GONE = 'gone';
const OUT = '-1';

/**
 * Under which route and quarter of joining people are counted, and what a measure says of them, as it was when the quarter's
 * first split was told. Anybody who may write records could otherwise put people into a set of their choice every week, and
 * read off the numbers who of them is in a group (health.md C.6: no filters). Within the quarter a person who is new gets
 * their place once, may come to be counted once where that takes time (nobody is followed for 90 days at once), and may
 * stop being counted once.
 * Call it in a transaction of the identity file.
 */
export function holdPlaces(module: GroupMetricModule, { facts, positions, window }: SplitFacts, held: HeldIn): Held {
  const quarter = firstDayOf('quarter', periodOf('quarter', held.asOf));
  const hold = (what: string, nowOf: (person: number) => string, next: Next): Map<number, string> => {
    const values = new Map<number, string>();
    const byPerson = new Map<number, string>();
    const kept = readHeldPeople(held.db, held.communityId, what);
    const before = kept === undefined || kept.quarter < quarter ? new Map<number, string>() : kept.values;
    for (const [member, ordinal] of held.ordinals) {
      const person = positions.of(member);
      if (person < 0) continue;
      const now = nowOf(person);
      const was = before.get(ordinal);
      const value = was === undefined ? now : next(was, now);
      values.set(ordinal, value);
      byPerson.set(person, value);
    }
    // An account linked to another is counted no more; unlinked again within the quarter it comes back to where it was held.
    for (const ordinal of held.further) {
      const was = before.get(ordinal);
      if (was !== undefined) values.set(ordinal, next(was, OUT));
    }
    keepHeldPeople(held.db, held.communityId, what, { quarter: Math.max(quarter, kept?.quarter ?? quarter), values });
    return byPerson;
  };
  const stays: Next = (before) => before;
  const now = placesNow(facts);
  const route = hold('route', (person) => String(routeId(facts, now.route(person))), stays);
  const joined = hold('joined', (person) => String(now.quarter(person)), stays);
  const places = {
    route: (person: number) => routeAt(facts, Number(route.get(person) ?? OUT)),
    quarter: (person: number) => Number(joined.get(person) ?? Number.NaN),
  };
  return { places, statusOf: heldStatus(module, { facts, window }, hold) };
}

/** The same as the facts are now. */
export function notHeld(module: GroupMetricModule, { facts, window }: SplitFacts): Held {
  return { places: placesNow(facts), statusOf: statusNow(module, { facts, window }) };
}

function statusNow(module: GroupMetricModule, { facts, window }: Pick<SplitFacts, 'facts' | 'window'>): PersonStatus {
  return module.statusOf?.(facts, window) ?? (() => -1);
}

type Next = (before: string, now: string) => string;

function heldStatus(
  module: GroupMetricModule,
  { facts, window }: Pick<SplitFacts, 'facts' | 'window'>,
  hold: (what: string, nowOf: (person: number) => string, next: Next) => Map<number, string>,
): PersonStatus {
  const statusOf = statusNow(module, { facts, window });
  if (module.held === 'never') return statusOf;
  const values = hold(
    `status ${module.measure}`,
    (person) => String(statusOf(person)),
    (before, now) => {
      if (before === GONE || (before === OUT && module.held === 'from-the-start')) return before;
      if (before === OUT) return now;
      return now === OUT ? GONE : before;
    },
  );
  return (person) => {
    const value = values.get(person);
    if (value === undefined || value === OUT || value === GONE) return -1;
    return value === '1' ? 1 : 0;
  };
}

function routeId({ outreach }: HealthFacts, place: number): number {
  return outreach.routes[place]?.id ?? -1;
}

/** A route that was removed is none: its people stand under "no route" and can't be told apart in it any more. */
function routeAt({ outreach }: HealthFacts, id: number): number {
  return outreach.routes.findIndex((route) => route.id === id);
}
