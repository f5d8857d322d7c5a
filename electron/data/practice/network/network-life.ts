import type { Instant } from '../../../../shared/domain/ids.ts';
import type { DayNumber } from '../../health/calendar/civil-day.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import type { SeededRandom } from '../world/random.ts';
import type { NetworkDays, NetworkPeople } from './draw-people.ts';
import { Messages } from './messages.ts';
import { OpenThreads } from './open-threads.ts';
import { Helpers } from './who-answers.ts';

/** A network while it is being lived: who is in it, what they can see, what was said. */
export interface NetworkLife {
  readonly people: NetworkPeople;
  readonly days: NetworkDays;
  readonly random: SeededRandom;
  readonly messages: Messages;
  readonly open: OpenThreads;
  readonly helpers: Helpers;
  /** Who answered somebody's first message: they don't turn to that person while they are new, for that would be a tie. */
  readonly welcomedBy: Int32Array;
  /** Day of the newest message of each person. */
  readonly spoke: Int32Array;
  readonly startOf: (day: DayNumber) => Instant;
  readonly dayOf: (at: Instant) => DayNumber;
  /** A moment of that day: on every day in every zone there are 22 hours. */
  readonly within: (day: DayNumber) => Instant;
}

export function beginLife(
  people: NetworkPeople,
  days: NetworkDays,
  calendar: LocalDays,
  random: SeededRandom,
): NetworkLife {
  const startOf = (day: DayNumber) => calendar.startOf(day);
  return {
    people,
    days,
    random,
    messages: new Messages(calendar, days),
    open: new OpenThreads(),
    helpers: new Helpers(people),
    welcomedBy: new Int32Array(people.count).fill(-1),
    spoke: new Int32Array(people.count).fill(-1),
    startOf,
    dayOf: (at) => calendar.dayOf(at),
    within: (day) => startOf(day) + Math.floor(random.next() * 22 * 3_600_000),
  };
}
