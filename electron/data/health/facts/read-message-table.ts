import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import {
  countMessages,
  iterateMessages,
  keyName,
  type MessageColumns,
  readParentKeys,
} from '../../store/activities/message-queries.ts';
import type { ReadDb } from '../../store/db.ts';
import type { MessageTable } from './message-table.ts';
import type { PersonPositions } from './person-positions.ts';

export interface MessageSpan {
  readonly from: Instant;
  /** Inclusive. */
  readonly to: Instant;
}

type Columns = { -readonly [Name in keyof MessageTable]: MessageTable[Name] };

/** Rows after which other work of the process gets its turn. */
const ROWS_A_TURN = 50_000;

/** Messages of counted people as columns. Lets other work run in between, because there may be millions. */
export async function readMessageTable(
  db: ReadDb,
  communityId: CommunityId,
  span: MessageSpan,
  people: PersonPositions,
  spaceOf: (spaceId: number | null) => number,
): Promise<MessageTable> {
  const parents = readParentKeys(db, communityId, span.from, span.to);
  const columns = emptyColumns(countMessages(db, communityId, span.from, span.to));
  const threads = new Map<string, number>();
  const rowOfKey = new Map<string, number>();
  let filled = 0;
  let read = 0;
  for (const row of iterateMessages(db, communityId, { ...span, withKeys: parents.size > 0 })) {
    read += 1;
    if (read % ROWS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    const author = people.of(row[2]);
    if (author < 0) continue;
    fill(columns, filled, row, author, people, threads, spaceOf);
    columns.parent[filled] = parentRow(row, rowOfKey);
    const name = row[8] === null ? null : keyName(row[8]);
    if (name !== null && parents.has(name)) rowOfKey.set(name, filled);
    filled += 1;
  }
  return trimmed(columns, filled);
}

function parentRow(row: MessageColumns, rowOfKey: ReadonlyMap<string, number>): number {
  const parentKey = row[9];
  return parentKey === null ? -1 : (rowOfKey.get(keyName(parentKey)) ?? -1);
}

function fill(
  columns: Columns,
  at: number,
  row: MessageColumns,
  author: number,
  people: PersonPositions,
  threads: Map<string, number>,
  spaceOf: (spaceId: number | null) => number,
): void {
  columns.at[at] = row[0];
  columns.day[at] = row[1];
  columns.author[at] = author;
  columns.target[at] = people.of(row[3]);
  columns.thread[at] = row[4] === null ? -1 : denseNumber(threads, row[4]);
  columns.space[at] = spaceOf(row[5]);
  columns.level[at] = row[6];
  columns.flags[at] = row[7];
}

function denseNumber(known: Map<string, number>, name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  const next = known.size;
  known.set(name, next);
  return next;
}

function emptyColumns(room: number): Columns {
  return {
    count: room,
    at: new Float64Array(room),
    day: new Int32Array(room),
    author: new Int32Array(room),
    target: new Int32Array(room),
    thread: new Int32Array(room),
    parent: new Int32Array(room),
    space: new Int32Array(room),
    level: new Uint8Array(room),
    flags: new Uint8Array(room),
  };
}

function trimmed(columns: Columns, count: number): MessageTable {
  return {
    count,
    at: columns.at.subarray(0, count),
    day: columns.day.subarray(0, count),
    author: columns.author.subarray(0, count),
    target: columns.target.subarray(0, count),
    thread: columns.thread.subarray(0, count),
    parent: columns.parent.subarray(0, count),
    space: columns.space.subarray(0, count),
    level: columns.level.subarray(0, count),
    flags: columns.flags.subarray(0, count),
  };
}
