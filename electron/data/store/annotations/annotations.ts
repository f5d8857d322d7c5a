import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** What a community did on a day: a policy change, an event. The coordinator's own words. */
export interface AnnotationRow {
  readonly id: number;
  readonly community_id: number;
  /** Local day number. */
  readonly day: number;
  readonly text: string;
}

/** Annotations of a community by day. */
export function listAnnotations(db: ReadDb, communityId: CommunityId): readonly AnnotationRow[] {
  return statement<AnnotationRow>(
    db,
    'SELECT id, community_id, day, text FROM health_annotations WHERE community_id = ? ORDER BY day, id',
  ).all(communityId);
}

/** Adds an annotation and answers its id. */
export function addAnnotation(
  db: WriteDb,
  { communityId, day, text, at }: { communityId: CommunityId; day: number; text: string; at: Instant },
): number {
  const written = statement(
    db,
    'INSERT INTO health_annotations (community_id, day, text, created_at) VALUES (?, ?, ?, ?)',
  ).run(communityId, day, text, at);
  return Number(written.lastInsertRowid);
}

/** Removes an annotation of a community; nothing happens where there is none. */
export function removeAnnotation(db: WriteDb, communityId: CommunityId, id: number): void {
  statement(db, 'DELETE FROM health_annotations WHERE community_id = ? AND id = ?').run(communityId, id);
}
