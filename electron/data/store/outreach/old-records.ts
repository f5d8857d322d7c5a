import type { ErasedKind } from '../../../../shared/domain/health/record-retention.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** What is older than this is old: a local day number, and the instant it begins. */
export interface OldBefore {
  readonly day: number;
  readonly at: Instant;
}

/**
 * The old records of each kind. A list goes as a whole, when its event or its whole campaign is old: half a list would tell
 * numbers that never were. When a member was first met may be later than they joined, and keeps their route longer.
 */
const old: Readonly<Record<ErasedKind, string>> = {
  memberRoute: `member_routes WHERE community_id = @communityId AND member_id IN
    (SELECT id FROM members WHERE community_id = @communityId AND coalesce(joined_at, first_seen_at) < @at)`,
  role: 'member_roles WHERE community_id = @communityId AND end_day < @day',
  attendance: `event_attendance WHERE community_id = @communityId AND event_id IN
    (SELECT id FROM outreach_events WHERE community_id = @communityId AND day < @day)`,
  participation: `campaign_participation WHERE community_id = @communityId AND campaign_id IN
    (SELECT c.id FROM campaigns c WHERE c.community_id = @communityId AND coalesce(c.end_day, c.start_day) < @day
      AND NOT EXISTS (SELECT 1 FROM campaign_participation p WHERE p.campaign_id = c.id AND p.day >= @day))`,
  mentorship: 'mentorships WHERE community_id = @communityId AND end_day < @day',
  survey: 'surveys WHERE community_id = @communityId AND day < @day',
};

/** How many records of a kind are old. */
export function countOldRecords(db: ReadDb, kind: ErasedKind, communityId: CommunityId, before: OldBefore): number {
  const found = statement<{ total: number }>(db, `SELECT count(*) AS total FROM ${old[kind]}`);
  return found.get(parametersOf(kind, communityId, before))?.total ?? 0;
}

/** Erases the old records of a kind; answers go with their wave. True where there were any. */
export function eraseOldRecords(db: WriteDb, kind: ErasedKind, communityId: CommunityId, before: OldBefore): boolean {
  return statement(db, `DELETE FROM ${old[kind]}`).run(parametersOf(kind, communityId, before)).changes > 0;
}

function parametersOf(kind: ErasedKind, communityId: CommunityId, { day, at }: OldBefore) {
  return kind === 'memberRoute' ? { communityId, at } : { communityId, day };
}
