import { isDeepStrictEqual } from 'node:util';
import { firstDayOf } from '../../electron/data/health/calendar/periods.ts';
import { returnTableOf } from '../../electron/data/health/engine/return-table.ts';
import { stayCurveOf } from '../../electron/data/health/engine/stay-sweep.ts';
import type { ReturnTable } from '../../electron/data/health/metrics/return-on-period.ts';
import type { StayCurve } from '../../electron/data/health/metrics/stay-curve.ts';
import { readDayBitmaps, readWeekBitmaps } from '../../electron/data/store/activities/bitmap-queries.ts';
import { MemberSet } from '../../electron/data/store/activities/member-set.ts';
import type { ReadDb } from '../../electron/data/store/db.ts';
import type { Store } from '../../electron/data/store/open.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { type DuckRetention, duckRetention, numbersOf, type Split } from './duck-retention.ts';
import { emptyStore, removeStore } from './empty-store.ts';
import { fillActivities, lastFilledDay } from './fill-activities.ts';
import { addFileCommunity } from './ingest-bench.ts';
import { atLeast, type Measurement, timeRuns } from './measure.ts';

const runs = 15;
const gap = 90;
/** As if the next day had begun. */
const lastDay = lastFilledDay;
/** Fewer activities than this are told, but nobody asked for a ratio over them. */
const sizeWithTarget = 10_000_000;
const target = 10;

interface Counted {
  readonly communityId: CommunityId;
  readonly group: MemberSet;
  readonly duck: DuckRetention;
}

/** One question, put to both sides. */
interface Question {
  readonly name: string;
  /** Reads the sets from the encrypted file and counts. */
  readonly ask: (db: ReadDb) => () => number[][];
  readonly askDuck: () => ReturnType<DuckRetention['weeks']>;
}

/** Retention from the encrypted file against DuckDB over the same activities in memory, for each number of them. */
export async function benchRetention(folder: string, sizes: readonly number[]): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const size of sizes) {
    const store = emptyStore(folder, 'retention');
    const communityId = addFileCommunity(store);
    console.log(`bench: ${size} activities`);
    fillActivities(store, communityId, size);
    measurements.push(...(await benchSize(store, communityId, size)));
    removeStore(store);
  }
  return measurements;
}

async function benchSize(store: Store, communityId: CommunityId, size: number): Promise<Measurement[]> {
  const group = groupOf(store.read);
  const duck = await duckRetention(store.read, communityId, group);
  const measurements: Measurement[] = [];
  for (const { name, ask, askDuck } of questionsTo(store.read, { communityId, group, duck })) {
    const answer = ask(store.read)();
    if (answer.length === 0) throw new Error(`nothing was counted for the ${name}`);
    if (!isDeepStrictEqual(answer, await numbersOf(await askDuck()))) throw new Error(`DuckDB differs on the ${name}`);
    const hearth = await timeRuns(runs, () => ask(store.read));
    const afterCommit = await timeRuns(
      runs,
      () => ask(store.read),
      () => commitSomething(store),
    );
    const direct = await timeRuns(runs, askDuck);
    measurements.push(
      atLeast(
        {
          name: `${name}, ${size.toLocaleString('en')} activities`,
          value: 1000 / hearth.median,
          parts: [
            { name: 'Hearth, from the encrypted file', ...hearth },
            { name: 'Hearth, every page decrypted anew', ...afterCommit },
            { name: 'DuckDB, from memory', ...direct },
          ],
        },
        { against: 'DuckDB, direct query in memory', baseline: 1000 / direct.median },
        size >= sizeWithTarget ? target : null,
      ),
    );
  }
  duck.close();
  return measurements;
}

/** About one member in eight, spread over all of them. */
function groupOf(db: ReadDb): MemberSet {
  const ids = db.prepare('SELECT id FROM members').pluck().all() as number[];
  return MemberSet.fromIds(ids.filter((id) => Math.imul(id, 0x9e3779b1) >>> 0 < 0.12 * 2 ** 32));
}

/** SQLite forgets the pages it has read when somebody else has written, as every pull does. Nothing else must be new. */
function commitSomething(store: Store): void {
  store.write.exec('UPDATE communities SET last_sync_at = coalesce(last_sync_at, 0) + 1');
}

function questionsTo(db: ReadDb, counted: Counted): Question[] {
  const space = db.prepare('SELECT min(id) FROM spaces').pluck().get() as number;
  return [
    weekTable('weekly table of everybody', 'everybody', counted),
    weekTable('weekly table of a group', 'group', counted),
    weekTable('weekly table of a space', { space }, counted),
    curve('stay curve of everybody', 'everybody', counted),
    curve('stay curve of a group', 'group', counted),
  ];
}

function weekTable(name: string, split: Split, { communityId, group, duck }: Counted): Question {
  const options = { unit: 'week', lastDay, within: split === 'group' ? group : undefined } as const;
  const scope = typeof split === 'object' ? split.space : undefined;
  return {
    name,
    ask: (db) => {
      const table = returnTableOf(readWeekBitmaps(db, communityId, 2, scope), options);
      return () => rowsOfTable(table);
    },
    askDuck: () => duck.weeks(split),
  };
}

function rowsOfTable({ rows }: ReturnTable): number[][] {
  return rows.flatMap(({ cohort, cells }) =>
    cells.flatMap(({ returned }, k) => (returned === 0 ? [] : [[firstDayOf('week', cohort), k, returned]])),
  );
}

function curve(name: string, split: 'everybody' | 'group', { communityId, group, duck }: Counted): Question {
  const options = { lastDay, gap, within: split === 'group' ? group : undefined };
  return {
    name,
    ask: (db) => {
      const found = stayCurveOf(readDayBitmaps(db, communityId, 2), options);
      return () => rowsOfCurve(found);
    },
    askDuck: () => duck.stay(split, options),
  };
}

function rowsOfCurve({ rows }: StayCurve): number[][] {
  return rows.map(({ time, events, censored }) => [time, events, censored]);
}
