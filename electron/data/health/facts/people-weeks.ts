import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { ActiveWeeks } from '../../store/activities/bitmap-queries.ts';
import { MemberSet } from '../../store/activities/member-set.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { firstActiveDay } from '../engine/period-batches.ts';
import { WeekPass } from '../engine/week-pass.ts';
import { weeksUpTo } from '../engine/weeks-up-to.ts';
import type { PersonPositions } from './person-positions.ts';

/** The people active in some days of one week: the first `count` of `people`, by position, each once. */
export interface WeekOfPeople {
  /** Local day number of its Monday. */
  readonly week: DayNumber;
  readonly count: number;
  readonly people: Int32Array;
  /** Days of the week on which each of them was active: bit 0 is Monday. */
  readonly masks: Uint8Array;
}

/**
 * Who was active on which days at one level or above, from the sets that are kept of each week: all stored history up to the
 * last day. Whatever counts by days goes through these weeks; nobody's list of days is ever made.
 */
export class PeopleWeeks {
  /** By member number, for the engine. People who are not counted may be in it: count `within` alone. */
  readonly active: ActiveWeeks;
  /** Everybody who is counted. */
  readonly within: MemberSet;
  readonly #positions: PersonPositions;
  #personAt: Int32Array | undefined;

  /** `isSeen`: false for accounts removed as spam before anybody saw a message; they were active nowhere. */
  constructor(
    stored: ActiveWeeks,
    positions: PersonPositions,
    lastDay: DayNumber,
    isSeen: (person: number) => boolean = () => true,
  ) {
    this.active = weeksUpTo(stored, lastDay);
    this.#positions = positions;
    this.within = MemberSet.fromIds(positions.memberIds.filter((_, person) => isSeen(person)));
  }

  /** Member number of a person. */
  numberOf(person: number): number {
    return this.#positions.memberIds[person] ?? -1;
  }

  /** Position of a member, −1 for somebody who is not counted. */
  personOf(memberNumber: number): number {
    return this.#positions.of(memberNumber);
  }

  /** People as a set of member numbers. */
  setOf(people: Iterable<number>): MemberSet {
    return MemberSet.fromIds(Array.from(people, (person) => this.numberOf(person)));
  }

  /** Whether nobody who is counted was ever active. */
  isEmpty(): boolean {
    return this.firstDay() === undefined;
  }

  /** Positions of people by their distance from a member number: looked up for every week of everybody. */
  #peopleFrom(firstMember: number, room: number): Int32Array {
    this.#personAt ??= Int32Array.from({ length: room }, (_, at) => this.#positions.of(firstMember + at));
    return this.#personAt;
  }

  /** First day on which anybody was active; undefined where nobody was. */
  firstDay(): DayNumber | undefined {
    return firstActiveDay(new WeekPass(this.active, { within: this.within }), this.active.weeks);
  }

  /**
   * The weeks that touch a span of days, both included, oldest first, with the days in it alone. The arrays are used again: a
   * week holds until the next one is asked for.
   */
  *between(from: DayNumber, to: DayNumber): Generator<WeekOfPeople, void> {
    const pass = new WeekPass(this.active, { within: this.within });
    const people = new Int32Array(pass.room);
    const masks = new Uint8Array(pass.room);
    const personAt = this.#peopleFrom(pass.firstMember, pass.room);
    for (const stored of this.active.weeks) {
      const { week, days } = stored;
      if (week + 6 < from) continue;
      if (week > to) return;
      const span = daysInSpan(week, from, to);
      const met = pass.openWithRanks(stored);
      const { members, ranks } = pass;
      let count = 0;
      for (let at = 0; at < met; at += 1) {
        const mask = (days[ranks[at] ?? 0] ?? 0) & span;
        if (mask === 0) continue;
        people[count] = personAt[members[at] ?? 0] ?? -1;
        masks[count] = mask;
        count += 1;
      }
      yield { week, count, people, masks };
    }
  }
}

/** The days of a week that lie in a span, both days included, as a mask: 0 where none does. */
export function daysInSpan(week: DayNumber, from: DayNumber, to: DayNumber): number {
  const first = from - week;
  const last = to - week;
  if (last < 0 || first > 6 || last < first) return 0;
  return (last >= 6 ? WHOLE_WEEK : (2 << last) - 1) & ~(first <= 0 ? 0 : (1 << first) - 1);
}

const WHOLE_WEEK = 0x7f;

/** Weeks by level, each made when it is first asked for and once. */
export function rememberedWeeks(make: (level: ActivityLevel) => PeopleWeeks): (level: ActivityLevel) => PeopleWeeks {
  const known = new Map<ActivityLevel, PeopleWeeks>();
  return (level) => {
    const found = known.get(level) ?? make(level);
    known.set(level, found);
    return found;
  };
}
