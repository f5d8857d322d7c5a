import type { ActiveWeeks } from '../../store/activities/bitmap-queries.ts';
import { bitsIn, type MemberSet } from '../../store/activities/member-set.ts';
import type { WeekMembers } from '../../store/activities/week-members.ts';

/** Who is counted: everybody, or the members of one group, space or route, less some. Bots never are. */
export interface MemberFilter {
  readonly within?: MemberSet | undefined;
  readonly without?: MemberSet | undefined;
}

/**
 * Takes weeks apart into the members counted, week after week, into arrays that are used again: a pass over millions of
 * member-weeks makes nothing that has to be cleaned up. Members are told by position: their id less `firstMember`.
 */
export class WeekPass {
  readonly firstMember: number;
  /** Positions run from 0 up to this. */
  readonly room: number;
  /** Positions of the members of the week opened last, ascending. */
  readonly members: Int32Array;
  readonly #firstWord: number;
  /** One bit for each position: who is counted. */
  readonly #allowed: Uint32Array;
  /** Which of them hold anybody, ascending, where those are few: of a small group nothing else need be looked at. */
  readonly #few: Int32Array | undefined;
  #ranks = new Int32Array(0);

  constructor({ weeks, bots }: ActiveWeeks, { within, without }: MemberFilter = {}) {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    for (const { members } of weeks) {
      if (members.end === members.firstWord) continue;
      start = Math.min(start, members.firstWord);
      end = Math.max(end, members.end);
    }
    this.#firstWord = end === 0 ? 0 : start;
    this.#allowed = new Uint32Array(Math.max(0, end - this.#firstWord));
    this.firstMember = this.#firstWord * 32;
    this.room = this.#allowed.length * 32;
    this.members = new Int32Array(this.room);
    if (within) this.#join(within, (_, theirs) => theirs);
    else this.#allowed.fill(0xffffffff);
    for (const left of without ? [bots, without] : [bots]) this.#join(left, (mine, theirs) => mine & ~theirs);
    this.#few = within ? fewWords(this.#allowed) : undefined;
  }

  /** Where in the week's `days` each of the members stands, if it was opened with ranks. */
  get ranks(): Int32Array {
    return this.#ranks;
  }

  /** How many words of 32 positions there are. */
  get words(): number {
    return this.#allowed.length;
  }

  /** Adds the members of a week to a set of positions of `words` words. */
  addTo(active: Uint32Array, week: WeekMembers): void {
    const { members: set } = week;
    if (set.ascending || this.#few) {
      const count = this.open(week);
      for (let at = 0; at < count; at += 1) {
        const member = this.members[at] ?? 0;
        active[member >> 5] = (active[member >> 5] ?? 0) | (1 << (member & 31));
      }
      return;
    }
    const { words } = set;
    const offset = set.firstWord - this.#firstWord;
    const allowed = this.#allowed;
    for (let at = 0; at < words.length; at += 1) {
      const here = at + offset;
      active[here] = (active[here] ?? 0) | ((words[at] ?? 0) & (allowed[here] ?? 0));
    }
  }

  /** Fills `members` and answers how many there are. */
  open({ members: set }: WeekMembers): number {
    const { ascending } = set;
    if (ascending) return this.#openAscending(set.firstWord, ascending);
    const { words } = set;
    const offset = set.firstWord - this.#firstWord;
    if (this.#few) return this.#openFew(this.#few, words, offset);
    const allowed = this.#allowed;
    const members = this.members;
    let count = 0;
    for (let at = 0; at < words.length; at += 1) {
      let rest = (words[at] ?? 0) & (allowed[at + offset] ?? 0);
      const base = (at + offset) * 32 + 31;
      for (; rest !== 0; rest &= rest - 1) {
        members[count] = base - Math.clz32(rest & -rest);
        count += 1;
      }
    }
    return count;
  }

  #openFew(few: Int32Array, words: Uint32Array, offset: number): number {
    const [allowed, members] = [this.#allowed, this.members];
    let count = 0;
    for (const here of few) {
      const at = here - offset;
      if (at < 0) continue;
      if (at >= words.length) break;
      let rest = (words[at] ?? 0) & (allowed[here] ?? 0);
      for (; rest !== 0; rest &= rest - 1) {
        members[count] = here * 32 + 31 - Math.clz32(rest & -rest);
        count += 1;
      }
    }
    return count;
  }

  /** As `open`, and fills `ranks`. */
  openWithRanks({ members: set }: WeekMembers): number {
    if (this.#ranks.length === 0) this.#ranks = new Int32Array(this.room);
    const { ascending } = set;
    if (ascending) return this.#openAscendingWithRanks(set.firstWord, ascending);
    const { words } = set;
    const offset = set.firstWord - this.#firstWord;
    if (this.#few) return this.#openFewWithRanks(this.#few, words, offset);
    const allowed = this.#allowed;
    const members = this.members;
    const ranks = this.#ranks;
    let count = 0;
    let before = 0;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      let rest = word & (allowed[at + offset] ?? 0);
      const base = (at + offset) * 32 + 31;
      // Where everybody counts, ranks go up one by one.
      const isWhole = rest === (word | 0);
      for (; rest !== 0; rest &= rest - 1) {
        const lowest = rest & -rest;
        members[count] = base - Math.clz32(lowest);
        ranks[count] = isWhole ? before : before + bitsIn(word & (lowest - 1));
        if (isWhole) before += 1;
        count += 1;
      }
      if (!isWhole) before += bitsIn(word);
    }
    return count;
  }

  #openFewWithRanks(few: Int32Array, words: Uint32Array, offset: number): number {
    const [allowed, members, ranks] = [this.#allowed, this.members, this.#ranks];
    let count = 0;
    let before = 0;
    let counted = 0;
    for (const here of few) {
      const at = here - offset;
      if (at < 0) continue;
      if (at >= words.length) break;
      const word = words[at] ?? 0;
      let rest = word & (allowed[here] ?? 0);
      if (rest === 0) continue;
      for (; counted < at; counted += 1) before += bitsIn(words[counted] ?? 0);
      for (; rest !== 0; rest &= rest - 1) {
        const lowest = rest & -rest;
        members[count] = here * 32 + 31 - Math.clz32(lowest);
        ranks[count] = before + bitsIn(word & (lowest - 1));
        count += 1;
      }
    }
    return count;
  }

  /** From a set stored as steps from member to member (migration 0080). */
  #openAscending(firstWord: number, ids: Int32Array): number {
    const [allowed, members] = [this.#allowed, this.members];
    const first = (firstWord - this.#firstWord) * 32;
    let count = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const member = first + (ids[at] ?? 0);
      // Written in any case and kept where it counts: to branch on each of millions takes longer.
      members[count] = member;
      count += ((allowed[member >> 5] ?? 0) >>> (member & 31)) & 1;
    }
    return count;
  }

  /** The place of a member in the whole list is their rank. */
  #openAscendingWithRanks(firstWord: number, ids: Int32Array): number {
    const [allowed, members, ranks] = [this.#allowed, this.members, this.#ranks];
    const first = (firstWord - this.#firstWord) * 32;
    let count = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const member = first + (ids[at] ?? 0);
      members[count] = member;
      ranks[count] = at;
      count += ((allowed[member >> 5] ?? 0) >>> (member & 31)) & 1;
    }
    return count;
  }

  #join(set: MemberSet, join: (mine: number, theirs: number) => number): void {
    const { firstWord, words } = set;
    for (let at = 0; at < words.length; at += 1) {
      const here = firstWord + at - this.#firstWord;
      if (here >= 0 && here < this.#allowed.length) {
        this.#allowed[here] = join(this.#allowed[here] ?? 0, words[at] ?? 0);
      }
    }
  }
}

/** With at most so many words to one that holds anybody, passing over all of them is quicker. */
const SPARSE = 4;

function fewWords(words: Uint32Array): Int32Array | undefined {
  const few: number[] = [];
  for (const [here, word] of words.entries()) if (word !== 0) few.push(here);
  return few.length * SPARSE > words.length ? undefined : Int32Array.from(few);
}
