import { isStep, type Steps } from '../../../../shared/domain/steps.ts';
import type { MessageTable } from './message-table.ts';

/** Rows of a block. Blocks keep what was read where it is: columns that grow would be copied again and again. */
const BLOCK = 1 << 16;

type Columns = { -readonly [Name in Exclude<keyof MessageTable, 'count'>]: MessageTable[Name] };

/** The columns of one message that are known when it is read. */
export interface MessageRow {
  readonly at: number;
  readonly day: number;
  readonly author: number;
  readonly target: number;
  readonly thread: number;
  readonly space: number;
  readonly level: number;
  readonly flags: number;
}

/** Messages taken newest first. A message goes by its number: how many newer ones there are. */
export class MessageBlocks {
  readonly #blocks: Columns[] = [];
  #count = 0;

  /** Adds the next older message and answers its number. */
  add(row: MessageRow): number {
    const number = this.#count;
    if (number % BLOCK === 0) this.#blocks.push(emptyColumns(BLOCK));
    this.#count += 1;
    const block = this.#blockOf(number);
    const at = placeIn(number);
    block.at[at] = row.at;
    block.day[at] = row.day;
    block.author[at] = row.author;
    block.target[at] = row.target;
    block.thread[at] = row.thread;
    block.space[at] = row.space;
    block.level[at] = row.level;
    block.flags[at] = row.flags;
    block.parent[at] = NONE;
    return number;
  }

  /** Keeps a number with a message whose parent has not been met: the next one of those that wait for the same parent. */
  setWaiting(number: number, next: number): void {
    this.#blockOf(number).parent[placeIn(number)] = FIRST_WAITING - next;
  }

  /** Gives a parent to a message and to all that wait along with it. */
  setParent(number: number, parent: number): void {
    for (let waiting = number; waiting >= 0; ) {
      const column = this.#blockOf(waiting).parent;
      const at = placeIn(waiting);
      const link = column[at] ?? NONE;
      column[at] = parent;
      waiting = link <= FIRST_WAITING ? FIRST_WAITING - link : -1;
    }
  }

  /** The table, oldest message first, its threads numbered as they appear in it. Uses the blocks up. */
  *table(threads: number): Steps<MessageTable> {
    const count = this.#count;
    const columns = emptyColumns(count);
    let filled = 0;
    for (let block = this.#blocks.pop(); block; block = this.#blocks.pop()) {
      // Blocks are filled from their end; only the one with the oldest messages may have room left.
      const from = filled === 0 ? (BLOCK - (count % BLOCK)) % BLOCK : 0;
      for (const name of columnNames) columns[name].set(block[name].subarray(from), filled);
      filled += BLOCK - from;
      yield;
    }
    const numbers = new Int32Array(threads).fill(NONE);
    let met = 0;
    for (let row = 0; row < count; row += 1) {
      if (isStep(row)) yield;
      const parent = columns.parent[row] ?? NONE;
      columns.parent[row] = parent < 0 ? NONE : count - 1 - parent;
      const thread = columns.thread[row] ?? NONE;
      if (thread < 0) continue;
      if (numbers[thread] === NONE) {
        numbers[thread] = met;
        met += 1;
      }
      columns.thread[row] = numbers[thread] ?? NONE;
    }
    return { count, ...columns };
  }

  #blockOf(number: number): Columns {
    const block = this.#blocks[Math.floor(number / BLOCK)];
    if (!block) throw new RangeError('no such message');
    return block;
  }
}

const NONE = -1;
/** Numbers from here down are those of messages that wait for the same parent: this one less the number. */
const FIRST_WAITING = -2;

function placeIn(number: number): number {
  return BLOCK - 1 - (number % BLOCK);
}

function emptyColumns(room: number): Columns {
  return {
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

const columnNames = ['at', 'day', 'author', 'target', 'thread', 'parent', 'space', 'level', 'flags'] as const;
