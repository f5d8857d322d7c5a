import type { ActionKind, ActionState } from '../../../../shared/domain/action.ts';
import type { ActionId, CaseId, CommunityId, DecisionId, Instant, ReportId } from '../../../../shared/domain/ids.ts';
import type { ReportFacts } from '../../../../shared/domain/report-facts.ts';

/** One call that the platform is owed, or got. */
export interface ActionRow {
  readonly id: ActionId;
  readonly decision_id: DecisionId;
  readonly case_id: CaseId;
  readonly community_id: CommunityId;
  readonly position: number;
  readonly kind: ActionKind;
  readonly target_kind: 'report' | 'account' | 'post';
  readonly target_remote_id: string;
  readonly report_id: ReportId | null;
  readonly report_remote_id: string | null;
  readonly parameters: string;
  readonly idempotency_key: string;
  readonly base_version: string;
  readonly base: string;
  readonly before: string | null;
  readonly state: ActionState;
  readonly not_before: Instant;
  readonly attempts: number;
  readonly next_attempt_at: Instant | null;
  readonly sending_since: Instant | null;
  readonly applied_at: Instant | null;
  readonly error_code: string | null;
  /** `answered`: the platform said yes. `unknown`: sent again by a person though an earlier request may have arrived. */
  readonly result: 'answered' | 'unknown' | null;
  readonly reversal_of: ActionId | null;
}

export interface ActionParameters {
  readonly text: string;
  readonly notify: boolean;
  /** Absent in what earlier versions stored. */
  readonly upheld?: boolean | null;
}

/** What the person saw when deciding. */
export function baseOf(row: Pick<ActionRow, 'base'>): ReportFacts {
  return JSON.parse(row.base) as ReportFacts;
}

/** What was read right before the request left, or null when none ever did. */
export function beforeOf(row: Pick<ActionRow, 'before'>): ReportFacts | null {
  return row.before === null ? null : (JSON.parse(row.before) as ReportFacts);
}
