import { activityFlags } from '../../../../../shared/domain/activity.ts';
import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import type { MessageTable } from '../../facts/message-table.ts';
import { firstRepliesInSteps, isSpam, largest } from './reply-finder.ts';

/** Support requests and how the wait of each went, as parallel columns, oldest first. */
export interface RequestWaits {
  readonly count: number;
  /** Row of the request among the messages. */
  readonly row: Int32Array;
  readonly askedAt: Float64Array;
  /** First reply by another person; NaN where nobody has answered. */
  readonly repliedAt: Float64Array;
  /** When the thread was closed or removed; NaN while it is open. */
  readonly closedAt: Float64Array;
}

/**
 * Every support request in the table: a message flagged as one, or one that starts a thread in a space of purpose
 * `support`; not where its author wants no answer, and not what was removed as spam. In steps; computed once for facts.
 */
export function* requestWaits(facts: HealthFacts): Steps<RequestWaits> {
  let waits = known.get(facts);
  if (!waits) {
    waits = yield* waitsOf(facts.messages, yield* requestRows(facts));
    known.set(facts, waits);
  }
  return waits;
}

const known = new WeakMap<HealthFacts, RequestWaits>();

/**
 * Row that starts each thread, −1 where it began before the table or was spam. The first row of a thread is its start
 * unless it is a reply to something unknown.
 */
export function* threadStarts(messages: MessageTable): Steps<Int32Array> {
  const { count, thread, parent, target, level } = messages;
  const starts = new Int32Array(1 + largest(thread, count)).fill(UNSEEN);
  for (let row = 0; row < count; row += 1) {
    if (isStep(row)) yield;
    const place = thread[row] ?? -1;
    if (place < 0 || starts[place] !== UNSEEN) continue;
    const repliesToUnknown = level[row] === 3 && (target[row] ?? -1) < 0;
    starts[place] = (parent[row] ?? -1) >= 0 || repliesToUnknown || isSpam(messages, row) ? -1 : row;
  }
  return starts;
}

const UNSEEN = -2;

function* requestRows({ messages, spaces }: HealthFacts): Steps<Int32Array> {
  const starts = yield* threadStarts(messages);
  const isSupport = Uint8Array.from(spaces, ({ purpose }) => (purpose === 'support' ? 1 : 0));
  const { request, noAnswerWanted } = activityFlags;
  const rows: number[] = [];
  for (let row = 0; row < messages.count; row += 1) {
    if (isStep(row)) yield;
    const flags = messages.flags[row] ?? 0;
    if ((flags & noAnswerWanted) !== 0 || isSpam(messages, row)) continue;
    const opensSupport = isSupport[messages.space[row] ?? -1] === 1 && starts[messages.thread[row] ?? -1] === row;
    if ((flags & request) !== 0 || opensSupport) rows.push(row);
  }
  return Int32Array.from(rows);
}

function* waitsOf(messages: MessageTable, row: Int32Array): Steps<RequestWaits> {
  const replies = yield* firstRepliesInSteps(messages);
  const timeOf = (message: number) => (message < 0 ? Number.NaN : (messages.at[message] ?? Number.NaN));
  return {
    count: row.length,
    row,
    askedAt: Float64Array.from(row, timeOf),
    repliedAt: Float64Array.from(row, (request) => timeOf(replies[request] ?? -1)),
    closedAt: yield* closings(messages, row),
  };
}

/** For each request the first closing of its thread at or after it; a request without a thread can only close itself. */
function* closings(messages: MessageTable, requests: Int32Array): Steps<Float64Array> {
  const closedAt = new Float64Array(requests.length).fill(Number.NaN);
  const next = new Float64Array(1 + largest(messages.thread, messages.count)).fill(Number.NaN);
  let place = requests.length - 1;
  for (let row = messages.count - 1; row >= 0 && place >= 0; row -= 1) {
    if (isStep(row)) yield;
    const thread = messages.thread[row] ?? -1;
    const closes = ((messages.flags[row] ?? 0) & activityFlags.closed) !== 0;
    if (closes && thread >= 0) next[thread] = messages.at[row] ?? Number.NaN;
    if (requests[place] !== row) continue;
    const itself = closes ? (messages.at[row] ?? Number.NaN) : Number.NaN;
    closedAt[place] = thread < 0 ? itself : (next[thread] ?? Number.NaN);
    place -= 1;
  }
  return closedAt;
}
