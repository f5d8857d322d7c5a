import type { CommunityId, ImportId, Instant } from '../../../../shared/domain/ids.ts';
import type { ArchiveSourceId } from '../../../../shared/ipc/topics/archives.ts';
import type { ImportMapping, ImportReject, ImportSummary } from '../../../../shared/ipc/topics/imports.ts';
import type { ReportMapping } from '../../../../shared/ipc/topics/report-imports.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** Lines kept of those an import could not take; beyond it they are only counted. */
export const REJECTS_KEPT = 10_000;

/** What has to be known to start an import. */
export interface NewImport {
  readonly communityId: CommunityId;
  /** How a table was read, or what kind of archive it was. */
  readonly mapping: ImportMapping | { readonly archive: ArchiveSourceId } | { readonly reports: ReportMapping };
  readonly timeZone: string;
  readonly startedAt: Instant;
}

/** Begins an import: from now on it is listed as running. */
export function startImport(db: WriteDb, { communityId, mapping, timeZone, startedAt }: NewImport): ImportId {
  const written = statement(
    db,
    `INSERT INTO imports (community_id, mapping, time_zone, state, started_at) VALUES (?, ?, ?, 'running', ?)`,
  ).run(communityId, JSON.stringify(mapping), timeZone, startedAt);
  return Number(written.lastInsertRowid) as ImportId;
}

/** What one batch adds to an import's counts. */
export interface ImportStep {
  readonly linesRead: number;
  readonly added: number;
  readonly alreadyKnown: number;
  readonly rejects: readonly ImportReject[];
}

/** Writes down how far an import is. Call it in the transaction that adds the batch. */
export function recordImportStep(db: WriteDb, importId: ImportId, step: ImportStep): void {
  const kept =
    statement<{ rejected: number }>(db, 'SELECT rejected FROM imports WHERE id = ?').get(importId)?.rejected ?? 0;
  const insert = statement(db, 'INSERT OR IGNORE INTO import_rejects (import_id, line, reason) VALUES (?, ?, ?)');
  for (const reject of step.rejects.slice(0, Math.max(0, REJECTS_KEPT - kept))) {
    insert.run(importId, reject.line, reject.reason);
  }
  statement(
    db,
    `UPDATE imports SET lines_read = lines_read + ?, added = added + ?, already_known = already_known + ?,
       rejected = rejected + ? WHERE id = ?`,
  ).run(step.linesRead, step.added, step.alreadyKnown, step.rejects.length, importId);
}

/** Ends an import. `contentHash` is the SHA-256 of the file where it was read to its end. */
export function finishImport(
  db: WriteDb,
  importId: ImportId,
  end: {
    readonly state: Exclude<ImportSummary['state'], 'running'>;
    readonly at: Instant;
    readonly contentHash: string | null;
  },
): void {
  statement(db, 'UPDATE imports SET state = ?, finished_at = ?, content_hash = ? WHERE id = ?').run(
    end.state,
    end.at,
    end.contentHash,
    importId,
  );
}

/** Imports that a crash or power cut left running are marked as failed. Call it when the store is opened. */
export function failInterruptedImports(db: WriteDb, at: Instant): number {
  return statement(db, `UPDATE imports SET state = 'failed', finished_at = ? WHERE state = 'running'`).run(at).changes;
}
