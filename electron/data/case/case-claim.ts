import type { Community } from '../../../shared/domain/community.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import type { CaseClaim } from '../../../shared/ipc/topics/case.ts';
import type { DataContext } from '../service/context.ts';
import { type ClaimRow, remoteDevice } from '../store/claims/row.ts';
import type { ReadDb } from '../store/db.ts';
import { listLinkedReports } from '../store/reports/queries.ts';
import { wasClaimRefused } from '../store/told-claims/queries.ts';
import { claimedBy } from '../sync/claims/claimed-by.ts';

/** A claim as the screen shows it. */
export function readCaseClaim(
  context: Pick<DataContext, 'read' | 'actor'>,
  claim: ClaimRow,
  community: Community,
): CaseClaim {
  const mine = claim.device === context.actor().device;
  const handle = claimedBy(context, community)?.handle ?? null;
  return {
    holder: claim.holder,
    mine,
    since: claim.since,
    leaseUntil: claim.lease_until,
    where: claim.device === remoteDevice ? 'remote' : 'local',
    onServer: mine && community.platform !== 'import' ? onServer(context.read, claim.case_id, handle) : null,
  };
}

/** `handle`: our account there, null where nobody can be shown to have a report. */
function onServer(db: ReadDb, caseId: CaseId, handle: string | null): CaseClaim['onServer'] {
  const open = listLinkedReports(db, caseId).filter((report) => report.remote_state === 'open');
  if (handle === null || open.length === 0) return 'impossible';
  if (open.every((report) => report.remote_assigned_to === handle)) return 'shown';
  return wasClaimRefused(db, caseId) ? 'refused' : 'waiting';
}
