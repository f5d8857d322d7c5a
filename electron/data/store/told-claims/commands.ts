import type { Instant, ReportId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ClaimToTell } from './row.ts';

/** Notes that a report is about to be taken on its server. */
export function noteTelling(db: WriteDb, { reportId, claimId }: ClaimToTell): void {
  const sql = `INSERT INTO told_claims (report_id, claim_id) VALUES (?, ?)
    ON CONFLICT (report_id) DO UPDATE SET claim_id = excluded.claim_id, refused = 0`;
  statement(db, sql).run(reportId, claimId);
}

/** Nothing came of it so far; tried again at that time. */
export function postponeTelling(db: WriteDb, { reportId, claimId, failures }: ClaimToTell, nextAt: Instant): void {
  const sql = `INSERT INTO told_claims (report_id, claim_id, failures, next_at) VALUES (@reportId, @claimId, @failures, @nextAt)
    ON CONFLICT (report_id) DO UPDATE SET failures = @failures, next_at = @nextAt`;
  statement(db, sql).run({ reportId, claimId, failures: failures + 1, nextAt });
}

/** The server said no: this claim is not told again. */
export function noteRefusedTelling(db: WriteDb, { reportId }: ClaimToTell): void {
  statement(db, 'UPDATE told_claims SET refused = 1 WHERE report_id = ?').run(reportId);
}

/** The server has been told. */
export function noteTold(db: WriteDb, { reportId }: ClaimToTell): void {
  statement(db, 'UPDATE told_claims SET failures = 0, next_at = 0 WHERE report_id = ?').run(reportId);
}

/** There is nothing to give back any more: given back, closed, gone, or in somebody else's hands. */
export function forgetTold(db: WriteDb, reportId: ReportId): void {
  statement(db, 'DELETE FROM told_claims WHERE report_id = ?').run(reportId);
}
