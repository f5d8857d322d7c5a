import { isDeepStrictEqual } from 'node:util';
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
  readonly groups: Readonly<Record<string, MemberSet>>;
  readonly duck: DuckRetention;
}

/** One question, put to both sides. */
interface Question {
  readonly name: string;
  /** Counts from the sets, read from the encrypted file where they are not in memory. */
  readonly ask: (db: ReadDb) => () => number[][];
  readonly askDuck: () => ReturnType<DuckRetention['table']>;
}

/** Retention against DuckDB over the same activities in memory, for each number of them. */
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
  const groups = { large: groupOf(store.read, 0.12), small: groupOf(store.read, 0.002) };
  const duck = await duckRetention(store.read, communityId, groups);
  const measurements: Measurement[] = [];
  for (const { name, ask, askDuck } of questionsTo(store.read, { communityId, groups, duck })) {
    const answer = ask(store.read)();
    if (answer.length === 0) throw new Error(`nothing was counted for the ${name}`);
    if (!isDeepStrictEqual(answer, await numbersOf(await askDuck()))) throw new Error(`DuckDB differs on the ${name}`);
    const hearth = await timeRuns(runs, () => ask(store.read));
    const afterChange = await timeRuns(
      runs,
      () => ask(store.read),
      () => changeSets(store),
    );
    const direct = await timeRuns(runs, askDuck);
    measurements.push(
      atLeast(
        {
          name: `${name}, ${size.toLocaleString('en')} activities`,
          value: 1000 / hearth.median,
          parts: [
            { name: 'Hearth, sets held in memory', ...hearth },
            { name: 'Hearth, every set decrypted anew', ...afterChange },
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

/** About this share of the members, spread over all of them. */
function groupOf(db: ReadDb, share: number): MemberSet {
  const ids = db.prepare('SELECT id FROM members').pluck().all() as number[];
  return MemberSet.fromIds(ids.filter((id) => Math.imul(id, 0x9e3779b1) >>> 0 < share * 2 ** 32));
}

/** As if activities had come in: Hearth forgets the sets it holds, and SQLite the pages it has read. Nothing else must be new. */
function changeSets(store: Store): void {
  store.write.exec('UPDATE member_set_revision SET revision = revision + 1');
}

function questionsTo(db: ReadDb, counted: Counted): Question[] {
  const space = db.prepare('SELECT min(id) FROM spaces').pluck().get() as number;
  const [large, small] = [{ group: 'large' }, { group: 'small' }];
  return [
    table('weekly table of everybody', 'everybody', 'week', counted),
    table('weekly table of a group', large, 'week', counted),
    table('weekly table of a small group', small, 'week', counted),
    table('weekly table of a space', { space }, 'week', counted),
    table('monthly table of everybody', 'everybody', 'month', counted),
    table('monthly table of a group', large, 'month', counted),
    curve('stay curve of everybody', 'everybody', counted),
    curve('stay curve of a group', large, counted),
    curve('stay curve of a small group', small, counted),
  ];
}

function withinOf(split: Split, { groups }: Counted): MemberSet | undefined {
  return split !== 'everybody' && 'group' in split ? groups[split.group] : undefined;
}

function table(name: string, split: Split, unit: 'week' | 'month', counted: Counted): Question {
  const { communityId, duck } = counted;
  const options = { unit, lastDay, within: withinOf(split, counted) };
  const scope = split !== 'everybody' && 'space' in split ? split.space : undefined;
  return {
    name,
    ask: (db) => {
      const active = unit === 'week' ? readWeekBitmaps(db, communityId, 2, scope) : readDayBitmaps(db, communityId, 2);
      const counts = returnTableOf(active, options);
      return () => rowsOfTable(counts);
    },
    askDuck: () => duck.table(split, unit),
  };
}

function rowsOfTable({ rows }: ReturnTable): number[][] {
  return rows.flatMap(({ cohort, cells }) =>
    cells.flatMap(({ returned }, k) => (returned === 0 ? [] : [[cohort, k, returned]])),
  );
}

function curve(name: string, split: Exclude<Split, { space: number }>, counted: Counted): Question {
  const { communityId, duck } = counted;
  const options = { lastDay, gap, within: withinOf(split, counted) };
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
