import type { Instant } from '../../../../shared/domain/ids.ts';
import { SeededRandom } from '../world/random.ts';

const day = 86_400_000;
const week = 7 * day;

export interface PracticeActivity {
  readonly at: Instant;
  readonly member: string;
  readonly kind: 'join' | 'post' | 'reply' | 'reaction';
  /** Whom a reply or reaction was for. */
  readonly to: string | null;
  readonly space: string;
  readonly thread: string;
}

export interface YearPlan {
  readonly seed: number;
  /** The year ends here, exclusively. */
  readonly until: Instant;
  readonly members?: number;
  readonly weeks?: number;
}

/** What makes a newcomer stay, per week: with an early reply fewer leave and more come back. Made up, but of a real shape. */
const withReply = { leaves: 0.045, isActive: 0.72 } as const;
const withoutReply = { leaves: 0.24, isActive: 0.42 } as const;
const replyChance = 0.62;

const spaces = ['introductions', 'bookclub', 'housing', 'namechange', 'outdoors', 'letters', 'swap'] as const;

/**
 * A year of dated activities of made-up members, oldest first, the same for the same plan. Newcomers who get a first
 * reply stay longer; a fifth were there from the beginning.
 */
export function liveAYear(plan: YearPlan): PracticeActivity[] {
  const random = new SeededRandom(plan.seed);
  const weeks = plan.weeks ?? 52;
  const start = plan.until - weeks * week;
  const life = new Life(random, plan.until);
  const count = plan.members ?? 300;
  for (let number = 1; number <= count; number += 1) {
    const isFounder = number <= count / 5;
    const joined = start + Math.floor(random.next() * (isFounder ? week : (weeks - 1) * week));
    life.live(`member-${String(number).padStart(4, '0')}`, joined);
  }
  return life.activities.sort((a, b) => a.at - b.at || (a.member < b.member ? -1 : 1));
}

/** One community while its year is being lived. */
class Life {
  readonly activities: PracticeActivity[] = [];
  readonly #random: SeededRandom;
  readonly #until: Instant;
  readonly #present: { readonly member: string; readonly from: Instant; until: Instant }[] = [];
  #threads = 0;

  constructor(random: SeededRandom, until: Instant) {
    this.#random = random;
    this.#until = until;
  }

  live(member: string, joined: Instant): void {
    const presence = { member, from: joined, until: joined };
    this.#present.push(presence);
    this.#add({ at: joined, member, kind: 'join', to: null, space: 'introductions', thread: '' });
    const welcomed = this.#introduce(member, joined);
    const habit = welcomed ? withReply : withoutReply;
    for (let from = joined + day; from < this.#until; from += week) {
      presence.until = from;
      if (this.#random.chance(habit.isActive)) this.#spendWeek(member, from);
      if (this.#random.chance(habit.leaves)) return;
    }
  }

  /** The first post, and whether somebody answered it. */
  #introduce(member: string, joined: Instant): boolean {
    const at = joined + this.#random.whole(2, 600) * 60_000;
    const thread = this.#newThread();
    this.#add({ at, member, kind: 'post', to: null, space: 'introductions', thread });
    const host = this.#somebodyAt(at, member);
    if (host === null || !this.#random.chance(replyChance)) return false;
    const answeredAt = at + Math.floor(this.#random.wait(day));
    this.#add({ at: answeredAt, member: host, kind: 'reply', to: member, space: 'introductions', thread });
    return true;
  }

  #spendWeek(member: string, from: Instant): void {
    const acts = this.#random.whole(1, 5);
    for (let count = 0; count < acts; count += 1) {
      const at = from + Math.floor(this.#random.next() * week);
      const other = this.#somebodyAt(at, member);
      const kind = other === null ? 'post' : this.#random.weighted({ post: 3, reply: 6, reaction: 3 });
      const space = this.#random.pick(spaces);
      this.#add({ at, member, kind, to: kind === 'post' ? null : other, space, thread: this.#newThread() });
    }
  }

  #somebodyAt(at: Instant, except: string): string | null {
    const there = this.#present.filter(
      ({ member, from, until }) => member !== except && from <= at && at <= until + week,
    );
    return there.length === 0 ? null : this.#random.pick(there).member;
  }

  #newThread(): string {
    this.#threads += 1;
    return `t${this.#threads}`;
  }

  #add(activity: PracticeActivity): void {
    if (activity.at < this.#until) this.activities.push(activity);
  }
}
