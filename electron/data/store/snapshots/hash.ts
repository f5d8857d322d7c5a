import { hash } from 'node:crypto';
import type { SnapshotRow } from './row.ts';

export type SnapshotContent = Pick<
  SnapshotRow,
  'text' | 'spoiler' | 'language' | 'author' | 'media' | 'published_at' | 'edited_at'
>;

/** sha256 over what a reader would see. Two equal versions of a subject have equal hashes. */
export function contentHash(content: SnapshotContent): string {
  // The author's name may change without the content changing: that alone makes no new version.
  const seen = [
    content.text,
    content.spoiler,
    content.language,
    content.media,
    content.published_at,
    content.edited_at,
  ];
  return hash('sha256', JSON.stringify(seen));
}

/** Chains a version to the one before, so that a changed or missing one is noticed. */
export function snapshotHash(previous: string, content: string, capturedAt: number, capturedBy: string): string {
  return hash('sha256', JSON.stringify([previous, content, capturedAt, capturedBy]));
}
