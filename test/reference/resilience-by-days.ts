import { NO_DAY } from '../../electron/data/health/engine/active-people.ts';
import type { HealthFacts } from '../../electron/data/health/facts/health-facts.ts';
import { isSpamAccount } from '../../electron/data/health/facts/people-table.ts';
import { accountEndOf } from '../../electron/data/health/metrics/account-end-of.ts';
import type { ActiveDays } from '../../electron/data/health/metrics/active-days.ts';
import { newcomerDays, withoutCohort } from '../../electron/data/health/metrics/join-days.ts';
import { lifeCycle } from '../../electron/data/health/metrics/life-cycle.ts';
import { lastDayIn } from '../../electron/data/health/metrics/period-series.ts';
import { returnTable } from '../../electron/data/health/metrics/return-on-period.ts';
import { stayCurve } from '../../electron/data/health/metrics/stay-curve.ts';
import { type AccountEnd, stayOutcome } from '../../electron/data/health/metrics/stay-follow-up.ts';
import type { MetricWindow, Period } from '../../electron/data/health/metrics/window.ts';
import { activeDayCount, activeIn, countActive, sightsIn } from './active-by-days.ts';

/**
 * The counts of resilience as they were once counted: from each person's list of active days, one person after the other.
 * Slow and plain; what is counted from sets of members is held against it.
 */
export class ByDays {
  readonly #facts: HealthFacts;
  readonly #days: (level: number) => ActiveDays;

  constructor({ facts, days }: { facts: HealthFacts; days: (level: number) => ActiveDays }) {
    this.#facts = facts;
    this.#days = days;
  }

  returns(unit: 'month' | 'quarter', counting: 'on' | 'on-or-after') {
    const { lastDay } = this.#facts;
    const joinedEarlier = withoutCohort(this.#facts);
    return returnTable(this.#days(2), { unit, lastDay, counting, joinedEarlier, maxIntervals: 12 });
  }

  flows(unit: 'month' | 'quarter') {
    return lifeCycle(this.#days(2), { unit, lastDay: this.#facts.lastDay, joinedEarlier: withoutCohort(this.#facts) });
  }

  stay() {
    const { people, calendar, lastDay } = this.#facts;
    const ends = new Map<number, AccountEnd>();
    for (let person = 0; person < people.count; person += 1) {
      const end = accountEndOf(people, person);
      if (end) ends.set(person, end);
    }
    const joinedEarlier = new Map<number, number | undefined>();
    for (const person of withoutCohort(this.#facts)) {
      const at = people.joinedAt[person] ?? Number.NaN;
      joinedEarlier.set(person, isSpamAccount(people, person) || Number.isNaN(at) ? undefined : calendar.dayOf(at));
    }
    return stayCurve(this.#days(2), { lastDay, gap: 90, ends, joinedEarlier, dataStart: this.#facts.firstDay });
  }

  /** Day of joining and whether they stayed 90 days, of a year of newcomers; nothing for the others. */
  stayed({ current }: MetricWindow): ({ joined: number; stayed: boolean } | null)[] {
    const { people, lastDay } = this.#facts;
    const active = this.#days(2);
    const knownTo = Math.min(current.lastDay, lastDay) - 90;
    return Array.from({ length: people.count }, (_, person) => {
      const days = active.days.subarray(active.offsets[person], active.offsets[person + 1]);
      const joined = days[0] ?? NO_DAY;
      if (joined > knownTo - 90 || joined <= knownTo - 90 - 365) return null;
      if (people.joinedEarlier[person] === 1 || isSpamAccount(people, person)) return null;
      const { day, ending } = stayOutcome(days, accountEndOf(people, person), 90, knownTo);
      return { joined, stayed: ending === 'censored' || day - joined > 90 };
    });
  }

  inBracket(from: number, to: number, { periods }: MetricWindow): { part: number; whole: number } {
    const since = periods[0]?.firstDay ?? this.#facts.firstDay;
    const joined = [...newcomerDays(this.#facts).entries()].filter(
      ([, day]) => day >= since && day + to <= this.#facts.lastDay,
    );
    const part = joined.filter(([person, day]) => activeIn(this.#days(2), person, day + from, day + to)).length;
    return { part, whole: joined.length };
  }

  surviving(period: Period): { part: number; whole: number } {
    const joined = [...newcomerDays(this.#facts).entries()].filter(
      ([, day]) => day + 60 >= period.firstDay && day + 60 <= Math.min(period.lastDay, this.#facts.lastDay),
    );
    const part = joined.filter(([person, day]) => activeIn(this.#days(2), person, day + 30, day + 59)).length;
    return { part, whole: joined.length };
  }

  /** How many people had so many active days in the current period. */
  daysActive({ current }: MetricWindow): number[] {
    const active = this.#days(1);
    const to = lastDayIn(current, this.#facts.lastDay);
    return Array.from({ length: active.people }, (_, person) => activeDayCount(active, person, current.firstDay, to));
  }

  returners(period: Period): number {
    const active = this.#days(0);
    const to = lastDayIn(period, this.#facts.lastDay);
    let count = 0;
    for (let person = 0; person < active.people; person += 1) {
      const sights = sightsIn(active, person, to - 59, to);
      if (sights && sights.last - sights.first > 30) count += 1;
    }
    return count;
  }

  wentQuiet(period: Period): number {
    const active = this.#days(2);
    const to = Math.min(period.lastDay, this.#facts.lastDay - 91);
    let count = 0;
    for (let person = 0; person < active.people; person += 1) {
      const [start = 0, end = 0] = [active.offsets[person], active.offsets[person + 1]];
      const last = active.days[end - 1] ?? 0;
      if (end > start && last >= period.firstDay && last <= to) count += 1;
    }
    return count;
  }

  active(level: number, from: number, to: number): number {
    return countActive(this.#days(level), from, to);
  }

  highestStep(person: number, from: number, to: number): number {
    return [0, 1, 2, 3, 4].findLast((level) => activeIn(this.#days(level), person, from, to)) ?? -1;
  }
}
