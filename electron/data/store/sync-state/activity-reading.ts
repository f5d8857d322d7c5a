import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** How far reading of members' activities has come. */
export interface ActivityReadingRow {
  readonly community_id: CommunityId;
  readonly paused: number;
  readonly first_at: Instant | null;
  readonly reached_at: Instant | null;
  readonly filled_at: Instant | null;
  readonly next_at: Instant | null;
  readonly failures: number;
}

/** How far it has come; at the beginning for a community never read. */
export function findActivityReading(db: ReadDb, communityId: CommunityId): ActivityReadingRow {
  const sql = 'SELECT * FROM activity_readings WHERE community_id = ?';
  const row = statement<ActivityReadingRow>(db, sql).get(communityId);
  const start = { paused: 0, first_at: null, reached_at: null, filled_at: null, next_at: null, failures: 0 };
  return row ?? { community_id: communityId, ...start };
}

/** Widens the span of what is here by a page. Belongs into the page's transaction. */
export function noteActivitySpan(
  db: WriteDb,
  communityId: CommunityId,
  span: { readonly from: Instant; readonly to: Instant },
): void {
  statement(
    db,
    `INSERT INTO activity_readings (community_id, first_at, reached_at) VALUES (@communityId, @from, @to)
     ON CONFLICT DO UPDATE SET first_at = min(coalesce(first_at, @from), @from),
       reached_at = max(coalesce(reached_at, @to), @to)`,
  ).run({ communityId, ...span });
}

/** Notes that the end was reached, and when to look for more. */
export function noteActivitiesCaughtUp(db: WriteDb, communityId: CommunityId, at: Instant, nextAt: Instant): void {
  statement(
    db,
    `INSERT INTO activity_readings (community_id, filled_at, next_at) VALUES (@communityId, @at, @nextAt)
     ON CONFLICT DO UPDATE SET filled_at = coalesce(filled_at, @at), next_at = @nextAt, failures = 0`,
  ).run({ communityId, at, nextAt });
}

/** Notes when reading may go on, and how often it failed in a row. */
export function postponeActivities(
  db: WriteDb,
  communityId: CommunityId,
  wait: { nextAt: Instant; failures: number },
): void {
  statement(
    db,
    `INSERT INTO activity_readings (community_id, next_at, failures) VALUES (@communityId, @nextAt, @failures)
     ON CONFLICT DO UPDATE SET next_at = @nextAt, failures = @failures`,
  ).run({ communityId, ...wait });
}

/** A person stops reading of activities, or lets it go on. Survives a restart. */
export function setActivitiesPaused(db: WriteDb, communityId: CommunityId, paused: boolean): void {
  statement(
    db,
    `INSERT INTO activity_readings (community_id, paused) VALUES (@communityId, @paused)
     ON CONFLICT DO UPDATE SET paused = @paused, next_at = NULL`,
  ).run({ communityId, paused: Number(paused) });
}
