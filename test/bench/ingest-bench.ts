import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../electron/data/platforms/files/import-file.ts';
import { startImport } from '../../electron/data/store/imports/commands.ts';
import { openStore, type Store } from '../../electron/data/store/open.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { atLeast, type Measurement, timeOnce } from './measure.ts';
import { seededRandom } from './seeded-random.ts';

const mapping = {
  columns: { member: 'from', target: 'to', at: 'at', id: 'id' },
  timeFormat: 'unix-seconds',
  defaultKind: 'message',
} as const;

function openEmpty(folder: string, name: string): Store {
  return openStore({ file: join(folder, `${name}.db`), key: randomBytes(32) });
}

function addCommunity(store: Store): CommunityId {
  const added = store.write
    .prepare(
      `INSERT INTO communities (name, platform, connection, created_at) VALUES ('bench', 'import', 'disconnected', 0)`,
    )
    .run();
  return Number(added.lastInsertRowid) as CommunityId;
}

interface Act {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly id: string;
}

/** A year of messages among a tenth as many members, newest last. */
function* generateActs(count: number): Generator<Act> {
  const random = seededRandom(1);
  const members = Math.max(10, Math.floor(count / 10));
  for (let index = 0; index < count; index += 1) {
    const from = `m${Math.floor(random() ** 2 * members)}`;
    const to = `m${Math.floor(random() ** 2 * members)}`;
    yield { from, to, at: 1_700_000_000 + Math.floor((index / count) * 31_536_000), id: `a${index}` };
  }
}

async function writeCsv(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  out.write('from,to,at,id\n');
  for (const act of generateActs(count)) {
    if (!out.write(`${act.from},${act.to},${act.at},${act.id}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
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
    if (batch.length === 2_000) {
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

/** Import of a CSV file (read, mapped, deduplicated, rolled up) against a bare loop over the same rows. */
export async function benchIngest(folder: string, count: number): Promise<Measurement> {
  const file = join(folder, 'acts.csv');
  await writeCsv(file, count);

  const bare = openEmpty(folder, 'bare');
  const bareCommunity = addCommunity(bare);
  const bareTime = await timeOnce(() => bareLoop(bare, bareCommunity, count));
  bare.close();

  const full = openEmpty(folder, 'full');
  const communityId = addCommunity(full);
  const importId = startImport(full.write, { communityId, mapping, timeZone: 'Europe/Rome', startedAt: 0 });
  const job = { signal: new AbortController().signal, progress: () => undefined };
  const fullTime = await timeOnce(() =>
    importFile(
      full.write,
      {
        file,
        communityId,
        importId,
        mapping,
        fileZone: 'Europe/Rome',
        communityZone: 'Europe/Rome',
        now: 1_900_000_000_000,
        clock: { now: () => 1_900_000_000_000 },
      },
      job,
    ),
  );
  const { added } = full.read.prepare('SELECT count(*) AS added FROM activities').get() as { added: number };
  full.close();
  if (added !== count) throw new Error('the import did not add every row, so its time means nothing');
  const perSecond = (ms: number) => (count / ms) * 1000;
  return atLeast(
    `import of ${count} activities from CSV`,
    perSecond(fullTime),
    'bare prepared-statement loop, same file',
    perSecond(bareTime),
    0.5,
  );
}
