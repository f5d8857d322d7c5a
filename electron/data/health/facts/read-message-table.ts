import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { Turns } from '../../service/turns.ts';
import { type MessageColumns, type MessageSpan, messagePages } from '../../store/activities/message-queries.ts';
import type { ReadDb } from '../../store/db.ts';
import { ManyNames } from './many-names.ts';
import { MessageBlocks } from './message-blocks.ts';
import { type MessageTable, UPHELD_THREAD } from './message-table.ts';
import type { PersonPositions } from './person-positions.ts';

/** How messages are read: who and where they are, in what turns, and who wants to know how far it is. */
export interface MessageReading {
  readonly people: Pick<PersonPositions, 'of'>;
  readonly spaceOf: (spaceId: number | null) => number;
  /** Names of the threads with an upheld report. */
  readonly upheld?: ReadonlySet<string>;
  readonly turns: Turns;
}

/**
 * Messages of counted people as columns: whose position is −1 wrote nothing and is answered by nobody. Read from the newest
 * to the oldest: so those that answer a message are met before it, and only keys that somebody waits for need be remembered,
 * not those of millions.
 */
export async function readMessageTable(
  db: ReadDb,
  communityId: CommunityId,
  span: MessageSpan,
  { people, spaceOf, upheld, turns }: MessageReading,
): Promise<MessageTable> {
  const blocks = new MessageBlocks();
  const threads = new ThreadNumbers();
  const parents = new WaitingForParents(blocks);
  for (const page of messagePages(db, communityId, span)) {
    for (const row of page) {
      const author = people.of(row[3]);
      if (author < 0) continue;
      const flags = row[8] | (row[5] !== null && upheld?.has(row[5]) ? UPHELD_THREAD : 0);
      const [target, thread, space] = [people.of(row[4]), threads.of(row[5]), spaceOf(row[6])];
      const placed = { at: row[1], day: row[2], author, thread, space, flags };
      const number = blocks.add({ ...placed, ...directed(row, author, target) });
      parents.meet(number, row[9], row[10]);
    }
    const oldest = page[page.length - 1]?.[1] ?? span.to;
    turns.progress('messages', Math.round(span.to - oldest), Math.round(span.to - span.from));
    await turns.next();
  }
  return turns.run(blocks.table(threads.count));
}

/** Whom a message is directed at, and at what level: at another account of one's own is at nobody. */
function directed(row: MessageColumns, author: number, target: number): { target: number; level: number } {
  if (target !== author || row[4] === row[3]) return { target, level: row[7] };
  // No answer to another person where it names no message that it answers.
  const isAnswer = row[10] !== '' || row[7] !== REPLIED;
  return { target: -1, level: isAnswer ? row[7] : SPOKE };
}

const SPOKE = 2;
const REPLIED = 3;

/** Numbers threads as they are met; −1 for none. */
class ThreadNumbers {
  readonly #numbers = new ManyNames();
  count = 0;

  of(name: string | null): number {
    if (name === null) return -1;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.count);
    this.count += 1;
    return this.count - 1;
  }
}

/** Messages whose parent has not been met yet, by its key. */
class WaitingForParents {
  readonly #blocks: MessageBlocks;
  readonly #waiting = new ManyNames();

  constructor(blocks: MessageBlocks) {
    this.#blocks = blocks;
  }

  /** Takes a message in: as the parent of those that wait for it, and as one that waits for its own. */
  meet(number: number, key: string, parentKey: string): void {
    const children = this.#waiting.get(key);
    if (children !== undefined) {
      this.#blocks.setParent(children, number);
      this.#waiting.delete(key);
    }
    if (parentKey === '') return;
    const others = this.#waiting.get(parentKey);
    if (others !== undefined) this.#blocks.setWaiting(number, others);
    this.#waiting.set(parentKey, number);
  }
}
