import { activityFlags } from '../../../../shared/domain/activity.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { BitmapBatch } from './bitmap-batch.ts';

/** What was removed as spam before anybody saw it is in no rollup. */
const SEEN = `flags & ${activityFlags.spam} = 0`;

/**
 * Makes the rollups, member sets and first words of a community again from its activities, in one transaction.
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
       SELECT community_id, member_id, day, level, count(*) FROM activities WHERE community_id = ? AND ${SEEN}
       GROUP BY member_id, day, level`,
    ).run(communityId);
    // Day -3 was a Monday. Days before it would round the wrong way, but no activity is that old.
    statement(
      db,
      `INSERT INTO member_weeks (community_id, member_id, week, level, activities)
       SELECT community_id, member_id, (day + 3) / 7 * 7 - 3 AS monday, level, sum(activities)
       FROM member_days WHERE community_id = ? GROUP BY member_id, monday, level`,
    ).run(communityId);
    rebuildFirsts(db, communityId);
    rebuildBitmaps(db, communityId);
  }).immediate();
}

function rebuildFirsts(db: WriteDb, communityId: CommunityId): void {
  statement(db, 'DELETE FROM member_firsts WHERE community_id = ?').run(communityId);
  statement(
    db,
    `INSERT INTO member_firsts (member_id, community_id, spoke_at)
     SELECT member_id, community_id, min(at) FROM activities WHERE community_id = ? AND level >= 2 AND ${SEEN}
     GROUP BY member_id`,
  ).run(communityId);
}

/** Weeks are written one by one as their rows have passed, so the memory needed is that of a week. */
function rebuildBitmaps(db: WriteDb, communityId: CommunityId): void {
  statement(db, 'DELETE FROM member_bitmaps WHERE community_id = ?').run(communityId);
  statement(db, 'DELETE FROM member_week_days WHERE community_id = ?').run(communityId);
  const nextWeek = statement<{ week: number | null }>(
    db,
    'SELECT min(week) AS week FROM member_weeks WHERE community_id = ? AND week > ?',
  );
  const ofWeek = db
    .prepare(
      `SELECT DISTINCT member_id, day, level, space_id FROM activities
       WHERE community_id = ? AND at BETWEEN ? AND ? AND day BETWEEN ? AND ? AND ${SEEN}`,
    )
    .raw();
  let week = nextWeek.get(communityId, Number.MIN_SAFE_INTEGER)?.week ?? null;
  while (week !== null) {
    const batch = new BitmapBatch();
    // Only instants are indexed; local days lie within two days of them, whatever the zone.
    const instants = [(week - 2) * MS_PER_DAY, (week + 9) * MS_PER_DAY];
    const rows = ofWeek.iterate(communityId, ...instants, week, week + 6) as IterableIterator<DayRow>;
    for (const row of rows) batch.count(...row);
    batch.write(db, communityId);
    week = nextWeek.get(communityId, week)?.week ?? null;
  }
}

const MS_PER_DAY = 86_400_000;

type DayRow = [memberId: number, day: number, level: number, spaceId: number | null];

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
