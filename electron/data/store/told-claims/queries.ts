import type { CaseId, CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ClaimToTell } from './row.ts';

/** A community as this installation acts in it. */
export interface ClaimedBy {
  readonly communityId: CommunityId;
  readonly device: string;
  /** Our account there. */
  readonly handle: string;
  /** How long a case is held before its server is told, in milliseconds. */
  readonly tellAfterMs: number;
}

const held = `claims c WHERE c.case_id = k.id AND c.released_at IS NULL AND c.device = @device AND c.lease_until > @now`;

/**
 * Not while nobody knows what became of a decision's call or a note: taking moves the platform's time of change, by which that is
 * judged.
 */
const isSettled = `NOT EXISTS (SELECT 1 FROM actions a WHERE a.report_id = r.id AND a.state = 'sending')
       AND NOT EXISTS (SELECT 1 FROM note_sendings n WHERE n.report_id = r.id AND n.state = 'sending')`;

/** Open reports of cases that are held here and that nobody has there, soonest due first. */
export function listClaimsToTell(db: ReadDb, by: ClaimedBy, now: Instant): readonly ClaimToTell[] {
  return statement<ClaimToTell>(
    db,
    `SELECT r.id AS reportId, r.remote_id AS remoteId, k.id AS caseId, c.id AS claimId, coalesce(t.failures, 0) AS failures,
       max(c.since + @tellAfterMs, coalesce(t.next_at, 0)) AS dueAt
     FROM claims c JOIN cases k ON k.id = c.case_id JOIN reports r ON r.case_id = k.id
       LEFT JOIN told_claims t ON t.report_id = r.id
     WHERE c.released_at IS NULL AND c.device = @device AND c.lease_until > @now AND k.community_id = @communityId
       AND k.is_open = 1 AND r.state = 'linked' AND r.remote_state = 'open' AND r.remote_assigned_to IS NULL
       AND (t.report_id IS NULL OR t.refused = 0 OR t.claim_id <> c.id) AND ${isSettled}
     ORDER BY dueAt, r.id`,
  ).all({ communityId: by.communityId, device: by.device, tellAfterMs: by.tellAfterMs, now });
}

/**
 * Open reports that Hearth took there and whose case, though not decided, is held here no more. One that was decided stays
 * ours: who decided it is what colleagues should see.
 */
export function listClaimsToGiveBack(db: ReadDb, by: ClaimedBy, now: Instant): readonly ClaimToTell[] {
  return statement<ClaimToTell>(
    db,
    `SELECT r.id AS reportId, r.remote_id AS remoteId, k.id AS caseId, t.claim_id AS claimId, t.failures, t.next_at AS dueAt
     FROM told_claims t JOIN reports r ON r.id = t.report_id JOIN cases k ON k.id = r.case_id
     WHERE k.community_id = @communityId AND k.is_open = 1 AND r.remote_state = 'open' AND r.remote_assigned_to = @handle
       AND NOT EXISTS (SELECT 1 FROM ${held}) AND ${isSettled}
     ORDER BY dueAt, r.id`,
  ).all({ communityId: by.communityId, device: by.device, handle: by.handle, now });
}

/** When the server is to be told something next, or null when there is nothing to tell. */
export function nextTellingAt(db: ReadDb, by: ClaimedBy, now: Instant): Instant | null {
  const [tell] = listClaimsToTell(db, by, now);
  const [giveBack] = listClaimsToGiveBack(db, by, now);
  if (!tell || !giveBack) return (tell ?? giveBack)?.dueAt ?? null;
  return Math.min(tell.dueAt, giveBack.dueAt);
}

/** True when the server would not take a claim on the case. */
export function wasClaimRefused(db: ReadDb, caseId: CaseId): boolean {
  const sql = `SELECT 1 FROM claims c JOIN told_claims t ON t.claim_id = c.id
    WHERE c.case_id = ? AND c.released_at IS NULL AND t.refused = 1`;
  return statement(db, sql).get(caseId) !== undefined;
}
