import type {
  ActionId,
  CaseId,
  CommunityId,
  DecisionId,
  Instant,
  MemberId,
  ReportId,
} from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ActionRow } from './row.ts';

/** The actions of a decision in the order they are carried out. */
export function listActionsOfDecision(db: ReadDb, id: DecisionId): readonly ActionRow[] {
  return statement<ActionRow>(db, 'SELECT * FROM actions WHERE decision_id = ? ORDER BY position').all(id);
}

/** One action, or null. */
export function findAction(db: ReadDb, id: ActionId): ActionRow | null {
  return statement<ActionRow>(db, 'SELECT * FROM actions WHERE id = ?').get(id) ?? null;
}

/** True while nobody knows what became of a request about a report. */
export function isActionUnderWay(db: ReadDb, reportId: ReportId): boolean {
  const sql = `SELECT 1 FROM reports r JOIN actions a ON a.case_id = r.case_id
    WHERE r.id = ? AND a.state = 'sending' LIMIT 1`;
  return statement(db, sql).get(reportId) !== undefined;
}

/** The actions of all decisions on a case. */
export function listActionsOfCase(db: ReadDb, caseId: CaseId): readonly ActionRow[] {
  return statement<ActionRow>(db, 'SELECT * FROM actions WHERE case_id = ? ORDER BY decision_id, position').all(caseId);
}

export interface WaitingDecision {
  readonly decision_id: DecisionId;
  readonly community_id: CommunityId;
  readonly case_id: CaseId;
  readonly failed: number;
  readonly sending: number;
  readonly not_before: Instant;
  readonly next_attempt_at: Instant | null;
  readonly attempts: number;
  readonly error_code: string | null;
}

const waitingColumns = `decision_id, community_id, case_id, max(state = 'failed') AS failed,
  max(state = 'sending') AS sending, max(not_before) AS not_before, max(next_attempt_at) AS next_attempt_at,
  max(attempts) AS attempts, max(error_code) AS error_code`;

/** Decisions with an action the platform has not confirmed, in the order they were made. */
export function listWaitingDecisions(db: ReadDb, communityId: CommunityId): readonly WaitingDecision[] {
  const sql = `SELECT ${waitingColumns} FROM actions INDEXED BY actions_waiting
    WHERE community_id = ? AND state IN ('confirmed', 'sending', 'failed') GROUP BY decision_id ORDER BY decision_id`;
  return statement<WaitingDecision>(db, sql).all(communityId);
}

/** The same over all communities. */
export function listAllWaitingDecisions(db: ReadDb): readonly WaitingDecision[] {
  const sql = `SELECT ${waitingColumns} FROM actions INDEXED BY actions_waiting
    WHERE state IN ('confirmed', 'sending', 'failed') GROUP BY community_id, decision_id ORDER BY decision_id`;
  return statement<WaitingDecision>(db, sql).all();
}

/**
 * What Hearth itself did to an account since `since`, by any decision: a later decision must not take that for somebody
 * else's doing.
 */
export function listOwnAccountActions(
  db: ReadDb,
  communityId: CommunityId,
  accountRemoteId: string,
  since: Instant,
): readonly ActionRow[] {
  const sql = `SELECT * FROM actions WHERE community_id = ? AND target_remote_id = ? AND target_kind = 'account'
    AND applied_at >= ? ORDER BY applied_at`;
  return statement<ActionRow>(db, sql).all(communityId, accountRemoteId, since);
}

/** The same for the posts of an author: what Hearth took down or put back since `since`, by any decision. */
export function listOwnPostActions(db: ReadDb, authorId: MemberId, since: Instant): readonly ActionRow[] {
  const sql = `SELECT a.* FROM cases c JOIN actions a ON a.case_id = c.id WHERE c.author_member_id = ?
    AND a.target_kind = 'post' AND a.applied_at >= ? ORDER BY a.applied_at`;
  return statement<ActionRow>(db, sql).all(authorId, since);
}

/** Posts that Hearth took down in a case and that are still down by it. What was down before is none of these. */
export function listStandingRemovals(db: ReadDb, caseId: CaseId): readonly ActionRow[] {
  const sql = `SELECT * FROM actions WHERE case_id = ? AND kind = 'post.remove' AND state = 'applied'
    AND before IS NOT NULL ORDER BY decision_id, position`;
  return statement<ActionRow>(db, sql).all(caseId);
}

/** The sanction by Hearth on an account that still stands, or null. */
export function findStandingSanction(db: ReadDb, communityId: CommunityId, accountRemoteId: string): ActionRow | null {
  const sql = `SELECT * FROM actions WHERE community_id = ? AND target_remote_id = ? AND target_kind = 'account'
      AND state = 'applied' AND kind IN ('account.sensitive', 'account.disable', 'account.silence', 'account.suspend')
    ORDER BY applied_at DESC LIMIT 1`;
  return statement<ActionRow>(db, sql).get(communityId, accountRemoteId) ?? null;
}
