import { importFile } from '../../electron/data/platforms/files/import-file.ts';
import { startImport } from '../../electron/data/store/imports/commands.ts';
import type { Store } from '../../electron/data/store/open.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { type Act, generateActs, writeActs } from './acts-file.ts';
import { emptyStore, removeStore } from './empty-store.ts';
import { insertRow, type Row } from './insert-row.ts';
import { atLeast, type Measurement, medianOf, timeOnce } from './measure.ts';

export const actsMapping = {
  columns: { member: 'from', target: 'to', at: 'at', id: 'id' },
  timeFormat: 'unix-seconds',
  defaultKind: 'message',
} as const;

const rowsPerTransaction = 2_000;

/** Adds a community that is known from files alone. */
export function addFileCommunity(store: Store): CommunityId {
  return insertRow(store.write, 'communities', {
    name: 'bench',
    platform: 'import',
    base_url: null,
    account_remote_id: null,
    account_handle: null,
    connection: 'disconnected',
    created_at: 0,
  }) as CommunityId;
}

type Rollups = ReadonlyMap<string, readonly Row[]>;

/** The rows of rollups and member sets as they stand when every act is in, for members numbered in the order of their coming. */
function rollupsOf(store: Store): Rollups {
  const tables = ['member_days', 'member_weeks', 'member_bitmaps', 'member_week_days', 'member_firsts'] as const;
  return new Map(tables.map((table) => [table, store.read.prepare(`SELECT * FROM ${table}`).all() as Row[]]));
}

/** The floor: every row once, with ready numbers, by prepared statements in the same batches, and nothing else. */
function bareLoop(store: Store, communityId: CommunityId, acts: readonly Act[], rollups: Rollups): void {
  const addMember = store.write.prepare(
    'INSERT OR IGNORE INTO members (community_id, remote_id, first_seen_at) VALUES (?, ?, 0)',
  );
  const insert = store.write.prepare(
    `INSERT INTO activities (community_id, member_id, target_member_id, at, day, kind, level, space_id, thread_key, import_id, remote_key)
     VALUES (?, ?, ?, ?, ?, 'message', 3, NULL, NULL, NULL, ?)`,
  );
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = Number(addMember.run(communityId, name).lastInsertRowid);
    ids.set(name, id);
    return id;
  };
  inBatches(store, acts, ({ from, to, at, id }) => {
    insert.run(communityId, idOf(from), idOf(to), at * 1000, Math.floor(at / 86_400), Buffer.from(id));
  });
  for (const [table, rows] of rollups) inBatches(store, rows, (row) => insertRow(store.write, table, row));
}

function inBatches<Item>(store: Store, items: readonly Item[], writeOne: (item: Item) => void): void {
  const write = store.write.transaction((from: number) => {
    for (const item of items.slice(from, from + rowsPerTransaction)) writeOne(item);
  });
  for (let from = 0; from < items.length; from += rowsPerTransaction) write(from);
}

/** Imports a file of acts as the app does. Answers how many were added. */
export async function importActs(store: Store, communityId: CommunityId, file: string): Promise<number> {
  const importId = startImport(store.write, {
    communityId,
    mapping: actsMapping,
    timeZone: 'Europe/Rome',
    startedAt: 0,
  });
  await importFile(
    store.write,
    {
      file,
      communityId,
      importId,
      mapping: actsMapping,
      fileZone: 'Europe/Rome',
      communityZone: 'Europe/Rome',
      now: 1_900_000_000_000,
      clock: { now: () => 1_900_000_000_000 },
    },
    { signal: new AbortController().signal, progress: () => undefined },
  );
  const sql = 'SELECT count(*) AS added FROM activities WHERE community_id = ?';
  return (store.read.prepare(sql).get(communityId) as { added: number }).added;
}

/** Import of a CSV file (read, mapped, deduplicated, rolled up) against a bare loop over the same rows, in turns. */
export async function benchActivities(folder: string, count: number, rounds: number): Promise<Measurement> {
  const file = await writeActs(folder, count);
  const acts = [...generateActs(count)];
  const bare: number[] = [];
  const full: number[] = [];
  let rollups: Rollups = new Map();
  // The first turn is off the clock: it warms up, and what it imports says which rollups there are to write.
  for (let round = 0; round <= rounds; round += 1) {
    const store = emptyStore(folder, 'full');
    const communityId = addFileCommunity(store);
    let added = 0;
    const fullTime = await timeOnce(async () => {
      added = await importActs(store, communityId, file);
    });
    if (added !== count) throw new Error('the import did not add every row, so its time means nothing');
    if (round === 0) rollups = rollupsOf(store);
    removeStore(store);

    const plain = emptyStore(folder, 'bare');
    const plainCommunity = addFileCommunity(plain);
    const bareTime = await timeOnce(() => bareLoop(plain, plainCommunity, acts, rollups));
    removeStore(plain);
    if (round === 0) continue;
    full.push(fullTime);
    bare.push(bareTime);
  }
  const perSecond = (times: readonly number[]) => (count / medianOf(times)) * 1000;
  return atLeast(
    { name: `import of ${count} activities from CSV`, value: perSecond(full) },
    { against: 'bare prepared-statement loop, same rows and file', baseline: perSecond(bare) },
    0.5,
  );
}
