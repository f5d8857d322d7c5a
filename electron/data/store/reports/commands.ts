import type { CaseId, CommunityId, Instant, MemberId, ReportId } from '../../../../shared/domain/ids.ts';
import { type ReportCategory, type ReportState, reportTransitions } from '../../../../shared/domain/report.ts';
import type { ReportFacts } from '../../../../shared/domain/report-facts.ts';
import { move } from '../../../../shared/domain/state-machine.ts';
import type { WriteDb } from '../db.ts';
import { moveTextToCase } from '../search/index-text.ts';
import { statement } from '../statement.ts';
import type { ReportRow } from './row.ts';

export interface NewReport {
  readonly communityId: CommunityId;
  readonly remoteId: string;
  readonly caseId: CaseId | null;
  readonly reporterMemberId: MemberId | null;
  readonly reporterServer: string | null;
  readonly targetMemberId: MemberId;
  readonly state: ReportState;
  readonly category: ReportCategory;
  readonly comment: string;
  readonly language: string | null;
  readonly forwarded: boolean;
  readonly facts: ReportFacts;
  readonly updatedAt: Instant | null;
  readonly payloadHash: string;
  readonly createdAt: Instant;
  readonly generation: number;
}

/** Adds a report as received. */
export function insertReport(db: WriteDb, report: NewReport): ReportId {
  const result = statement(
    db,
    `INSERT INTO reports (community_id, remote_id, case_id, reporter_member_id, reporter_server, target_member_id, state,
       category_received, rule_ids, comment, language, forwarded, remote_state, remote_version, remote_assigned_to,
       remote_resolved_by, remote_updated_at, remote_facts, seen_generation, payload_hash, created_at, received_at,
       checked_at)
     VALUES (@communityId, @remoteId, @caseId, @reporterMemberId, @reporterServer, @targetMemberId, @state, @category,
       @ruleIds, @comment, @language, @forwarded, @remoteState, @version, @assignedTo, @resolvedBy, @updatedAt, @facts,
       @generation, @payloadHash, @createdAt, @readAt, @readAt)`,
  ).run({
    communityId: report.communityId,
    remoteId: report.remoteId,
    caseId: report.caseId,
    reporterMemberId: report.reporterMemberId,
    reporterServer: report.reporterServer,
    targetMemberId: report.targetMemberId,
    state: report.state,
    category: report.category,
    comment: report.comment,
    language: report.language,
    forwarded: Number(report.forwarded),
    generation: report.generation,
    payloadHash: report.payloadHash,
    createdAt: report.createdAt,
    updatedAt: report.updatedAt,
    ...factColumns(report.facts),
  });
  return Number(result.lastInsertRowid) as ReportId;
}

function factColumns(facts: ReportFacts): Record<string, unknown> {
  return {
    ruleIds: JSON.stringify(facts.ruleIds),
    remoteState: facts.state,
    version: facts.version,
    assignedTo: facts.assignedTo,
    resolvedBy: facts.resolvedBy,
    facts: JSON.stringify(facts),
    readAt: facts.readAt,
  };
}

/** Notes that a reading found the report exactly as it was. */
export function touchReport(db: WriteDb, id: ReportId, at: Instant, generation: number): void {
  const sql = 'UPDATE reports SET checked_at = ?, seen_generation = max(seen_generation, ?) WHERE id = ?';
  statement(db, sql).run(at, generation, id);
}

/** Notes that the report still stands in the list of open ones, though what stands there could not be read. */
export function noteListed(db: WriteDb, communityId: CommunityId, remoteId: string, generation: number): void {
  const sql = `UPDATE reports SET seen_generation = max(seen_generation, ?)
    WHERE community_id = ? AND remote_id = ? AND remote_state = 'open'`;
  statement(db, sql).run(generation, communityId, remoteId);
}

/** Writes down how the report stands on its platform now. What the reporter wrote stays as received. */
export function recordRemoteStanding(
  db: WriteDb,
  id: ReportId,
  seen: { facts: ReportFacts; updatedAt: Instant | null; payloadHash: string; generation: number },
): void {
  statement(
    db,
    `UPDATE reports SET category_received = @category, rule_ids = @ruleIds, remote_state = @remoteState,
       remote_version = @version, remote_assigned_to = @assignedTo, remote_resolved_by = @resolvedBy,
       remote_updated_at = @updatedAt, remote_facts = @facts, payload_hash = @payloadHash, checked_at = @readAt,
       seen_generation = max(seen_generation, @generation), gone_at = NULL WHERE id = @id`,
  ).run({
    id,
    category: seen.facts.category,
    updatedAt: seen.updatedAt,
    payloadHash: seen.payloadHash,
    generation: seen.generation,
    ...factColumns(seen.facts),
  });
}

/** Takes out of a comment what the reporter did not write. */
export function correctComment(db: WriteDb, id: ReportId, comment: string): void {
  statement(db, 'UPDATE reports SET comment = ? WHERE id = ?').run(comment, id);
}

/** Notes that the platform no longer has the report. The copy here is the only one left. */
export function recordGone(db: WriteDb, id: ReportId, facts: ReportFacts): void {
  const sql = `UPDATE reports SET remote_state = 'gone', remote_facts = ?, gone_at = coalesce(gone_at, ?), checked_at = ?
    WHERE id = ?`;
  statement(db, sql).run(JSON.stringify(facts), facts.readAt, facts.readAt, id);
}

/** Moves a report to another state; throws ForbiddenTransition where the machine forbids it. Staying is no move. */
export function setReportState(db: WriteDb, report: Pick<ReportRow, 'id' | 'state'>, to: ReportState): void {
  if (report.state === to) return;
  statement(db, 'UPDATE reports SET state = ? WHERE id = ?').run(
    move('report', reportTransitions, report.state, to),
    report.id,
  );
}

/** Links a report, and what the search finds of it, to a case. */
export function linkReportToCase(db: WriteDb, report: Pick<ReportRow, 'id' | 'state'>, caseId: CaseId): void {
  statement(db, 'UPDATE reports SET case_id = ? WHERE id = ?').run(caseId, report.id);
  setReportState(db, report, 'linked');
  moveTextToCase(db, 'report', report.id, caseId);
  for (const { id } of statement<{ id: number }>(
    db,
    'SELECT s.id FROM report_subjects l JOIN snapshots s ON s.subject_id = l.subject_id WHERE l.report_id = ?',
  ).all(report.id)) {
    moveTextToCase(db, 'snapshot', id, caseId);
  }
}

/** Sets the category that a moderator found right on every unanswered report of a case. */
export function correctCategories(db: WriteDb, caseId: CaseId, category: ReportCategory): void {
  const sql = "UPDATE reports SET category_corrected = ? WHERE case_id = ? AND state = 'linked'";
  statement(db, sql).run(category, caseId);
}
