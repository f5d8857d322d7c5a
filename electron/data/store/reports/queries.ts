import type { CaseId, CommunityId, ReportId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { ReportRow } from './row.ts';

/** A report by its platform's id, or null. */
export function findReportByRemoteId(db: ReadDb, communityId: CommunityId, remoteId: string): ReportRow | null {
  const sql = 'SELECT * FROM reports WHERE community_id = ? AND remote_id = ?';
  return statement<ReportRow>(db, sql).get(communityId, remoteId) ?? null;
}

/** What tells whether a report that was read again is as it was. */
export type KnownReport = Pick<ReportRow, 'id' | 'case_id' | 'payload_hash' | 'remote_version' | 'remote_state'>;

/** The same by its platform's id, or null. Of a list most reports are as they were, so this reads no more. */
export function findKnownReport(db: ReadDb, communityId: CommunityId, remoteId: string): KnownReport | null {
  const sql = `SELECT id, case_id, payload_hash, remote_version, remote_state FROM reports
    WHERE community_id = ? AND remote_id = ?`;
  return statement<KnownReport>(db, sql).get(communityId, remoteId) ?? null;
}

/** One report, or null. */
export function findReport(db: ReadDb, id: ReportId): ReportRow | null {
  return statement<ReportRow>(db, 'SELECT * FROM reports WHERE id = ?').get(id) ?? null;
}

/** All reports of a case, oldest first. */
export function listReportsOfCase(db: ReadDb, caseId: CaseId): readonly ReportRow[] {
  return statement<ReportRow>(db, 'SELECT * FROM reports WHERE case_id = ? ORDER BY created_at, id').all(caseId);
}

/** Reports of a case that nobody has answered yet, oldest first. */
export function listLinkedReports(db: ReadDb, caseId: CaseId): readonly ReportRow[] {
  const sql = "SELECT * FROM reports WHERE case_id = ? AND state = 'linked' ORDER BY created_at, id";
  return statement<ReportRow>(db, sql).all(caseId);
}

/** Reports believed open that the given reading of the open list did not have, a few at a time, after `afterId`. */
export function listVanishedReports(
  db: ReadDb,
  communityId: CommunityId,
  generation: number,
  afterId: number,
  limit: number,
): readonly Pick<ReportRow, 'id' | 'remote_id'>[] {
  const sql = `SELECT id, remote_id FROM reports INDEXED BY reports_open_remotely
    WHERE community_id = ? AND remote_state = 'open' AND seen_generation <> ? AND id > ?
      AND NOT EXISTS (SELECT 1 FROM unread_items AS unread WHERE unread.community_id = reports.community_id
        AND unread.list = 'reports' AND unread.remote_id = reports.remote_id)
    ORDER BY id LIMIT ?`;
  return statement<Pick<ReportRow, 'id' | 'remote_id'>>(db, sql).all(communityId, generation, afterId, limit);
}

/** How many reports are believed open on a community's platform. */
export function countOpenRemotely(db: ReadDb, communityId: CommunityId): number {
  const sql = "SELECT count(*) AS n FROM reports WHERE community_id = ? AND remote_state = 'open'";
  return statement<{ n: number }>(db, sql).get(communityId)?.n ?? 0;
}
