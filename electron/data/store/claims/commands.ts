import type { ClaimKind } from '../../../../shared/domain/claim.ts';
import type { CaseId, ClaimId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

export interface NewClaim {
  readonly caseId: CaseId;
  readonly holder: string;
  readonly device: string;
  readonly kind: ClaimKind;
  readonly since: Instant;
  readonly leaseUntil: Instant;
}

/** Takes a case; the caller has made sure that nobody else holds it. */
export function insertClaim(db: WriteDb, claim: NewClaim): void {
  statement(
    db,
    `INSERT INTO claims (case_id, holder, device, kind, since, lease_until)
     VALUES (@caseId, @holder, @device, @kind, @since, @leaseUntil)`,
  ).run(claim);
  statement(db, 'UPDATE cases SET claimed_by = ? WHERE id = ?').run(claim.device, claim.caseId);
}

/** Starts the lease of a claim anew. */
export function renewClaim(db: WriteDb, id: ClaimId, leaseUntil: Instant): void {
  statement(db, 'UPDATE claims SET lease_until = ? WHERE id = ?').run(leaseUntil, id);
}

/** Lets go of whatever claim there is on a case. */
export function releaseClaims(db: WriteDb, caseId: CaseId, at: Instant, why: string): void {
  const sql = 'UPDATE claims SET released_at = ?, released_why = ? WHERE case_id = ? AND released_at IS NULL';
  statement(db, sql).run(at, why, caseId);
  statement(db, 'UPDATE cases SET claimed_by = NULL WHERE id = ? AND claimed_by IS NOT NULL').run(caseId);
}

/** Moves every running lease by the same time, so that a clock that was set back neither lengthens nor ends one. */
export function shiftLeases(db: WriteDb, byMs: number): void {
  statement(db, 'UPDATE claims SET since = since + ?, lease_until = lease_until + ? WHERE released_at IS NULL').run(
    byMs,
    byMs,
  );
}
