import type { ActionId, CaseId, CommunityId, ConflictId, DecisionId, Instant } from '../../../../shared/domain/ids.ts';

/** The platform moved on since a decision. Waits for a person. */
export interface ConflictRow {
  readonly id: ConflictId;
  readonly action_id: ActionId;
  readonly decision_id: DecisionId;
  readonly case_id: CaseId;
  readonly community_id: CommunityId;
  readonly base: string;
  readonly remote: string;
  readonly detected_at: Instant;
  readonly settled_at: Instant | null;
  readonly settled_by: string | null;
  readonly settlement: string | null;
}
