import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/**
 * Makes both rollups of a community again from its activities, in one transaction.
 * With `dayOf` the activities' days are worked out again first: the community moved to another time zone.
 */
export function rebuildRollups(db: WriteDb, communityId: CommunityId, dayOf?: (at: number) => number): void {
  db.transaction(() => {
    if (dayOf) moveDays(db, communityId, dayOf);
    statement(db, 'DELETE FROM member_days WHERE community_id = ?').run(communityId);
    statement(db, 'DELETE FROM member_weeks WHERE community_id = ?').run(communityId);
    statement(
      db,
      `INSERT INTO member_days (community_id, member_id, day, level, activities)
       SELECT community_id, member_id, day, level, count(*) FROM activities WHERE community_id = ?
       GROUP BY member_id, day, level`,
    ).run(communityId);
    // Day -3 was a Monday. Days before it would round the wrong way, but no activity is that old.
    statement(
      db,
      `INSERT INTO member_weeks (community_id, member_id, week, level, activities)
       SELECT community_id, member_id, (day + 3) / 7 * 7 - 3 AS monday, level, sum(activities)
       FROM member_days WHERE community_id = ? GROUP BY member_id, monday, level`,
    ).run(communityId);
  }).immediate();
}

function moveDays(db: WriteDb, communityId: CommunityId, dayOf: (at: number) => number): void {
  const update = statement(db, 'UPDATE activities SET day = ? WHERE id = ?');
  const page = statement<{ id: number; at: number; day: number }>(
    db,
    'SELECT id, at, day FROM activities WHERE community_id = ? AND id > ? ORDER BY id LIMIT 10000',
  );
  let after = 0;
  for (;;) {
    const rows = page.all(communityId, after);
    for (const row of rows) {
      const day = dayOf(row.at);
      if (day !== row.day) update.run(day, row.id);
      after = row.id;
    }
    if (rows.length === 0) return;
  }
}
