import type { CommunityId, ImportId } from '../../../../shared/domain/ids.ts';
import type { ImportReject, ImportSummary } from '../../../../shared/ipc/topics/imports.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { type ImportRow, toImportSummary } from './row.ts';

const columns = 'id, community_id, state, lines_read, added, already_known, rejected, started_at, finished_at';

/** Imports, newest first; of one community or of all. */
export function listImports(db: ReadDb, communityId?: CommunityId): ImportSummary[] {
  const rows = statement<ImportRow>(
    db,
    `SELECT ${columns} FROM imports WHERE @communityId IS NULL OR community_id = @communityId ORDER BY id DESC LIMIT 500`,
  ).all({ communityId: communityId ?? null });
  return rows.map(toImportSummary);
}

/** One import, or undefined. */
export function findImport(db: ReadDb, importId: ImportId): ImportSummary | undefined {
  const row = statement<ImportRow>(db, `SELECT ${columns} FROM imports WHERE id = ?`).get(importId);
  return row && toImportSummary(row);
}

/** A page of the lines an import could not take, in the order of the file. */
export function listRejects(db: ReadDb, importId: ImportId, offset: number, limit: number): ImportReject[] {
  return statement<ImportReject>(
    db,
    'SELECT line, reason FROM import_rejects WHERE import_id = ? ORDER BY line LIMIT ? OFFSET ?',
  ).all(importId, limit, offset);
}
