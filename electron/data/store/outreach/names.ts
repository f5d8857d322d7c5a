import type { RecordKindId } from '../../../../shared/domain/health/records.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { findByNameSql, isTabled } from './record-tables.ts';

/** A row number, or why there is none. */
export type Found = number | 'unknown' | 'ambiguous';

/** Adds a member of whom no more than the name is known. Answers the row number. */
export function addNamedMember(db: WriteDb, communityId: CommunityId, name: string, now: Instant): number {
  const sql = 'INSERT INTO members (community_id, remote_id, first_seen_at) VALUES (?, ?, ?)';
  return Number(statement(db, sql).run(communityId, name, now).lastInsertRowid);
}

const byName = new Map<RecordKindId, string>();

/** A record of another kind by its name; an event also by its name and day, as "Book club (2026-03-05)". */
export function findRecordByName(db: ReadDb, communityId: CommunityId, kind: RecordKindId, name: string): Found {
  if (!isTabled(kind)) return 'unknown';
  const sql = byName.get(kind) ?? findByNameSql(kind);
  byName.set(kind, sql);
  return only(statement<{ id: number }>(db, sql).all({ communityId, name }));
}

function only(rows: readonly { readonly id: number }[]): Found {
  if (rows.length > 1) return 'ambiguous';
  return rows[0]?.id ?? 'unknown';
}
