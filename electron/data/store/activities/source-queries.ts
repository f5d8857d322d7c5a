import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** What one source of numbers holds and how new it is. */
export interface SourceRow {
  readonly id: 'activities' | 'imports' | 'reports' | 'decisions' | 'measures';
  readonly count: number;
  readonly last_at: Instant | null;
}

/** Sources that fill themselves: activities, imported files, reports, decisions, and the platform's own measures. */
export function readSources(db: ReadDb, communityId: CommunityId): readonly SourceRow[] {
  return statement<SourceRow>(
    db,
    `SELECT 'activities' AS id, (SELECT coalesce(sum(activities), 0) FROM member_days WHERE community_id = @id) AS count,
       (SELECT max(at) FROM activities WHERE community_id = @id) AS last_at
     UNION ALL SELECT 'imports', count(*), max(finished_at) FROM imports WHERE community_id = @id AND state = 'finished'
     UNION ALL SELECT 'reports', count(*), max(received_at) FROM reports WHERE community_id = @id
     UNION ALL SELECT 'decisions', count(*), max(decided_at) FROM decisions WHERE community_id = @id
     UNION ALL SELECT 'measures', count(*), max(fetched_at) FROM measures WHERE community_id = @id`,
  ).all({ id: communityId });
}

/** Local days with at least one activity, ascending. */
export function readActiveDayNumbers(db: ReadDb, communityId: CommunityId): readonly number[] {
  return db
    .prepare('SELECT DISTINCT day FROM member_days WHERE community_id = ? ORDER BY day')
    .pluck()
    .all(communityId) as number[];
}
