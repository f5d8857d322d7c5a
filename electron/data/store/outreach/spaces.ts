import type { SpacePurpose } from '../../../../shared/domain/health/records.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { SpaceView } from '../../../../shared/ipc/topics/records.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** The spaces of a community by name. */
export function listSpaces(db: ReadDb, communityId: CommunityId): SpaceView[] {
  return statement<SpaceView>(
    db,
    'SELECT id, name, purpose FROM spaces WHERE community_id = ? ORDER BY name COLLATE NOCASE, id LIMIT 5000',
  ).all(communityId);
}

/** Says what a space is for. Answers false where it is not there. */
export function setSpacePurpose(
  db: WriteDb,
  communityId: CommunityId,
  spaceId: number,
  purpose: SpacePurpose,
): boolean {
  const sql = 'UPDATE spaces SET purpose = ? WHERE community_id = ? AND id = ?';
  return statement(db, sql).run(purpose, communityId, spaceId).changes === 1;
}
