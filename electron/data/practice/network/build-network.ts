import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import { createActivityWriter } from '../../store/activities/commands.ts';
import { mondayOf } from '../../store/activities/rollup.ts';
import type { WriteDb } from '../../store/db.ts';
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

/** Activities per transaction. Larger ones write the sets of a week less often; this many take a third of a second. */
const PER_TRANSACTION = 20_000;

/**
 * Draws a network and writes it through the store's own writers, week by week: memory grows with people, not with their
 * acts. The same network for the same size, seed and day. A cancelled one stays half: erasing it is the caller's part.
 */
export async function buildNetwork(place: NetworkPlace, size: NetworkSize, watch: BuildWatch): Promise<BuiltNetwork> {
  const { db, communityId, calendar, now } = place;
  const end = calendar.dayOf(place.until);
  const days: NetworkDays = { start: mondayOf(end - size.weeks * 7), end };
  const stream = (part: number) => new SeededRandom(size.seed * 8 + part);
  const people = drawPeople(size.members, days, stream(1));
  const writer = createActivityWriter(db, { communityId, importId: null, now });
  const turn = async () => {
    await nextTurn();
    watch.signal.throwIfAborted();
  };
  let written = 0;
  for (const week of liveWeeks(people, days, calendar, stream(2), size.activities)) {
    for (let start = 0; start < week.length; start += PER_TRANSACTION) {
      const batch = week.slice(start, start + PER_TRANSACTION);
      inTransaction(db, () => writer.add(batch));
      written += batch.length;
      watch.progress(written);
      await turn();
    }
  }
  const ids = await writeRecords({ db, communityId, calendar, days, people, random: stream(3) }, turn);
  return { people, ids, activities: written, truth: truthOf(size.members, newcomersOf(people, days)) };
}

function newcomersOf({ count, role, first }: NetworkPeople, { end }: NetworkDays): number {
  let newcomers = 0;
  for (let person = 0; person < count; person += 1) {
    if (role[person] === roles.newcomer && (first[person] ?? end) < end) newcomers += 1;
  }
  return newcomers;
}
