import type { Instant } from '../../domain/ids.ts';
import type { RemoteReportState, ReportCategory, ReportState } from '../../domain/report.ts';

export interface ReporterFacts {
  /** Null when the platform does not say who reported (forwarded from another server). */
  readonly name: string | null;
  readonly handle: string | null;
  readonly server: string | null;
  readonly reportsMade: number;
  readonly reportsUpheld: number;
  readonly reportsNotUpheld: number;
  readonly reportsBadFaith: number;
}

/** What a colleague wrote about a report on its platform. */
export interface ColleagueNote {
  readonly noteId: number;
  /** Handle; null where the platform does not say who. */
  readonly author: string | null;
  readonly body: string;
  readonly writtenAt: Instant | null;
}

export interface CaseReport {
  readonly reportId: number;
  readonly remoteId: string;
  readonly state: ReportState;
  readonly remoteState: RemoteReportState;
  readonly categoryReceived: ReportCategory;
  readonly categoryCorrected: ReportCategory | null;
  readonly rules: readonly string[];
  readonly comment: string;
  readonly language: string | null;
  readonly createdAt: Instant;
  readonly forwarded: boolean;
  readonly reporter: ReporterFacts;
  readonly assignedTo: string | null;
  readonly resolvedBy: string | null;
  readonly subjectIds: readonly number[];
  readonly notes: readonly ColleagueNote[];
  /** Whom it harmed, as a moderator said; null where nobody did. */
  readonly harmed: number | 'nobody' | null;
  /** Members around the report who may have been. */
  readonly nearby: readonly NearbyMember[];
}

/** Somebody around a report: who made it, who is complained about, or who wrote around what was reported. */
export interface NearbyMember {
  readonly memberId: number;
  readonly name: string;
  readonly handle: string;
}
