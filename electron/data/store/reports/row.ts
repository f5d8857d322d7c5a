import type { CaseId, CommunityId, Instant, MemberId, ReportId } from '../../../../shared/domain/ids.ts';
import type { RemoteReportState, ReportCategory, ReportState } from '../../../../shared/domain/report.ts';
import type { ReportFacts } from '../../../../shared/domain/report-facts.ts';

/** A report as received, and how it stands on its platform as last read. */
export interface ReportRow {
  readonly id: ReportId;
  readonly community_id: CommunityId;
  readonly remote_id: string;
  readonly case_id: CaseId | null;
  readonly reporter_member_id: MemberId | null;
  readonly reporter_server: string | null;
  readonly target_member_id: MemberId;
  readonly state: ReportState;
  readonly category_received: ReportCategory;
  readonly category_corrected: ReportCategory | null;
  readonly rule_ids: string;
  readonly comment: string;
  readonly language: string | null;
  readonly forwarded: number;
  readonly remote_state: RemoteReportState;
  readonly remote_version: string;
  readonly remote_assigned_to: string | null;
  readonly remote_resolved_by: string | null;
  readonly remote_updated_at: Instant | null;
  readonly remote_facts: string;
  readonly seen_generation: number;
  readonly payload_hash: string;
  readonly created_at: Instant;
  readonly received_at: Instant;
  readonly checked_at: Instant;
  readonly gone_at: Instant | null;
}

/** The last reading of the report, for comparing with the next. */
export function factsOf(row: Pick<ReportRow, 'remote_facts'>): ReportFacts {
  return JSON.parse(row.remote_facts) as ReportFacts;
}
