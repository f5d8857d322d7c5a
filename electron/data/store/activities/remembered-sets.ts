import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** What was read, and how much memory it takes. */
export interface Sized<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** Of one connection; enough for every level of a community of 200,000 members over three years. */
const MOST_BYTES = 48 * 1024 * 1024;

/** What one connection has read at a revision, oldest use first. */
interface Memory {
  revision: number;
  bytes: number;
  readonly kept: Map<string, Sized<unknown>>;
}

const memories = new WeakMap<object, Memory>();

/**
 * Answers what `read` answers, from memory where this connection has read it before and no set of members in the file has
 * changed since (`member_set_revision`, migration 0250). Goes with the connection, so nothing stays after locking. What
 * is answered is shared: nobody may write to it. `read` must read sets of members and nothing else.
 */
export function rememberedSets<Value>(db: ReadDb, name: string, read: () => Sized<Value>): Value {
  // What a transaction that is still open has written may never come to be, and another may take its revision.
  if (!db.readonly) return read().value;
  const memory = memoryOf(db);
  const known = memory.kept.get(name) as Sized<Value> | undefined;
  const found = known ?? read();
  memory.kept.delete(name);
  memory.kept.set(name, found);
  if (known === undefined) memory.bytes += found.bytes;
  for (const [oldest, { bytes }] of memory.kept) {
    if (memory.bytes <= MOST_BYTES) break;
    memory.kept.delete(oldest);
    memory.bytes -= bytes;
  }
  return found.value;
}

function memoryOf(db: ReadDb): Memory {
  const row = statement<{ revision: number }>(db, 'SELECT revision FROM member_set_revision').get();
  const revision = row?.revision ?? 0;
  const known = memories.get(db);
  if (known?.revision === revision) return known;
  const memory: Memory = { revision, bytes: 0, kept: new Map() };
  memories.set(db, memory);
  return memory;
}
