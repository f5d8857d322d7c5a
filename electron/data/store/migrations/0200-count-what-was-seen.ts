import type Database from 'better-sqlite3';
import { fillBitmaps } from './0080-create-member-bitmaps.ts';
import type { Migration } from './migration.ts';

/**
 * A community says whether its data begin with it: by default nobody has. Activities removed as spam before anybody saw them
 * are in no rollup, member set or first words any more: made again for the communities that have such activities.
 */
export const countWhatWasSeen: Migration = {
  version: 200,
  name: 'count-what-was-seen',
  up: (db) => {
    db.exec(`
      ALTER TABLE communities ADD COLUMN data_begin TEXT NOT NULL DEFAULT 'unknown'
        CHECK (data_begin IN ('with-community', 'later', 'unknown'))
    `);
    const ids = db.prepare('SELECT DISTINCT community_id FROM activities WHERE flags & 4').pluck().all() as number[];
    for (const id of ids) countAgain(db, id);
  },
};

function countAgain(db: Database.Database, communityId: number): void {
  const seen = `community_id = ${communityId} AND flags & 4 = 0`;
  for (const table of ['member_days', 'member_weeks', 'member_firsts', 'member_bitmaps', 'member_week_days']) {
    db.exec(`DELETE FROM ${table} WHERE community_id = ${communityId}`);
  }
  // Day -3 was a Monday.
  const monday = '(day + 3) / 7 * 7 - 3';
  db.exec(`
    INSERT INTO member_days (community_id, member_id, day, level, activities)
    SELECT community_id, member_id, day, level, count(*) FROM activities WHERE ${seen} GROUP BY member_id, day, level;
    INSERT INTO member_weeks (community_id, member_id, week, level, activities)
    SELECT community_id, member_id, ${monday} AS week, level, sum(activities) FROM member_days
    WHERE community_id = ${communityId} GROUP BY member_id, week, level;
    INSERT INTO member_firsts (member_id, community_id, spoke_at)
    SELECT member_id, community_id, min(at) FROM activities WHERE ${seen} AND level >= 2 GROUP BY member_id;
  `);
  fillBitmaps(db, [
    `SELECT community_id, 0, ${monday} AS week, member_id, day, level FROM member_days
     WHERE community_id = ${communityId} ORDER BY 1, 2, 3, 4`,
    `SELECT DISTINCT community_id, space_id, ${monday} AS week, member_id, day, level FROM activities
     WHERE ${seen} AND space_id IS NOT NULL ORDER BY 1, 2, 3, 4`,
  ]);
}
