import type { SourceId } from '../../../../shared/domain/freshness.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

export interface SourceReadRow {
  readonly community_id: CommunityId;
  readonly source: SourceId;
  readonly read_at: Instant | null;
  readonly tried_at: Instant;
  readonly error_code: string | null;
}

/** Notes that a source was read to its end. */
export function noteSourceRead(db: WriteDb, communityId: CommunityId, source: SourceId, at: Instant): void {
  statement(
    db,
    `INSERT INTO sync_sources (community_id, source, read_at, tried_at) VALUES (@communityId, @source, @at, @at)
     ON CONFLICT DO UPDATE SET read_at = @at, tried_at = @at, error_code = NULL`,
  ).run({ communityId, source, at });
}

/** Notes what stood in the way of reading a source. When it was last read stays. */
export function noteSourceMissed(
  db: WriteDb,
  communityId: CommunityId,
  source: SourceId,
  missed: { at: Instant; code: string },
): void {
  statement(
    db,
    `INSERT INTO sync_sources (community_id, source, tried_at, error_code) VALUES (@communityId, @source, @at, @code)
     ON CONFLICT DO UPDATE SET tried_at = @at, error_code = @code`,
  ).run({ communityId, source, ...missed });
}

/** How the sources of a community stand; none for those never tried. */
export function listSourceReads(db: ReadDb, communityId: CommunityId): readonly SourceReadRow[] {
  return statement<SourceReadRow>(db, 'SELECT * FROM sync_sources WHERE community_id = ?').all(communityId);
}
