import type { Finding, PersonEffect } from '../../../../shared/domain/decision.ts';
import type { CaseId, CommunityId, DecisionId, Instant, PolicyId } from '../../../../shared/domain/ids.ts';

/** What a moderator decided. Never rewritten: it is undone, superseded, or followed by another. */
export interface DecisionRow {
  readonly id: DecisionId;
  readonly case_id: CaseId;
  readonly community_id: CommunityId;
  readonly finding: Finding;
  readonly policy_id: PolicyId | null;
  readonly policy_version: number | null;
  readonly severity: 'low' | 'medium' | 'high' | null;
  readonly person_effect: PersonEffect;
  /** `remove-posts`: the reported posts are taken down. */
  readonly content_effect: 'none' | 'remove-posts';
  readonly notify_person: number;
  readonly reason_internal: string;
  readonly reason_person: string;
  readonly effects_shown: string;
  readonly report_ids: string;
  readonly decided_by: string;
  readonly decided_at: Instant;
  readonly undone_at: Instant | null;
  readonly superseded_at: Instant | null;
}
