import { type CaseState, caseTransitions, isOpenCase, type PriorityReason } from '../../../../shared/domain/case.ts';
import type { CaseId, CommunityId, Instant, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../../shared/domain/report.ts';
import { move } from '../../../../shared/domain/state-machine.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { CaseRow } from './row.ts';

/** Opens a case about an author and puts it into the queue, in one write: every index of the queue holds it. */
export function insertCase(
  db: WriteDb,
  opened: {
    communityId: CommunityId;
    authorMemberId: MemberId;
    category: ReportCategory;
    language: string | null;
    openedAt: Instant;
    at: Instant;
  },
): CaseId {
  const state = move('case', caseTransitions, 'new', 'queued');
  const result = statement(
    db,
    `INSERT INTO cases (community_id, author_member_id, state, is_open, category, language, opened_at, last_report_at,
       state_since)
     VALUES (@communityId, @authorMemberId, @state, @open, @category, @language, @openedAt, @openedAt, @at)`,
  ).run({ ...opened, state, open: Number(isOpenCase(state)) });
  return Number(result.lastInsertRowid) as CaseId;
}

/**
 * Moves a case to another state; throws ForbiddenTransition where the machine forbids it. Staying is no move. A case that
 * leaves `waiting` waits for nothing any more.
 */
export function setCaseState(
  db: WriteDb,
  row: Pick<CaseRow, 'id' | 'state'>,
  to: CaseState,
  at: Instant,
  waitingUntil: Instant | null = null,
): void {
  if (row.state === to && to !== 'waiting') return;
  const state = row.state === to ? to : move('case', caseTransitions, row.state, to);
  statement(
    db,
    `UPDATE cases SET state = @state, is_open = @open, state_since = @at, waiting_until = @waitingUntil,
       decided_at = CASE @state WHEN 'decided' THEN @at WHEN 'archived' THEN decided_at END, version = version + 1
     WHERE id = @id`,
  ).run({
    id: row.id,
    state,
    open: isOpenCase(state) ? 1 : 0,
    at,
    waitingUntil: state === 'waiting' ? waitingUntil : null,
  });
}

export interface CaseSummary {
  readonly category: ReportCategory;
  readonly categoryRank: number;
  readonly language: string | null;
  readonly priority: number;
  readonly reasons: readonly PriorityReason[];
  readonly excerpt: string;
  readonly reportCount: number;
  readonly openedAt: Instant;
  readonly lastReportAt: Instant;
}

/** Writes what follows from a case's reports. Says that the case moved on unless only its place in the queue changed. */
export function summarizeCase(db: WriteDb, row: CaseRow, summary: CaseSummary, movedOn: boolean): void {
  // Most of the time these stay, and SQLite writes every index and trigger of a column that it is told to set.
  const isFiledAlike =
    row.category === summary.category && row.language === summary.language && row.opened_at === summary.openedAt;
  const filing = isFiledAlike ? '' : 'category = @category, language = @language, opened_at = @openedAt,';
  statement(
    db,
    `UPDATE cases SET ${filing} category_rank = @categoryRank, priority = @priority, priority_reasons = @reasons,
       excerpt = @excerpt, report_count = @reportCount, last_report_at = @lastReportAt, version = version + @movedOn
     WHERE id = @id`,
  ).run({ ...summary, id: row.id, reasons: JSON.stringify(summary.reasons), movedOn: movedOn ? 1 : 0 });
}

/** Stops or resumes retention for a case. */
export function setLegalHold(db: WriteDb, id: CaseId, hold: boolean): void {
  statement(db, 'UPDATE cases SET legal_hold = ? WHERE id = ?').run(hold ? 1 : 0, id);
}

/** Says whether a decision on the case waits for a person because the platform moved on. */
export function setHasConflict(db: WriteDb, id: CaseId, has: boolean): void {
  statement(db, 'UPDATE cases SET has_conflict = ?, version = version + 1 WHERE id = ?').run(has ? 1 : 0, id);
}

/** Writes the severity that the newest decision found. */
export function setSeverity(db: WriteDb, id: CaseId, severity: string | null): void {
  statement(db, 'UPDATE cases SET severity = ? WHERE id = ?').run(severity, id);
}
