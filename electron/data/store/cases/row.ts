import type { CaseState, PriorityReason } from '../../../../shared/domain/case.ts';
import type { CaseId, CommunityId, Instant, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../../shared/domain/report.ts';

/** A case as stored. `priority` is the place in the queue, not the number shown (cases/priority.ts). */
export interface CaseRow {
  readonly id: CaseId;
  readonly community_id: CommunityId;
  readonly author_member_id: MemberId;
  readonly state: CaseState;
  readonly is_open: number;
  readonly category: ReportCategory;
  readonly category_rank: number;
  readonly language: string | null;
  readonly priority: number;
  readonly priority_reasons: string;
  readonly excerpt: string;
  readonly report_count: number;
  readonly opened_at: Instant;
  readonly last_report_at: Instant;
  readonly state_since: Instant;
  readonly waiting_until: Instant | null;
  readonly claimed_by: string | null;
  readonly severity: string | null;
  readonly legal_hold: number;
  readonly has_conflict: number;
  readonly decided_at: Instant | null;
  readonly version: number;
}

/** The reasons stored with a case. Age is not among them: it is computed when shown. */
export function storedReasons(row: Pick<CaseRow, 'priority_reasons'>): readonly PriorityReason[] {
  return JSON.parse(row.priority_reasons) as PriorityReason[];
}
