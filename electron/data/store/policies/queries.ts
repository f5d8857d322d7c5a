import type { CommunityId, PolicyId } from '../../../../shared/domain/ids.ts';
import type { RuleLane } from '../../../../shared/domain/report.ts';
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

/** The lanes of a community's rules, by the rule's remote id. */
export function readRuleLanes(db: ReadDb, communityId: CommunityId): ReadonlyMap<string, RuleLane> {
  const sql = 'SELECT rule_remote_id AS rule, lane FROM rule_lanes WHERE community_id = ?';
  const rows = statement<{ rule: string; lane: RuleLane }>(db, sql).all(communityId);
  return new Map(rows.map(({ rule, lane }) => [rule, lane]));
}
