import { bitsIn, MemberSet } from './member-set.ts';

/** The members active in one week, and for the whole community on which of its days. */
export interface WeekMembers {
  /** Local day number of the week's Monday. */
  readonly week: number;
  readonly members: MemberSet;
  /** One byte for each member, in ascending order: bit 0 is Monday. Empty where days are not kept or not read. */
  readonly days: Uint8Array;
}

/**
 * Adds members with their days to a week. `added` holds members ascending. Answers the week as it is then, or undefined
 * where nothing changed. The set given is used up: read the answer instead.
 */
export function withMembers(
  { week, members, days }: WeekMembers,
  added: ReadonlyMap<number, number>,
  keepDays: boolean,
): WeekMembers | undefined {
  if (!keepDays) {
    let changed = false;
    for (const id of added.keys()) if (members.add(id)) changed = true;
    return changed ? { week, members, days } : undefined;
  }
  const result = new Uint8Array(days.length + added.size);
  const ranks = new Ranks(members);
  let changed = false;
  let read = 0;
  let written = 0;
  const newcomers: number[] = [];
  for (const [id, mask] of added) {
    const rank = ranks.of(id);
    result.set(days.subarray(read, rank), written);
    written += rank - read;
    read = rank;
    const known = members.has(id) ? (days[rank] ?? 0) : undefined;
    if (known === undefined) newcomers.push(id);
    else read += 1;
    if (known === undefined || (known | mask) !== known) changed = true;
    result[written] = (known ?? 0) | mask;
    written += 1;
  }
  if (!changed) return undefined;
  result.set(days.subarray(read), written);
  written += days.length - read;
  for (const id of newcomers) members.add(id);
  return { week, members, days: result.subarray(0, written) };
}

/**
 * Takes members out of a week. `ids` holds members of it, ascending. Answers the week without them, and of each the days on
 * which they were active, 0 where days are not kept. The set given stays as it is.
 */
export function takenOut(
  { week, members, days }: WeekMembers,
  ids: readonly number[],
): { readonly rest: WeekMembers; readonly masks: ReadonlyMap<number, number> } {
  const others = members.minus(MemberSet.fromIds(ids));
  if (days.length === 0) return { rest: { week, members: others, days }, masks: new Map(ids.map((id) => [id, 0])) };
  const kept = new Uint8Array(days.length - ids.length);
  const ranks = new Ranks(members);
  const masks = new Map<number, number>();
  let read = 0;
  let written = 0;
  for (const id of ids) {
    const rank = ranks.of(id);
    masks.set(id, days[rank] ?? 0);
    kept.set(days.subarray(read, rank), written);
    written += rank - read;
    read = rank + 1;
  }
  kept.set(days.subarray(read), written);
  return { rest: { week, members: others, days: kept }, masks };
}

/** A week in which nobody was active. */
export function emptyWeek(week: number): WeekMembers {
  return { week, members: MemberSet.empty(), days: new Uint8Array(0) };
}

/** How many members of a set come before one. Asked in ascending order, it passes over the set once. */
class Ranks {
  readonly #set: MemberSet;
  #word = 0;
  #before = 0;

  constructor(set: MemberSet) {
    this.#set = set;
  }

  of(id: number): number {
    const { words, firstWord } = this.#set;
    const target = Math.floor(id / 32) - firstWord;
    for (; this.#word < target && this.#word < words.length; this.#word += 1) {
      this.#before += bitsIn(words[this.#word] ?? 0);
    }
    if (target < 0 || target >= words.length) return this.#before;
    return this.#before + bitsIn((words[target] ?? 0) & ((1 << (id % 32)) - 1));
  }
}
