import type { CaseId, CommunityId, Instant, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { CaseRow } from './row.ts';

/** One case, or null. */
export function findCase(db: ReadDb, id: CaseId): CaseRow | null {
  return statement<CaseRow>(db, 'SELECT * FROM cases WHERE id = ?').get(id) ?? null;
}

/** The case about an author that somebody still has to work on, or null. There is at most one. */
export function findOpenCase(db: ReadDb, communityId: CommunityId, authorId: MemberId): CaseRow | null {
  const sql = 'SELECT * FROM cases WHERE community_id = ? AND author_member_id = ? AND is_open = 1';
  return statement<CaseRow>(db, sql).get(communityId, authorId) ?? null;
}

/** Cases set aside until a time that has come, a few at a time. */
export function listWaitedFor(db: ReadDb, now: Instant, limit: number): readonly CaseRow[] {
  const sql =
    'SELECT * FROM cases WHERE waiting_until IS NOT NULL AND waiting_until <= ? ORDER BY waiting_until LIMIT ?';
  return statement<CaseRow>(db, sql).all(now, limit);
}

/** Open cases with a report that names this rule of the server. */
export function listOpenCasesUnderRule(db: ReadDb, communityId: CommunityId, ruleId: string): readonly CaseId[] {
  const sql = `SELECT DISTINCT c.id FROM cases c JOIN reports r ON r.case_id = c.id
    WHERE c.is_open = 1 AND c.community_id = ? AND EXISTS (SELECT 1 FROM json_each(r.rule_ids) WHERE value = ?)`;
  return statement<{ id: CaseId }>(db, sql)
    .all(communityId, ruleId)
    .map(({ id }) => id);
}
