import type { CaseId, MemberId, ReportId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { ReadDb } from '../store/db.ts';
import { listMembersNearReports, sayHarm, unsayHarm } from '../store/harm/harm.ts';
import { listReportsOfCase } from '../store/reports/queries.ts';
import { inTransaction } from '../store/transaction.ts';
import { type CaseContext, recordOwnEvent } from './case-event.ts';
import { caseToChange } from './change-case.ts';

/** Whom a report harmed: a member around it, nobody in particular, or taken back. */
export type Harmed = MemberId | 'nobody' | null;

/**
 * Says whom a report of a case harmed. Counted by moderation health alone, as of when it was said. Throws `not-found` for a
 * report that is not of the case, and for a member who is not around it: nobody else could be meant by what is on the screen.
 */
export function sayWhoWasHarmed(context: CaseContext, id: CaseId, reportId: ReportId, harmed: Harmed): void {
  inTransaction(context.write, () => {
    const row = caseToChange(context, id);
    if (!listReportsOfCase(context.write, id).some((report) => report.id === reportId))
      throw new HearthError('not-found');
    if (harmed === null) unsayHarm(context.write, reportId);
    else {
      if (harmed !== 'nobody' && !isNear(context.write, id, reportId, harmed)) throw new HearthError('not-found');
      sayHarm(context.write, reportId, harmed === 'nobody' ? null : harmed, context.clock.now());
    }
    // Never who: the log holds no names.
    recordOwnEvent(context, 'case.harm-said', { communityId: row.community_id, caseId: row.id });
  });
}

function isNear(db: ReadDb, id: CaseId, reportId: ReportId, member: MemberId): boolean {
  return listMembersNearReports(db, id).some((near) => near.report_id === reportId && near.id === member);
}
