import type { CaseId, CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { indexableText } from './tokens.ts';
import { addToIndex, takeFromIndex } from './write-index.ts';

/** What can be found. A member is found by handle and name. */
export const searchKinds = ['report', 'snapshot', 'note', 'member'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface IndexedText {
  readonly kind: SearchKind;
  /** Number of the row in the table of its kind. */
  readonly rowId: number;
  readonly communityId: CommunityId;
  readonly caseId: CaseId | null;
  /** When the thing was written; newer comes first among equals. */
  readonly at: Instant;
  /** The text as it is; folding happens here. Several fields are joined with a line break. */
  readonly text: string;
}

/** Puts a row's text into the index, or replaces what the index held for that row. Call it in the row's transaction. */
export function indexText(db: WriteDb, entry: IndexedText): void {
  const tokens = indexableText(entry.text);
  if (tokens === '') {
    removeText(db, entry.kind, entry.rowId);
    return;
  }
  const words = { text: tokens, facets: `${kindFacet(entry.kind)} ${communityFacet(entry.communityId)}` };
  addToIndex(db, insertEntry(db, entry) ?? replaceEntry(db, entry), words);
}

/** Takes a row's text out of the index. Does nothing when it was never in. */
export function removeText(db: WriteDb, kind: SearchKind, rowId: number): void {
  const known = entryId(db, kind, rowId);
  if (known === undefined) return;
  takeFromIndex(db, known);
  statement(db, 'DELETE FROM search_entries WHERE id = ?').run(known);
}

/** Notes that a row now belongs to another case; its text stays as indexed. */
export function moveTextToCase(db: WriteDb, kind: SearchKind, rowId: number, caseId: CaseId | null): void {
  statement(db, 'UPDATE search_entries SET case_id = ? WHERE kind = ? AND row_id = ?').run(caseId, kind, rowId);
}

/** The word under which the index files every text of a kind. */
export function kindFacet(kind: SearchKind): string {
  return `k${kind}`;
}

/** The word under which the index files every text of a community. */
export function communityFacet(communityId: CommunityId): string {
  return `c${communityId}`;
}

function entryId(db: WriteDb, kind: SearchKind, rowId: number): number | undefined {
  const sql = 'SELECT id FROM search_entries WHERE kind = ? AND row_id = ?';
  return statement<{ id: number }>(db, sql).get(kind, rowId)?.id;
}

/** The number of the new entry; null when the row has one. Most rows are new, so this is tried before anything is looked up. */
function insertEntry(db: WriteDb, { kind, rowId, communityId, caseId, at }: IndexedText): number | null {
  const sql = `INSERT INTO search_entries (kind, row_id, community_id, case_id, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (kind, row_id) DO NOTHING`;
  const { changes, lastInsertRowid } = statement(db, sql).run(kind, rowId, communityId, caseId, at);
  return changes === 0 ? null : Number(lastInsertRowid);
}

/** Takes the old words of a row out of the index. Answers the number of its entry. */
function replaceEntry(db: WriteDb, { kind, rowId, communityId, caseId, at }: IndexedText): number {
  const sql = `UPDATE search_entries SET community_id = ?, case_id = ?, at = ? WHERE kind = ? AND row_id = ? RETURNING id`;
  const { id } = statement<{ id: number }>(db, sql).get(communityId, caseId, at, kind, rowId) as { id: number };
  takeFromIndex(db, id);
  return id;
}
