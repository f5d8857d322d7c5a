import { claimLeaseMs } from '../../../shared/domain/claim.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { setCaseState } from '../store/cases/commands.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { insertClaim, releaseClaims, renewClaim } from '../store/claims/commands.ts';
import { findActiveClaim } from '../store/claims/queries.ts';
import type { ClaimRow } from '../store/claims/row.ts';
import { type CaseContext, recordOwnEvent } from './case-event.ts';

/** States that a claim shows in. An escalated case stays escalated, whoever holds it. */
const claimableStates = ['new', 'queued', 'waiting', 'reopened'];

/**
 * Takes or renews the lease on a case. Throws `claim-held` when somebody else holds it. Inside a transaction: two claims
 * can never both succeed.
 */
export function claimCase(context: CaseContext, row: CaseRow): ClaimRow {
  const { write } = context;
  const now = context.clock.now();
  const { alias, device } = context.actor();
  const leaseUntil = now + claimLeaseMs;
  const held = findActiveClaim(write, row.id, now);
  if (held && held.device !== device) throw new HearthError('claim-held', { until: held.lease_until });
  if (held) {
    renewClaim(write, held.id, leaseUntil);
  } else {
    releaseClaims(write, row.id, now, 'expired');
    insertClaim(write, { caseId: row.id, holder: alias, device, kind: 'holding', since: now, leaseUntil });
    recordOwnEvent(context, 'case.claimed', { communityId: row.community_id, caseId: row.id });
  }
  if (row.state === 'new') setCaseState(write, row, 'queued', now);
  if (claimableStates.includes(row.state)) {
    setCaseState(write, { id: row.id, state: row.state === 'new' ? 'queued' : row.state }, 'claimed', now);
  }
  const claim = findActiveClaim(write, row.id, now);
  if (!claim) throw new HearthError('claim-lost');
  return claim;
}

/** Lets go of a case that this device holds, and puts it back into the queue. Nothing happens when it holds none. */
export function releaseCase(context: CaseContext, row: CaseRow, at: Instant): void {
  const { write } = context;
  const held = findActiveClaim(write, row.id, at);
  if (held && held.device !== context.actor().device) throw new HearthError('claim-held', { until: held.lease_until });
  releaseClaims(write, row.id, at, 'released');
  if (row.state === 'claimed') setCaseState(write, row, 'queued', at);
  if (held) recordOwnEvent(context, 'case.released', { communityId: row.community_id, caseId: row.id });
}
