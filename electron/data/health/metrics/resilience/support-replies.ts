import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { isSpam } from '../connection/reply-finder.ts';
import { requestWaits } from '../connection/requests.ts';
import { MS_PER_DAY } from '../period-places.ts';

const NOBODY = -1;
/** A message to somebody without parent and thread answers what they asked within this time before. */
const DIRECTED_WITHIN_MS = 7 * MS_PER_DAY;

/**
 * Replies to support requests per author, by position, written from one instant up to before another. A reply answers the
 * request it names as its parent; without a parent the last request of its thread; without either the last request of the
 * person it is directed at, for 7 days. Answers to one's own request, and spam, do not count.
 */
export function* supportReplies(facts: HealthFacts, from: number, to: number): Steps<Int32Array> {
  const { messages, people } = facts;
  const isRequest = new Uint8Array(messages.count);
  for (const row of (yield* requestWaits(facts)).row) isRequest[row] = 1;
  const replies = new Int32Array(people.count);
  const requesterOf = requesters(facts, isRequest);
  for (let row = 0; row < messages.count; row += 1) {
    if (isStep(row)) yield;
    const at = messages.at[row] ?? 0;
    if (at >= to) break;
    const requester = requesterOf(row);
    if (at < from || requester === NOBODY || isSpam(messages, row)) continue;
    const author = messages.author[row] ?? 0;
    if (author !== requester) replies[author] = (replies[author] ?? 0) + 1;
  }
  return replies;
}

/** Whose request each row answers; to be asked row by row, in order. */
function requesters({ messages, people }: HealthFacts, isRequest: Uint8Array): (row: number) => number {
  const ofThread = new Map<number, number>();
  const askedAt = new Float64Array(people.count).fill(Number.NEGATIVE_INFINITY);

  function answered(row: number): number {
    const parent = messages.parent[row] ?? -1;
    if (parent >= 0) return isRequest[parent] === 1 ? (messages.author[parent] ?? NOBODY) : NOBODY;
    const thread = messages.thread[row] ?? -1;
    if (thread >= 0) return ofThread.get(thread) ?? NOBODY;
    const target = messages.target[row] ?? -1;
    const since = (messages.at[row] ?? 0) - (askedAt[target] ?? Number.NEGATIVE_INFINITY);
    return since <= DIRECTED_WITHIN_MS ? target : NOBODY;
  }

  function remember(row: number): void {
    const author = messages.author[row] ?? 0;
    const thread = messages.thread[row] ?? -1;
    askedAt[author] = messages.at[row] ?? 0;
    if (thread >= 0) ofThread.set(thread, author);
  }

  return (row) => {
    const requester = answered(row);
    if (isRequest[row] === 1) remember(row);
    return requester;
  };
}
