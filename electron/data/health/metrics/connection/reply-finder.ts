import { activityFlags } from '../../../../../shared/domain/activity.ts';
import { atOnce, isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { MessageTable } from '../../facts/message-table.ts';

/** True where the source tells in any way which message answers which. */
export function knowsReplies({ count, target, parent, thread }: MessageTable): boolean {
  for (let row = 0; row < count; row += 1) {
    if ((target[row] ?? -1) >= 0 || (parent[row] ?? -1) >= 0 || (thread[row] ?? -1) >= 0) return true;
  }
  return false;
}

/** Removed as spam before anybody saw it: neither asks nor answers. */
export function isSpam({ flags }: MessageTable, row: number): boolean {
  return ((flags[row] ?? 0) & activityFlags.spam) !== 0;
}

/**
 * Row of the first reply to each message, −1 where there is none up to the end of the table. A reply is a later message of
 * another person, seen by others, that
 * - has the message as its parent, or
 * - stands in the same thread, or
 * - is directed at the author, where nothing tells that it answers another message: its parent is unknown, and one of the
 *   two stands in no thread.
 * Computed once for a table, in one pass from its end.
 */
export function firstReplies(messages: MessageTable): Int32Array {
  return atOnce(firstRepliesInSteps(messages));
}

/** The same in steps. */
export function* firstRepliesInSteps(messages: MessageTable): Steps<Int32Array> {
  let replies = known.get(messages);
  if (!replies) {
    replies = yield* findFirstReplies(messages);
    known.set(messages, replies);
  }
  return replies;
}

const known = new WeakMap<MessageTable, Int32Array>();

function* findFirstReplies(messages: MessageTable): Steps<Int32Array> {
  const { count, author, thread, parent } = messages;
  const replies = new Int32Array(count).fill(-1);
  const inThread = laterInThread(1 + largest(thread, count));
  const directed = laterDirected(1 + Math.max(largest(messages.target, count), largest(author, count)));
  for (let row = count - 1; row >= 0; row -= 1) {
    if (isStep(row)) yield;
    const writer = author[row] ?? -1;
    const place = thread[row] ?? -1;
    // Children of this row were met before it: they have left their own row here already.
    replies[row] = earlier(replies[row] ?? -1, inThread.next(place, writer), directed.next(writer, place));
    if (isSpam(messages, row)) continue;
    inThread.pass(row, place, writer);
    const above = parent[row] ?? -1;
    if (above < 0) directed.pass(row, messages.target[row] ?? -1, place, writer);
    else if (author[above] !== writer) replies[above] = row;
  }
  return replies;
}

/** Walking back through the messages: the next one in a thread that somebody else wrote. */
function laterInThread(threads: number) {
  const next = new Int32Array(threads).fill(-1);
  const nextAuthor = new Int32Array(threads).fill(-1);
  const nextOfAnother = new Int32Array(threads).fill(-1);
  return {
    next: (thread: number, author: number) => {
      if (thread < 0) return -1;
      return (nextAuthor[thread] === author ? nextOfAnother[thread] : next[thread]) ?? -1;
    },
    pass: (row: number, thread: number, author: number) => {
      if (thread < 0) return;
      if (nextAuthor[thread] !== author) {
        nextOfAnother[thread] = next[thread] ?? -1;
        nextAuthor[thread] = author;
      }
      next[thread] = row;
    },
  };
}

/** Walking back through the messages: the next one directed at a person that does not tell what it answers. */
function laterDirected(people: number) {
  const anywhere = new Int32Array(people).fill(-1);
  const outsideThreads = new Int32Array(people).fill(-1);
  return {
    next: (person: number, thread: number) => (thread < 0 ? anywhere[person] : outsideThreads[person]) ?? -1,
    pass: (row: number, target: number, thread: number, author: number) => {
      if (target < 0 || target === author) return;
      anywhere[target] = row;
      if (thread < 0) outsideThreads[target] = row;
    },
  };
}

function earlier(one: number, other: number, third: number): number {
  // Read as unsigned, −1 is the largest number there is, so "none" never comes first.
  return Math.min(one >>> 0, other >>> 0, third >>> 0) | 0;
}

/** Largest of the first values of a column, −1 where there are none. */
export function largest(values: Int32Array, count: number): number {
  let most = -1;
  for (let at = 0; at < count; at += 1) most = Math.max(most, values[at] ?? -1);
  return most;
}
