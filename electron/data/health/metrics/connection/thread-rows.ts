import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { MessageTable } from '../../facts/message-table.ts';
import { isSpam } from './reply-finder.ts';
import { threadStarts } from './requests.ts';

/** Messages by thread: rows of thread t, oldest first, are `rows[offsets[t]]` up to `rows[offsets[t + 1]]`. */
interface ThreadRows {
  /** Row that starts each thread, −1 where it began before the table. */
  readonly starts: Int32Array;
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/** The messages that others saw by thread; those without a thread are left out. Computed once for a table. */
function* threadRows(messages: MessageTable): Steps<ThreadRows> {
  let rows = known.get(messages);
  if (!rows) {
    rows = yield* groupByThread(messages);
    known.set(messages, rows);
  }
  return rows;
}

const known = new WeakMap<MessageTable, ThreadRows>();

function* groupByThread(messages: MessageTable): Steps<ThreadRows> {
  const starts = yield* threadStarts(messages);
  const offsets = new Int32Array(starts.length + 1);
  const threadOf = (row: number) => (isSpam(messages, row) ? -1 : (messages.thread[row] ?? -1));
  for (let row = 0; row < messages.count; row += 1) {
    if (isStep(row)) yield;
    const thread = threadOf(row);
    if (thread >= 0) offsets[thread + 1] = (offsets[thread + 1] ?? 0) + 1;
  }
  for (let thread = 0; thread < starts.length; thread += 1) {
    offsets[thread + 1] = (offsets[thread + 1] ?? 0) + (offsets[thread] ?? 0);
  }
  const next = offsets.slice();
  const rows = new Int32Array(offsets[starts.length] ?? 0);
  for (let row = 0; row < messages.count; row += 1) {
    if (isStep(row)) yield;
    const thread = threadOf(row);
    if (thread < 0) continue;
    const place = next[thread] ?? 0;
    rows[place] = row;
    next[thread] = place + 1;
  }
  return { starts, offsets, rows };
}

/** Threads are taken for as long as this: each is looked at closely. */
const ROWS_A_THREAD = 32;

/** Calls `meet` for each thread that was followed for `withinMs`, with its start and its rows up to then, in steps. */
export function* eachThread(
  messages: MessageTable,
  cutOff: number,
  withinMs: number,
  meet: (start: number, rows: Int32Array) => void,
): Steps<void> {
  const { starts, offsets, rows } = yield* threadRows(messages);
  for (let thread = 0; thread < starts.length; thread += 1) {
    if (isStep(thread * ROWS_A_THREAD)) yield;
    const start = starts[thread] ?? -1;
    const until = (messages.at[start] ?? Number.POSITIVE_INFINITY) + withinMs;
    if (start < 0 || until > cutOff) continue;
    const first = offsets[thread] ?? 0;
    let end = offsets[thread + 1] ?? 0;
    while (end > first && (messages.at[rows[end - 1] ?? 0] ?? 0) > until) end -= 1;
    meet(start, rows.subarray(first, end));
  }
}
