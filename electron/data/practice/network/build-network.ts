import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import { createActivityWriter } from '../../store/activities/commands.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import { mondayOf } from '../../store/activities/rollup.ts';
import { updateCommunity } from '../../store/communities/commands.ts';
import type { WriteDb } from '../../store/db.ts';
import { withRoomyWrites } from '../../store/roomy-writes.ts';
import { inTransaction } from '../../store/transaction.ts';
import { SeededRandom } from '../world/random.ts';
import { drawPeople, type NetworkDays, type NetworkPeople, roles } from './draw-people.ts';
import { liveWeeks } from './live-weeks.ts';
import { type NetworkTruth, truthOf } from './planted.ts';
import { writeRecords } from './write-records.ts';

/** Size of a network. */
export interface NetworkSize {
  readonly members: number;
  /** Reached within a few percent from ten activities a member on. */
  readonly activities: number;
  readonly weeks: number;
  readonly seed: number;
}

/** Where a network is put. The community is there already. */
export interface NetworkPlace {
  readonly db: WriteDb;
  readonly communityId: CommunityId;
  readonly calendar: LocalDays;
  readonly now: Instant;
  /** The last day is the one before this instant's. */
  readonly until: Instant;
}

export interface BuildWatch {
  readonly signal: AbortSignal;
  /** Activities written so far. */
  readonly progress: (done: number) => void;
}

/** A network as it stands in the store, with everybody's drawn life: identity answers are drawn from it. */
export interface BuiltNetwork {
  readonly people: NetworkPeople;
  /** Row numbers by person, 0 for those who never came. */
  readonly ids: Float64Array;
  readonly activities: number;
  readonly truth: NetworkTruth;
}

/** Activities per transaction: days, weeks and sets are written once in each. This many take about two seconds. */
const PER_TRANSACTION = 120_000;

/**
 * Draws a network and writes it through the store's own writers, week by week: memory grows with people, not with their
 * acts. The same network for the same size, seed and day. A cancelled one stays half: erasing it is the caller's part.
 */
export function buildNetwork(place: NetworkPlace, size: NetworkSize, watch: BuildWatch): Promise<BuiltNetwork> {
  return withRoomyWrites(place.db, () => build(place, size, watch));
}

async function build(place: NetworkPlace, size: NetworkSize, watch: BuildWatch): Promise<BuiltNetwork> {
  const { db, communityId, calendar, now } = place;
  const end = calendar.dayOf(place.until);
  const days: NetworkDays = { start: mondayOf(end - size.weeks * 7), end };
  const stream = (part: number) => new SeededRandom(size.seed * 8 + part);
  const people = drawPeople(size.members, days, stream(1));
  // Founders and the team were there before the data start.
  updateCommunity(db, communityId, { dataBegin: 'later' });
  const writer = createActivityWriter(db, { communityId, importId: null, now });
  const turn = async () => {
    await nextTurn();
    watch.signal.throwIfAborted();
  };
  let written = 0;
  for (const batch of inBatches(liveWeeks(people, days, calendar, stream(2), size.activities))) {
    inTransaction(db, () => writer.add(batch));
    written += batch.length;
    watch.progress(written);
    await turn();
  }
  const ids = await writeRecords({ db, communityId, calendar, days, people, random: stream(3) }, turn);
  return { people, ids, activities: written, truth: truthOf(size.members, newcomersOf(people, days)) };
}

function* inBatches(weeks: Iterable<readonly NewActivity[]>): Generator<readonly NewActivity[]> {
  let batch: NewActivity[] = [];
  for (const week of weeks) {
    batch = batch.concat(week);
    while (batch.length >= PER_TRANSACTION) {
      yield batch.slice(0, PER_TRANSACTION);
      batch = batch.slice(PER_TRANSACTION);
    }
  }
  if (batch.length > 0) yield batch;
}

function newcomersOf({ count, role, first }: NetworkPeople, { end }: NetworkDays): number {
  let newcomers = 0;
  for (let person = 0; person < count; person += 1) {
    if (role[person] === roles.newcomer && (first[person] ?? end) < end) newcomers += 1;
  }
  return newcomers;
}
