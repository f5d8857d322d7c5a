import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MessageBlocks } from '../../../electron/data/health/facts/message-blocks.ts';
import { type MessageTable, UPHELD_THREAD } from '../../../electron/data/health/facts/message-table.ts';
import { personPositions } from '../../../electron/data/health/facts/person-positions.ts';
import { readMessageTable } from '../../../electron/data/health/facts/read-message-table.ts';
import { Turns } from '../../../electron/data/service/turns.ts';
import { atOnce } from '../../../shared/domain/steps.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { addActivities, aPost } from '../../builders/new-activities.ts';

const DAY = 86_400_000;
/** More than are read at once, many of them at the same instant, some answering what comes later or is not there. */
const acts = fc.sample(
  fc.record({
    member: fc.integer({ min: 1, max: 30 }),
    target: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    hour: fc.integer({ min: 0, max: 900 }),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 3 as const, 4 as const),
    space: fc.constantFrom(null, 'garden', 'kitchen'),
    thread: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
    answers: fc.option(fc.integer({ min: 0, max: 5_200 }), { nil: null }),
    flags: fc.integer({ min: 0, max: 15 }),
  }),
  { numRuns: 5_000, seed: 5 },
);
const keyOf = (number: number) => Buffer.from(`key ${number}`);

let store: TestStore;
beforeAll(() => {
  store = openTestStore();
  const posts = acts.map(({ member, target, hour, thread, answers, ...rest }, at) =>
    aPost(`m${member}`, 20_000 * DAY + hour * 3_600_000, {
      ...rest,
      target: target === null ? null : `m${target}`,
      thread: thread === null ? null : `t${thread}`,
      key: keyOf(at),
      parentKey: answers === null ? null : keyOf(answers),
    }),
  );
  addActivities(store.write, store.communityId, posts, 0);
});
afterAll(() => store.close());

const from = 20_003 * DAY;
const to = 20_035 * DAY;
const spaceOf = (id: number | null) => (id === null ? -1 : id);

function read(counted: readonly number[], upheld?: ReadonlySet<string>): Promise<MessageTable> {
  const reading = { people: personPositions(counted), spaceOf, turns: new Turns(), ...(upheld && { upheld }) };
  return readMessageTable(store.read, store.communityId, { from, to }, reading);
}

/** The same, oldest first, one row after the other and with every key in memory. */
function byHand(counted: readonly number[]) {
  const rows = store.read
    .prepare(
      `SELECT *, hex(remote_key) AS key, hex(parent_key) AS parent FROM activities
       WHERE at BETWEEN ? AND ? AND level >= 2 ORDER BY at, id`,
    )
    .all(from, to) as Record<string, number & string>[];
  const rowOfKey = new Map<string, number>();
  const threads = new Map<string, number>();
  return rows
    .filter(({ member_id: id }) => counted.includes(id ?? 0))
    .map((row, at) => {
      const parent = rowOfKey.get(row.parent ?? '') ?? -1;
      rowOfKey.set(row.key ?? '', at);
      const thread = row.thread_key ?? null;
      if (thread !== null && !threads.has(thread)) threads.set(thread, threads.size);
      return {
        at: row.at,
        day: row.day,
        author: counted.indexOf(row.member_id ?? 0),
        target: counted.indexOf(row.target_member_id ?? 0),
        thread: thread === null ? -1 : threads.get(thread),
        parent,
        space: spaceOf(row.space_id ?? null),
        level: row.level,
        flags: row.flags,
      };
    });
}

function rowsOf({ count, ...columns }: MessageTable) {
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row]])),
  );
}

describe('messages as columns', () => {
  it.each([
    ['everybody', () => true],
    ['some, for the others are bots or of another server', (id: number) => id % 4 !== 1],
  ])('are those of the activities of %s, with their parents and threads', async (_, isCounted) => {
    const members = store.read.prepare('SELECT id FROM members ORDER BY id').pluck().all() as number[];
    const counted = members.filter(isCounted);
    const expected = byHand(counted);
    expect(expected.length).toBeGreaterThan(1_500);
    expect(expected.filter(({ parent }) => parent >= 0).length).toBeGreaterThan(100);
    expect(rowsOf(await read(counted))).toEqual(expected);
  });

  it('say which are in a thread with an upheld report', async () => {
    const counted = store.read.prepare('SELECT id FROM members ORDER BY id').pluck().all() as number[];
    const [plain, marked] = [await read(counted), await read(counted, new Set(['t7', 't8', 'elsewhere']))];
    const inThreads = store.read
      .prepare("SELECT count(*) FROM activities WHERE at BETWEEN ? AND ? AND level >= 2 AND thread_key IN ('t7', 't8')")
      .pluck()
      .get(from, to);
    expect(marked.flags.filter((flags) => flags >= UPHELD_THREAD).length).toBe(inThreads);
    expect(inThreads).toBeGreaterThan(3);
    expect(marked.flags.map((flags) => flags % UPHELD_THREAD)).toEqual(plain.flags);
  });

  it('are none where nobody is counted', async () => {
    expect(await read([])).toMatchObject({ count: 0 });
  });

  it.each([1, 65_536, 65_537, 140_000])('keep their order and parents over blocks: %i of them', (count) => {
    const blocks = new MessageBlocks();
    for (let number = 0; number < count; number += 1) {
      const at = count - number;
      blocks.add({ at, day: 0, author: at % 7, target: -1, thread: at % 3, space: -1, level: 2, flags: 0 });
      // Every second message answers the oldest one; all wait for it until it is met.
      if (number % 2 === 1) blocks.setWaiting(number, number - 2);
    }
    const last = count % 2 === 0 ? count - 1 : count - 2;
    if (last > 0) blocks.setParent(last, count - 1);
    const table = atOnce(blocks.table(3));
    expect(table.count).toBe(count);
    for (let row = 0; row < count; row += 1) {
      const number = count - 1 - row;
      const isRight =
        table.at[row] === row + 1 &&
        table.author[row] === (row + 1) % 7 &&
        table.parent[row] === (number % 2 === 1 ? 0 : -1) &&
        table.thread[row] === row % 3;
      if (!isRight) expect(row).toBe(-1);
    }
  });
});
