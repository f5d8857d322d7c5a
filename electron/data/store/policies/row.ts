import type { CommunityId, Instant, PolicyId } from '../../../../shared/domain/ids.ts';

/** One version of one rule. A new wording is a new row: a decision names the version it was made under. */
export interface PolicyRow {
  readonly id: PolicyId;
  readonly community_id: CommunityId;
  readonly remote_id: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly position: number;
  readonly since: Instant;
  readonly superseded_at: Instant | null;
}
