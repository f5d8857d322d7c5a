import type { ImportSummary } from '../../../../shared/ipc/topics/imports.ts';

/** A row of the imports table. */
export interface ImportRow {
  readonly id: number;
  readonly community_id: number;
  readonly state: ImportSummary['state'];
  readonly lines_read: number;
  readonly added: number;
  readonly already_known: number;
  readonly rejected: number;
  readonly started_at: number;
  readonly finished_at: number | null;
}

/** An import as screens know it. */
export function toImportSummary(row: ImportRow): ImportSummary {
  return {
    importId: row.id,
    communityId: row.community_id,
    state: row.state,
    linesRead: row.lines_read,
    added: row.added,
    alreadyKnown: row.already_known,
    rejected: row.rejected,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
