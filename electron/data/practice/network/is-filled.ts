import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../../store/db.ts';
import { findRecordByName } from '../../store/outreach/names.ts';
import { planted } from './planted.ts';

/** Whether a network was written into the community: its routes are there. */
export function isFilled(db: ReadDb, communityId: CommunityId): boolean {
  return findRecordByName(db, communityId, 'route', planted.routes[0].name) !== 'unknown';
}
