import type { CaseId } from '../../../shared/domain/ids.ts';
import { setCaseState } from '../store/cases/commands.ts';
import { findCase } from '../store/cases/queries.ts';
import { insertClaim, releaseClaims } from '../store/claims/commands.ts';
import { findActiveClaim, findLastRemoteClaim } from '../store/claims/queries.ts';
import { remoteDevice } from '../store/claims/row.ts';
import { listLinkedReports } from '../store/reports/queries.ts';
import { type CaseContext, recordOutsideEvent } from './case-event.ts';

/** How long an assignment on the platform keeps others off, in milliseconds: platforms never end one by themselves. */
const remoteLeaseMs = 24 * 60 * 60_000;

/**
 * Brings the claim on a case in line with whom the platform says its reports are assigned to. A colleague there goes before
 * our own claim: the platform is where everybody sees it.
 */
export function followRemoteAssignment(context: CaseContext, caseId: CaseId, ownHandle: string | null): void {
  const { write } = context;
  const row = findCase(write, caseId);
  if (row?.is_open !== 1) return;
  const now = context.clock.now();
  const assigned = listLinkedReports(write, caseId)
    .filter((report) => report.remote_state === 'open')
    .map((report) => report.remote_assigned_to)
    .find((handle) => handle !== null && handle !== ownHandle);
  const held = findActiveClaim(write, caseId, now);
  if (!assigned) {
    if (held?.device !== remoteDevice) return;
    releaseClaims(write, caseId, now, 'unassigned');
    if (row.state === 'claimed') setCaseState(write, row, 'queued', now);
    return;
  }
  if (held?.device === remoteDevice && held.holder === assigned) return;
  // An assignment whose time has run out here is not taken up again; a new one is.
  const last = findLastRemoteClaim(write, caseId);
  if (last?.holder === assigned && last.released_why === 'expired') return;
  releaseClaims(write, caseId, now, 'claimed-elsewhere');
  const leaseUntil = now + remoteLeaseMs;
  insertClaim(write, { caseId, holder: assigned, device: remoteDevice, kind: 'assigned', since: now, leaseUntil });
  if (['new', 'queued', 'reopened'].includes(row.state)) {
    if (row.state === 'new') setCaseState(write, row, 'queued', now);
    setCaseState(write, { id: caseId, state: row.state === 'new' ? 'queued' : row.state }, 'claimed', now);
  }
  recordOutsideEvent(context, 'case.claimed-elsewhere', { communityId: row.community_id, caseId });
}
