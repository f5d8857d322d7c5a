import type { CaseId, CommunityId, Instant, SnapshotId, SubjectId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { indexText } from '../search/index-text.ts';
import { snapshotText } from '../search/searchable-text.ts';
import { statement } from '../statement.ts';
import { contentHash, type SnapshotContent, snapshotHash } from './hash.ts';
import { findLatestSnapshot } from './queries.ts';

export interface NewSnapshot {
  readonly subjectId: SubjectId;
  readonly communityId: CommunityId;
  readonly caseId: CaseId | null;
  readonly content: SnapshotContent;
  readonly capturedAt: Instant;
  readonly capturedBy: string;
}

/** Keeps a version of a subject, chained to the one before. Answers null when this version is already kept. */
export function insertSnapshot(db: WriteDb, snapshot: NewSnapshot): SnapshotId | null {
  const content = contentHash(snapshot.content);
  const previous = findLatestSnapshot(db, snapshot.subjectId)?.hash ?? '';
  const { capturedAt, capturedBy, subjectId } = snapshot;
  const result = statement(
    db,
    `INSERT INTO snapshots (subject_id, content_hash, text, spoiler, language, author, media, published_at, edited_at,
       captured_at, captured_by, previous_hash, hash)
     VALUES (@subjectId, @content, @text, @spoiler, @language, @author, @media, @published_at, @edited_at,
       @capturedAt, @capturedBy, @previous, @hash)
     ON CONFLICT (subject_id, content_hash) DO NOTHING`,
  ).run({
    ...snapshot.content,
    subjectId,
    content,
    capturedAt,
    capturedBy,
    previous,
    hash: snapshotHash(previous, content, capturedAt, capturedBy),
  });
  if (result.changes === 0) return null;
  const id = Number(result.lastInsertRowid) as SnapshotId;
  indexSnapshot(db, id, snapshot);
  return id;
}

function indexSnapshot(db: WriteDb, id: SnapshotId, snapshot: NewSnapshot): void {
  const text = snapshotText(snapshot.content);
  const { communityId, caseId, capturedAt } = snapshot;
  indexText(db, {
    kind: 'snapshot',
    rowId: id,
    communityId,
    caseId,
    at: snapshot.content.published_at ?? capturedAt,
    text,
  });
}
