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
  readonly id: string;
  /** The id of the activity that a reply or reaction answers, always an earlier one. */
  readonly replyTo: string | null;
  /** Asks for support. */
  readonly request: boolean;
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

/** Replies that are answered in their turn, and threads in these spaces that ask for support. */
const answersBack = 0.35;
const asksForSupport = 0.4;
const supportSpaces: readonly string[] = ['housing', 'namechange'];

const spaces = ['introductions', 'bookclub', 'housing', 'namechange', 'outdoors', 'letters', 'swap'] as const;

/**
 * A year of dated activities of made-up members, oldest first, the same for the same plan. Newcomers who get a first
 * reply stay longer; a fifth were there from the beginning.
 */
export function liveAYear(plan: YearPlan): PracticeActivity[] {
  const random = new SeededRandom(plan.seed);
  const weeks = plan.weeks ?? 52;
  const start = plan.until - weeks * week;
  // What answers what is drawn apart, so that it changes nothing else about a year.
  const life = new Life(random, new SeededRandom(plan.seed + 1_000_003), plan.until);
  const count = plan.members ?? 300;
  for (let number = 1; number <= count; number += 1) {
    const isFounder = number <= count / 5;
    const joined = start + Math.floor(random.next() * (isFounder ? week : (weeks - 1) * week));
    life.live(`member-${String(number).padStart(4, '0')}`, joined);
  }
  return life.activities.sort((a, b) => a.at - b.at || (a.member < b.member ? -1 : 1));
}

const plain = { to: null, replyTo: null, request: false } as const;

/** One community while its year is being lived. */
class Life {
  readonly activities: PracticeActivity[] = [];
  readonly #random: SeededRandom;
  readonly #until: Instant;
  readonly #present: { readonly member: string; readonly from: Instant; until: Instant }[] = [];
  readonly #links: SeededRandom;
  /** Posts and replies of each member so far. */
  readonly #said = new Map<string, PracticeActivity[]>();
  #threads = 0;

  constructor(random: SeededRandom, links: SeededRandom, until: Instant) {
    this.#random = random;
    this.#links = links;
    this.#until = until;
  }

  live(member: string, joined: Instant): void {
    const presence = { member, from: joined, until: joined };
    this.#present.push(presence);
    this.#add({ ...plain, at: joined, member, kind: 'join', space: 'introductions', thread: '' });
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
    const first = this.#add({ ...plain, at, member, kind: 'post', space: 'introductions', thread });
    const host = this.#somebodyAt(at, member);
    if (host === null || !this.#random.chance(replyChance)) return false;
    const answeredAt = at + Math.floor(this.#random.wait(day));
    this.#answer(first, host, answeredAt);
    return true;
  }

  #spendWeek(member: string, from: Instant): void {
    const acts = this.#random.whole(1, 5);
    for (let count = 0; count < acts; count += 1) {
      const at = from + Math.floor(this.#random.next() * week);
      const other = this.#somebodyAt(at, member);
      const kind = other === null ? 'post' : this.#random.weighted({ post: 3, reply: 6, reaction: 3 });
      const space = this.#random.pick(spaces);
      const thread = this.#newThread();
      const found = other === null || kind === 'post' ? undefined : this.#somethingSaidBy(other, at);
      if (found) this.#take(found, member, at, kind === 'reaction' ? 'reaction' : 'reply');
      else if (kind === 'post') this.#post({ at, member, space, thread });
      else this.#add({ ...plain, at, member, kind, to: other, space, thread });
    }
  }

  #post({ at, member, space, thread }: Pick<PracticeActivity, 'at' | 'member' | 'space' | 'thread'>): void {
    const request = supportSpaces.includes(space) && this.#links.chance(asksForSupport);
    const post = this.#add({ ...plain, at, member, kind: 'post', space, thread, request });
    const helper = request && this.#links.chance(replyChance) ? this.#helperAt(at, member) : null;
    if (helper !== null) this.#answer(post, helper, at + 60_000 + Math.floor(this.#links.wait(day / 3)));
  }

  /** A reply or reaction to something that was said; a reply is answered now and then, and some of those again. */
  #take(said: PracticeActivity, member: string, at: Instant, kind: 'reply' | 'reaction'): void {
    if (kind === 'reply') {
      const reply = this.#answer(said, member, at);
      if (this.#links.chance(answersBack)) this.#answerBack(reply, said.member);
      return;
    }
    this.#add({ ...said, at, member, kind, to: said.member, replyTo: said.id, request: false });
  }

  #answerBack(reply: PracticeActivity, member: string): void {
    const at = reply.at + 60_000 + Math.floor(this.#links.wait(day / 4));
    const isThere = this.#present.some((one) => one.member === member && at <= one.until + week);
    if (isThere) this.#answer(reply, member, at);
  }

  #answer(said: PracticeActivity, member: string, at: Instant): PracticeActivity {
    return this.#add({ ...said, at, member, kind: 'reply', to: said.member, replyTo: said.id, request: false });
  }

  /** One of the newest things somebody said before that moment. Introductions keep the answers they were given. */
  #somethingSaidBy(member: string, at: Instant): PracticeActivity | undefined {
    const said = this.#said.get(member) ?? [];
    const before = said.filter((one) => one.at < at && one.space !== 'introductions').slice(-3);
    return before.length === 0 ? undefined : this.#links.pick(before);
  }

  #helperAt(at: Instant, except: string): string | null {
    return this.#oneOfThose(this.#links, at, except, 0);
  }

  #somebodyAt(at: Instant, except: string): string | null {
    return this.#oneOfThose(this.#random, at, except, week);
  }

  /** Somebody who is there at that moment, or was until so long before it. */
  #oneOfThose(random: SeededRandom, at: Instant, except: string, ago: number): string | null {
    const there = this.#present.filter(
      ({ member, from, until }) => member !== except && from <= at && at <= until + ago,
    );
    return there.length === 0 ? null : random.pick(there).member;
  }

  #newThread(): string {
    this.#threads += 1;
    return `t${this.#threads}`;
  }

  #add(activity: Omit<PracticeActivity, 'id'>): PracticeActivity {
    const added = { ...activity, id: `a${this.activities.length + 1}` };
    if (activity.at >= this.#until) return added;
    this.activities.push(added);
    if (activity.kind === 'post' || activity.kind === 'reply') this.#remember(added);
    return added;
  }

  #remember(activity: PracticeActivity): void {
    const said = this.#said.get(activity.member);
    if (said) said.push(activity);
    else this.#said.set(activity.member, [activity]);
  }
}
