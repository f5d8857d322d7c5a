import type { RecordKindId, RecordProblem } from '../../../../shared/domain/health/records.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { RecordImportSummary, RecordReject } from '../../../../shared/ipc/topics/records.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A hostile file must not fill the store with reasons against it. */
const REJECTS_KEPT = 10_000;

/** Begins an import of records. Whatever a crash left running is marked as failed first. */
export function startRecordImport(db: WriteDb, communityId: CommunityId, kind: RecordKindId, at: Instant): number {
  statement(db, `UPDATE record_imports SET state = 'failed', finished_at = ? WHERE state = 'running'`).run(at);
  const sql = `INSERT INTO record_imports (community_id, kind, state, started_at) VALUES (?, ?, 'running', ?)`;
  return Number(statement(db, sql).run(communityId, kind, at).lastInsertRowid);
}

/** What one batch adds to an import's counts. */
export interface RecordImportStep
  extends Pick<RecordImportSummary, 'linesRead' | 'added' | 'changed' | 'alreadyKnown' | 'newMembers'> {
  readonly rejects: readonly RecordReject[];
}

/** Writes down how far an import is. Call it in the transaction that writes the batch. */
export function recordImportBatch(db: WriteDb, importId: number, step: RecordImportStep): void {
  const before = findRecordImport(db, importId)?.rejected ?? 0;
  const { rejects, ...counts } = step;
  const insert = statement(
    db,
    'INSERT OR IGNORE INTO record_import_rejects (import_id, line, field, reason) VALUES (?, ?, ?, ?)',
  );
  for (const { line, field, problem } of rejects.slice(0, Math.max(0, REJECTS_KEPT - before))) {
    insert.run(importId, line, field, problem);
  }
  statement(
    db,
    `UPDATE record_imports SET lines_read = lines_read + @linesRead, added = added + @added, changed = changed + @changed,
       already_known = already_known + @alreadyKnown, new_members = new_members + @newMembers,
       rejected = rejected + @rejected WHERE id = @importId`,
  ).run({ ...counts, rejected: rejects.length, importId });
}

/** Ends an import. */
export function finishRecordImport(
  db: WriteDb,
  importId: number,
  state: Exclude<RecordImportSummary['state'], 'running'>,
  at: Instant,
): void {
  statement(db, 'UPDATE record_imports SET state = ?, finished_at = ? WHERE id = ?').run(state, at, importId);
}

/** One import, or undefined. */
export function findRecordImport(db: ReadDb, importId: number): RecordImportSummary | undefined {
  return statement<RecordImportSummary>(
    db,
    `SELECT id AS importId, state, lines_read AS linesRead, added, changed, already_known AS alreadyKnown,
       new_members AS newMembers, rejected FROM record_imports WHERE id = ?`,
  ).get(importId);
}

/** A page of the lines that could not be taken, in the order of the file. */
export function listRecordRejects(db: ReadDb, importId: number, offset: number, limit: number): RecordReject[] {
  return statement<{ line: number; field: string | null; problem: RecordProblem }>(
    db,
    `SELECT line, field, reason AS problem FROM record_import_rejects WHERE import_id = ? ORDER BY line LIMIT ? OFFSET ?`,
  ).all(importId, limit, offset);
}
