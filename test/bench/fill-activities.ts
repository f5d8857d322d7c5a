import { createActivityWriter } from '../../electron/data/store/activities/commands.ts';
import type { NewActivity } from '../../electron/data/store/activities/new-activity.ts';
import type { Store } from '../../electron/data/store/open.ts';
import type { ActivityKind, ActivityLevel } from '../../shared/domain/activity.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { seededRandom } from './seeded-random.ts';

const weeks = 156;
const days = weeks * 7;
/** A Monday: 2022-11-21. */
const firstDay = 19_317;
const dayMs = 86_400_000;
/** Far more than an import takes at a time: every page of an index is then written seldom enough. */
const perTransaction = 50_000;

/** Members, for a number of activities: fifty each. */
function membersFor(activities: number): number {
  return Math.floor(activities / 50);
}

/** Last day of the activities filled in, the last one of a week. */
export const lastFilledDay = firstDay + days - 1;

/** How many activities are of a level, and what kind of act each is. */
const shares: readonly (readonly [number, ActivityLevel, ActivityKind])[] = [
  [0.35, 1, 'reaction'],
  [0.65, 2, 'post'],
  [0.98, 3, 'reply'],
  [1, 4, 'organised'],
];

/**
 * Three years of a community that people join all the time and mostly leave again: three in five within weeks, the others
 * after a year or so. Newest last, the same every time. Every member does something on the day of joining.
 */
function* generateActivities(count: number): Generator<NewActivity> {
  const random = seededRandom(3);
  const members = membersFor(count);
  const here: { name: string; until: number }[] = [];
  let joined = 0;
  let made = 0;
  for (let day = 0; day < days; day += 1) {
    const joinTo = Math.ceil(((day + 1) / days) * members);
    const makeTo = Math.floor(((day + 1) / days) * count);
    const dayActs = makeTo - made;
    for (let act = 0; act < dayActs; act += 1) {
      const at = (firstDay + day) * dayMs + Math.floor((act / dayActs) * dayMs);
      if (joined < joinTo) {
        const mean = random() < 0.6 ? 20 : 400;
        here.push({ name: `m${joined}`, until: day - Math.log(1 - random()) * mean });
        joined += 1;
        made += 1;
        yield activity(made, here.at(-1)?.name ?? '', at, random());
        continue;
      }
      made += 1;
      yield activity(made, someoneHere(here, day, random), at, random());
    }
  }
}

/** Somebody who has not left yet; those found to have left are forgotten. A few are met far more often than others. */
function someoneHere(here: { name: string; until: number }[], day: number, random: () => number): string {
  for (;;) {
    const at = Math.floor(random() ** 2 * here.length);
    const one = here[at];
    if (!one) throw new Error('a community must not run out of members');
    if (one.until >= day || here.length === 1) return one.name;
    const last = here.pop();
    if (last && at < here.length) here[at] = last;
  }
}

function activity(number: number, member: string, at: number, chance: number): NewActivity {
  const [, level, kind] = shares.find(([upTo]) => chance < upTo) ?? [1, 2, 'post'];
  const key = Buffer.alloc(6);
  key.writeUIntBE(number, 0, 6);
  const day = Math.floor(at / dayMs);
  const space = `s${number % 12}`;
  return { member, target: null, at, day, kind, level, space, thread: null, key, mayRepeat: false };
}

/** Adds that many activities to a community through the writer that every import and connector uses. */
export function fillActivities(store: Store, communityId: CommunityId, count: number): void {
  const usualCheckpoint = store.write.pragma('wal_autocheckpoint', { simple: true });
  // Nobody minds if a crash takes this file, and its indexes should stay in memory while they grow.
  store.write.pragma('synchronous = OFF');
  store.write.pragma('cache_size = -2097152');
  store.write.pragma('wal_autocheckpoint = 100000');
  const writer = createActivityWriter(store.write, { communityId, importId: null, now: 0 });
  const add = store.write.transaction((batch: readonly NewActivity[]) => writer.add(batch));
  let batch: NewActivity[] = [];
  for (const one of generateActivities(count)) {
    batch.push(one);
    if (batch.length < perTransaction) continue;
    add(batch);
    batch = [];
  }
  add(batch);
  store.write.pragma('wal_checkpoint(TRUNCATE)');
  store.write.pragma(`wal_autocheckpoint = ${usualCheckpoint}`);
  store.write.pragma('cache_size = -16384');
}
