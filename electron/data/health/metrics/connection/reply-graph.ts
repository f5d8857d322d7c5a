import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { DayNumber } from '../../calendar/civil-day.ts';
import { listsOf } from '../../engine/arc-lists.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { firstPlaceFrom } from '../first-place-from.ts';
import { missing } from '../missing.ts';
import type { RawMissing } from '../raw-result.ts';
import type { Period } from '../window.ts';
import { isSpam } from './reply-finder.ts';

/** Length of the window in which ties are counted (health.md R8 to R11). */
export const TIE_DAYS = 90;

/** Ties from one person to another as parallel lists. */
export interface Ties {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** One tie per message, with the space it was made in; −1 unknown. */
interface PlacedTies extends Ties {
  readonly space: Int32Array;
}

/** Two days, both included. */
export interface DaySpan {
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
}

/** The 90 days up to the end of a period, or up to the end of the data where it lies before. */
export function tieDays(facts: HealthFacts, period: Period): DaySpan {
  const lastDay = Math.min(period.lastDay, facts.lastDay);
  return { firstDay: lastDay - TIE_DAYS + 1, lastDay };
}

/** Whether the data reach back over all of a span: ties of fewer days would not compare with those of others. */
export function isCovered(facts: HealthFacts, { firstDay }: DaySpan): boolean {
  return firstDay >= facts.firstDay && facts.calendar.startOf(firstDay) >= facts.messagesFrom;
}

/** Whom a message is directed at: its target, or the author of its parent; −1 for nobody and for oneself. */
export function addresseeOf({ messages }: HealthFacts, row: number): number {
  const target = messages.target[row] ?? -1;
  const person = target >= 0 ? target : (messages.author[messages.parent[row] ?? -1] ?? -1);
  return person === messages.author[row] ? -1 : person;
}

/** What is still needed before ties can be counted: a thread alone does not tell who turned to whom, and none is not zero. */
export function lackOfTies({ messages }: HealthFacts): RawMissing | undefined {
  if (messages.count === 0) return missing('messages');
  for (let row = 0; row < messages.count; row += 1) {
    if ((messages.target[row] ?? -1) >= 0 || (messages.parent[row] ?? -1) >= 0) return undefined;
  }
  return missing('reply-links');
}

/** Ties made by the messages of a span that others saw; the same two people as often as they wrote. */
export function* tiesOf(facts: HealthFacts, { firstDay, lastDay }: DaySpan): Steps<PlacedTies> {
  const { messages } = facts;
  const start = firstRowFrom(messages.day, messages.count, firstDay);
  const end = firstRowFrom(messages.day, messages.count, lastDay + 1);
  const from = new Int32Array(end - start);
  const to = new Int32Array(end - start);
  const space = new Int32Array(end - start);
  let filled = 0;
  for (let row = start; row < end; row += 1) {
    if (isStep(row)) yield;
    const addressee = addresseeOf(facts, row);
    if (addressee < 0 || isSpam(messages, row)) continue;
    from[filled] = messages.author[row] ?? 0;
    to[filled] = addressee;
    space[filled] = messages.space[row] ?? -1;
    filled += 1;
  }
  return { from: from.subarray(0, filled), to: to.subarray(0, filled), space: space.subarray(0, filled) };
}

/** First row of a day or a later one; days are ascending. */
export function firstRowFrom(days: Int32Array, count: number, day: DayNumber): number {
  return firstPlaceFrom(days, day, 0, count);
}

/** The ties of the 90 days of a period, each once, in the order of who and to whom. Computed once for facts and a period. */
export function* distinctTiesOf(facts: HealthFacts, period: Period): Steps<Ties> {
  const span = tieDays(facts, period);
  const spans = known.get(facts) ?? new Map<DayNumber, Ties>();
  known.set(facts, spans);
  // Spans of 90 days differ by their last day alone.
  const found = spans.get(span.lastDay) ?? (yield* distinctTies(yield* tiesOf(facts, span), facts.people.count));
  spans.set(span.lastDay, found);
  return found;
}

const known = new WeakMap<HealthFacts, Map<DayNumber, Ties>>();

function* distinctTies({ from, to }: Ties, people: number): Steps<Ties> {
  const { starts, others } = yield* listsOf(from, to, people);
  const ties = { from: new Int32Array(others.length), to: new Int32Array(others.length) };
  let filled = 0;
  for (let person = 0; person < people; person += 1) {
    if (isStep(person)) yield;
    const first = filled;
    const end = starts[person + 1] ?? 0;
    for (let at = starts[person] ?? 0; at < end; at += 1) {
      if (filled > first && ties.to[filled - 1] === others[at]) continue;
      ties.from[filled] = person;
      ties.to[filled] = others[at] ?? 0;
      filled += 1;
    }
  }
  return { from: ties.from.subarray(0, filled), to: ties.to.subarray(0, filled) };
}
