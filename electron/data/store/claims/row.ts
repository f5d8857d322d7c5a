import type { ClaimKind } from '../../../../shared/domain/claim.ts';
import type { CaseId, ClaimId, Instant } from '../../../../shared/domain/ids.ts';

/** Who holds a case, as a lease with an end. */
export interface ClaimRow {
  readonly id: ClaimId;
  readonly case_id: CaseId;
  readonly holder: string;
  /** The installation that claimed, or 'remote' when the platform says that a colleague took the report. */
  readonly device: string;
  readonly kind: ClaimKind;
  readonly since: Instant;
  readonly lease_until: Instant;
  readonly released_at: Instant | null;
  readonly released_why: string | null;
}

/** The device of a claim that was made on the platform. */
export const remoteDevice = 'remote';
