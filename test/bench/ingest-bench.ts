import { importFile } from '../../electron/data/platforms/files/import-file.ts';
import { startImport } from '../../electron/data/store/imports/commands.ts';
import type { Store } from '../../electron/data/store/open.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { type Act, generateActs, writeActs } from './acts-file.ts';
import { emptyStore, removeStore } from './empty-store.ts';
import { insertRow } from './insert-row.ts';
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

/** The floor: the same rows in the same tables with ready numbers, prepared statements in the same batches, nothing else. */
function bareLoop(store: Store, communityId: CommunityId, count: number): void {
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
  const addDay = rollupInsert(store, 'member_days', 'day');
  const addWeek = rollupInsert(store, 'member_weeks', 'week');
  const write = store.write.transaction((acts: readonly Act[]) => {
    for (const { from, to, at, id } of acts) {
      const day = Math.floor(at / 86_400);
      const member = idOf(from);
      insert.run(communityId, member, idOf(to), at * 1000, day, Buffer.from(id));
      addDay.run(communityId, member, day);
      addWeek.run(communityId, member, day - ((day + 3) % 7));
    }
  });
  let batch: Act[] = [];
  for (const act of generateActs(count)) {
    batch.push(act);
    if (batch.length === rowsPerTransaction) {
      write(batch);
      batch = [];
    }
  }
  write(batch);
}

function rollupInsert(store: Store, table: string, period: string) {
  return store.write.prepare(
    `INSERT INTO ${table} (community_id, member_id, ${period}, level, activities) VALUES (?, ?, ?, 3, 1)
     ON CONFLICT DO UPDATE SET activities = activities + 1`,
  );
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
  const bare: number[] = [];
  const full: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const plain = emptyStore(folder, 'bare');
    const plainCommunity = addFileCommunity(plain);
    bare.push(await timeOnce(() => bareLoop(plain, plainCommunity, count)));
    removeStore(plain);

    const store = emptyStore(folder, 'full');
    const communityId = addFileCommunity(store);
    let added = 0;
    full.push(
      await timeOnce(async () => {
        added = await importActs(store, communityId, file);
      }),
    );
    removeStore(store);
    if (added !== count) throw new Error('the import did not add every row, so its time means nothing');
  }
  const perSecond = (times: readonly number[]) => (count / medianOf(times)) * 1000;
  return atLeast(
    `import of ${count} activities from CSV`,
    perSecond(full),
    { against: 'bare prepared-statement loop, same rows and file', baseline: perSecond(bare) },
    0.5,
  );
}
