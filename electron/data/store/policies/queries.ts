import type { CommunityId, PolicyId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { PolicyRow } from './row.ts';

/** The rules in force in a community, in the community's order. */
export function listCurrentPolicies(db: ReadDb, communityId: CommunityId): readonly PolicyRow[] {
  const sql = 'SELECT * FROM policies WHERE community_id = ? AND superseded_at IS NULL ORDER BY position, id';
  return statement<PolicyRow>(db, sql).all(communityId);
}

/** One version of a rule, or null. */
export function findPolicy(db: ReadDb, id: PolicyId): PolicyRow | null {
  return statement<PolicyRow>(db, 'SELECT * FROM policies WHERE id = ?').get(id) ?? null;
}
