import type { Instant, SnapshotId, SubjectId } from '../../../../shared/domain/ids.ts';

/** One version of a subject as Hearth saw it. Never changed. */
export interface SnapshotRow {
  readonly id: SnapshotId;
  readonly subject_id: SubjectId;
  readonly content_hash: string;
  readonly text: string;
  readonly spoiler: string;
  readonly language: string | null;
  readonly author: string;
  readonly media: string;
  readonly published_at: Instant | null;
  readonly edited_at: Instant | null;
  readonly captured_at: Instant;
  readonly captured_by: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** The author as shown beside the content at that moment. */
export interface SnapshotAuthor {
  readonly name: string;
  readonly handle: string;
  readonly profileText: string;
}

/** A picture, film or sound by reference. Hearth never loads it by itself. */
export interface SnapshotMediaReference {
  readonly kind: 'image' | 'video' | 'audio' | 'other';
  readonly description: string;
  readonly url: string | null;
  readonly blurhash: string | null;
}
