import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A promise to answer, and the quarter from which it counts. */
export interface PromiseRow {
  /** First local day of that quarter. */
  readonly fromDay: number;
  /** Whole hours; null where from then on the community has no promise of its own. */
  readonly hours: number | null;
}

/** All promises of a community in order of time; the last one that has begun is in force. */
export function listPromises(db: ReadDb, communityId: CommunityId): readonly PromiseRow[] {
  return statement<PromiseRow>(
    db,
    'SELECT from_day AS fromDay, hours FROM reply_promises WHERE community_id = ? ORDER BY from_day',
  ).all(communityId);
}

/** Takes back what was meant to count from a day on. The caller has seen to it that the day is still to come. */
export function dropPromisesFrom(db: WriteDb, communityId: CommunityId, fromDay: number): void {
  statement(db, 'DELETE FROM reply_promises WHERE community_id = ? AND from_day >= ?').run(communityId, fromDay);
}

/** Adds a promise. The caller has seen to it that its quarter is still to come: what counted stays as it was. */
export function addPromise(
  db: WriteDb,
  communityId: CommunityId,
  { fromDay, hours, at }: PromiseRow & { readonly at: Instant },
): void {
  statement(db, 'INSERT INTO reply_promises (community_id, from_day, hours, set_at) VALUES (?, ?, ?, ?)').run(
    communityId,
    fromDay,
    hours,
    at,
  );
}
