import { createActivityWriter } from '../../electron/data/store/activities/commands.ts';
import type { NewActivity } from '../../electron/data/store/activities/new-activity.ts';
import type { ReadDb, WriteDb } from '../../electron/data/store/db.ts';
import { inTransaction } from '../../electron/data/store/transaction.ts';
import type { CommunityId, Instant, MemberId } from '../../shared/domain/ids.ts';

const day = 86_400_000;

/** A post by whoever is named, on its day in UTC, known again by member and moment. */
export function aPost(member: string, at: Instant, overrides: Partial<NewActivity> = {}): NewActivity {
  return {
    member,
    target: null,
    at,
    day: Math.floor(at / day),
    kind: 'post',
    level: 2,
    space: null,
    thread: null,
    key: Buffer.from(`${member} ${at}`),
    mayRepeat: false,
    ...overrides,
  };
}

/** Adds activities to a community, as an import does at `now`. */
export function addActivities(db: WriteDb, communityId: CommunityId, acts: readonly NewActivity[], now: Instant): void {
  const writer = createActivityWriter(db, { communityId, importId: null, now });
  inTransaction(db, () => writer.add(acts));
}

/** The members of a community in the order they were met. */
export function memberIds(db: ReadDb, communityId: CommunityId): MemberId[] {
  return db.prepare('SELECT id FROM members WHERE community_id = ? ORDER BY id').pluck().all(communityId) as MemberId[];
}
