import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { Steps } from '../../../../shared/domain/steps.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { countActivities } from './queries.ts';

/** What one source of numbers holds and how new it is. */
export interface SourceRow {
  readonly id: 'activities' | 'imports' | 'reports' | 'decisions' | 'measures';
  readonly count: number;
  readonly last_at: Instant | null;
}

/**
 * Sources that fill themselves: activities, imported files, reports, decisions, and the platform's own measures. In steps,
 * because there may be millions of activities.
 */
export function* readSources(db: ReadDb, communityId: CommunityId): Steps<readonly SourceRow[]> {
  const activities = yield* countActivities(db, communityId);
  return statement<SourceRow>(
    db,
    `SELECT 'activities' AS id, @activities AS count,
       (SELECT max(at) FROM activities WHERE community_id = @id) AS last_at
     UNION ALL SELECT 'imports', count(*), max(finished_at) FROM imports WHERE community_id = @id AND state = 'finished'
     UNION ALL SELECT 'reports', count(*), max(received_at) FROM reports WHERE community_id = @id
     UNION ALL SELECT 'decisions', count(*), max(decided_at) FROM decisions WHERE community_id = @id
     UNION ALL SELECT 'measures', count(*), max(fetched_at) FROM measures WHERE community_id = @id`,
  ).all({ id: communityId, activities });
}

/** Local days with at least one activity, ascending: from the days kept of each week, far fewer than those of each member. */
export function readActiveDayNumbers(db: ReadDb, communityId: CommunityId): readonly number[] {
  const weeks = statement<{ week: number; days: Buffer }>(
    db,
    'SELECT week, days FROM member_week_days WHERE community_id = ? AND level = 0 ORDER BY week',
  ).all(communityId);
  return weeks.flatMap(({ week, days }) => {
    let mask = 0;
    for (const day of days) mask |= day;
    return WEEK.filter((day) => (mask >> day) & 1).map((day) => week + day);
  });
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];
