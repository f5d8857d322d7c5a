import type { CaseId, ClaimId, Instant, ReportId } from '../../../../shared/domain/ids.ts';

/** A report that its server is to be told something about: that we hold it, or that we no longer do. */
export interface ClaimToTell {
  readonly reportId: ReportId;
  readonly remoteId: string;
  readonly caseId: CaseId;
  readonly claimId: ClaimId;
  /** How often in a row it could not be told. */
  readonly failures: number;
  /** Not before this time. */
  readonly dueAt: Instant;
}
