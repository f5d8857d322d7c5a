import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { RuleLane } from '../../../../shared/domain/report.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { inTransaction } from '../transaction.ts';
import { listCurrentPolicies } from './queries.ts';

export interface SeenPolicy {
  readonly remoteId: string;
  readonly title: string;
  readonly text: string;
}

/** Compares the server's rules with those in force: a new wording becomes a new version, a rule that went is superseded. */
export function recordPolicies(db: WriteDb, communityId: CommunityId, seen: readonly SeenPolicy[], at: Instant): void {
  inTransaction(db, () => {
    const current = new Map(listCurrentPolicies(db, communityId).map((one) => [one.remote_id, one]));
    for (const [position, policy] of seen.entries()) {
      const known = current.get(policy.remoteId);
      current.delete(policy.remoteId);
      if (known && known.title === policy.title && known.text === policy.text) {
        statement(db, 'UPDATE policies SET position = ? WHERE id = ? AND position <> ?').run(
          position,
          known.id,
          position,
        );
        continue;
      }
      if (known) supersede(db, known.id, at);
      insertVersion(db, communityId, policy, position, at);
    }
    for (const gone of current.values()) supersede(db, gone.id, at);
  });
}

/** Says that reports under this rule belong into a lane, or (null) into none. Cases already open want to be refreshed. */
export function setRuleLane(db: WriteDb, communityId: CommunityId, ruleId: string, lane: RuleLane | null): void {
  if (lane === null) {
    statement(db, 'DELETE FROM rule_lanes WHERE community_id = ? AND rule_remote_id = ?').run(communityId, ruleId);
    return;
  }
  statement(
    db,
    `INSERT INTO rule_lanes (community_id, rule_remote_id, lane) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET lane = excluded.lane`,
  ).run(communityId, ruleId, lane);
}

function supersede(db: WriteDb, id: number, at: Instant): void {
  statement(db, 'UPDATE policies SET superseded_at = ? WHERE id = ?').run(at, id);
}

function insertVersion(db: WriteDb, communityId: CommunityId, policy: SeenPolicy, position: number, at: Instant): void {
  statement(
    db,
    `INSERT INTO policies (community_id, remote_id, version, title, text, position, since)
     SELECT @communityId, @remoteId, coalesce(max(version), 0) + 1, @title, @text, @position, @at
       FROM policies WHERE community_id = @communityId AND remote_id = @remoteId`,
  ).run({ communityId, ...policy, position, at });
}
