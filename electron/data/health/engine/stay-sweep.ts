import type { ActiveWeeks } from '../../store/activities/bitmap-queries.ts';
import { lowestBit } from '../../store/activities/member-set.ts';
import type { WeekMembers } from '../../store/activities/week-members.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { StayCurve } from '../metrics/stay-curve.ts';
import { stillHere } from '../metrics/stay-curve.ts';
import { lapsedBefore, outcomeOfLapse, type StayOptions } from '../metrics/stay-follow-up.ts';
import { EventTally } from './event-tally.ts';
import { firstActiveDay } from './period-batches.ts';
import { type MemberFilter, WeekPass } from './week-pass.ts';

/** How to follow people: as in `StayOptions`, people told by member number. */
export interface SweepOptions extends StayOptions, MemberFilter {}

/**
 * The stay curve of `stayCurve` by one pass over sets of members, oldest week first, holding only each member's first and
 * last day so far and where they lapsed. Pass all stored weeks, read with days. Rules of health.md B.4. Z8.
 */
export function stayCurveOf(active: ActiveWeeks, options: SweepOptions): StayCurve {
  const pass = new WeekPass(active, options);
  const sweep = new StaySweep(pass, options.gap);
  for (const week of active.weeks) sweep.add(week, pass.openWithRanks(week));
  const dataStart = options.dataStart ?? firstActiveDay(pass, active.weeks) ?? 0;
  const firstWeek = active.weeks[0]?.week ?? dataStart;
  const { tally, tooRecent, joinedEarlier } = followUps(sweep, pass, { ...options, dataStart, firstWeek });
  const { event, competing, censored } = tally.endings;
  const rows = tally.rows();
  return {
    gap: options.gap,
    lastDay: options.lastDay,
    followed: event + competing + censored,
    lapsed: event,
    removed: competing,
    censored,
    tooRecent,
    joinedEarlier,
    spam: options.spam?.size ?? 0,
    rows,
    steps: stillHere(rows),
  };
}

/** When people came and when they first went quiet, side by side, by ascending member number. */
export interface Lapses {
  readonly people: Int32Array;
  /** First active day. */
  readonly first: Int32Array;
  /** The day on which the first run of more than G inactive days began; the run after the last active day counts. */
  readonly gone: Int32Array;
}

/** Of everybody counted, when they came and when they first went quiet. Pass all stored weeks, read with days. */
export function lapsesOf(active: ActiveWeeks, { within, gap }: MemberFilter & Pick<StayOptions, 'gap'>): Lapses {
  const pass = new WeekPass(active, { within });
  const sweep = new StaySweep(pass, gap);
  for (const week of active.weeks) sweep.add(week, pass.openWithRanks(week));
  const room = sweep.first.reduce((sum, day) => (day === NONE ? sum : sum + 1), 0);
  const lapses = { people: new Int32Array(room), first: new Int32Array(room), gone: new Int32Array(room) };
  let filled = 0;
  for (let member = 0; member < pass.room; member += 1) {
    const first = sweep.first[member] ?? NONE;
    if (first === NONE) continue;
    lapses.people[filled] = member + pass.firstMember;
    lapses.first[filled] = first;
    lapses.gone[filled] = sweep.goneOn(member);
    filled += 1;
  }
  return lapses;
}

/** No day yet. Days are 32-bit numbers, this one further from 1970 than any calendar goes. */
const NONE = -0x80000000;

/** By mask of a week's days (bit 0 is Monday): the first and the last of them. */
const FIRST_OF = new Int8Array(128);
const LAST_OF = new Int8Array(128);
for (let mask = 1; mask < 128; mask += 1) {
  FIRST_OF[mask] = lowestBit(mask);
  LAST_OF[mask] = 31 - Math.clz32(mask);
}
/** No two days of one week have more inactive days between them. */
const LONGEST_GAP_IN_A_WEEK = 5;

class StaySweep {
  /** By position: first active day, last one so far, and the day on which the first gap that was too long began. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly lapse: Int32Array;
  readonly #pass: WeekPass;
  readonly #gap: number;

  constructor(pass: WeekPass, gap: number) {
    this.first = new Int32Array(pass.room).fill(NONE);
    this.last = new Int32Array(pass.room).fill(NONE);
    this.lapse = new Int32Array(pass.room).fill(NONE);
    this.#pass = pass;
    this.#gap = gap;
  }

  /** Adds the first `count` members that the pass has opened. */
  add({ week, days }: WeekMembers, count: number): void {
    const { members, ranks } = this.#pass;
    if (this.#gap < LONGEST_GAP_IN_A_WEEK) {
      for (let at = 0; at < count; at += 1) this.#addEach(members[at] ?? 0, week, days[ranks[at] ?? 0] ?? 0);
      return;
    }
    const [first, last, lapse, gap] = [this.first, this.last, this.lapse, this.#gap];
    for (let at = 0; at < count; at += 1) {
      const member = members[at] ?? 0;
      const mask = days[ranks[at] ?? 0] ?? 0;
      const met = week + (FIRST_OF[mask] ?? 0);
      const before = last[member] ?? NONE;
      if (before === NONE) first[member] = met;
      else if (met - before > gap + 1 && lapse[member] === NONE) lapse[member] = before + 1;
      last[member] = week + (LAST_OF[mask] ?? 0);
    }
  }

  /** Day on which a member first went quiet for too long, or the day after the last one so far. */
  goneOn(member: number): DayNumber {
    const lapse = this.lapse[member] ?? NONE;
    return lapse === NONE ? (this.last[member] ?? 0) + 1 : lapse;
  }

  #addEach(member: number, week: DayNumber, mask: number): void {
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const day = week + lowestBit(rest);
      const before = this.last[member] ?? NONE;
      if (before === NONE) this.first[member] = day;
      else if (day - before > this.#gap + 1 && this.lapse[member] === NONE) this.lapse[member] = before + 1;
      this.last[member] = day;
    }
  }
}

interface FollowUpTally {
  readonly tally: EventTally;
  readonly tooRecent: number;
  readonly joinedEarlier: number;
}

function followUps(
  sweep: StaySweep,
  pass: WeekPass,
  options: SweepOptions & { readonly dataStart: DayNumber; readonly firstWeek: DayNumber },
): FollowUpTally {
  const knownTo = options.lastDay - options.gap;
  // Nobody is met before the first week, so no time is longer.
  const span = Math.max(0, knownTo - options.firstWeek);
  const tally = new EventTally(span);
  const special = markPositions(pass, options);
  const left = { tooRecent: 0, joinedEarlier: 0 };
  const lapsed = new Int32Array(span + 1);
  const staying = new Int32Array(span + 1);
  for (let member = 0; member < pass.room; member += 1) {
    const met = sweep.first[member] ?? NONE;
    if (met === NONE) continue;
    const gone = sweep.goneOn(member);
    if (special[member] === 1) {
      const reason = addSpecial(tally, member + pass.firstMember, met, gone, options);
      if (reason !== undefined) left[reason] += 1;
    } else if (met > knownTo) left.tooRecent += 1;
    else if (gone > knownTo) increase(staying, knownTo - met);
    else increase(lapsed, gone - met);
  }
  tally.addMany(lapsed, 'event');
  tally.addMany(staying, 'censored');
  return { tally, ...left };
}

function increase(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Somebody whose account ended, spam among them, or who joined before the data starts: few enough to be looked up one by one. */
function addSpecial(
  tally: EventTally,
  id: number,
  met: DayNumber,
  gone: DayNumber,
  { lastDay, gap, ends, spam, joinedEarlier, dataStart }: SweepOptions & { readonly dataStart: DayNumber },
): 'tooRecent' | 'joinedEarlier' | undefined {
  if (spam?.has(id)) return undefined;
  const knownTo = lastDay - gap;
  const early = joinedEarlier?.has(id) ?? false;
  const origin = early ? joinedEarlier?.get(id) : met;
  if (origin === undefined || (early && lapsedBefore(met, dataStart, gap))) return 'joinedEarlier';
  if ((early ? dataStart : met) > knownTo) return 'tooRecent';
  const { day, ending } = outcomeOfLapse(gone, ends?.get(id), gap, knownTo);
  tally.add(day - origin, ending, early ? Math.max(0, dataStart - origin) : undefined);
  return undefined;
}

/** 1 at the positions of people whose account ended or who joined earlier. */
function markPositions(pass: WeekPass, { ends, spam, joinedEarlier }: SweepOptions): Uint8Array {
  const marked = new Uint8Array(pass.room);
  for (const people of [ends, spam, joinedEarlier]) {
    for (const id of people?.keys() ?? []) marked[id - pass.firstMember] = 1;
  }
  return marked;
}
