import type { Instant } from '../../../shared/domain/ids.ts';
import { shiftActionTimes } from '../store/actions/commands.ts';
import { setCaseState } from '../store/cases/commands.ts';
import { findCase, listWaitedFor } from '../store/cases/queries.ts';
import { releaseClaims, shiftLeases } from '../store/claims/commands.ts';
import { listExpiredClaims } from '../store/claims/queries.ts';
import type { WriteDb } from '../store/db.ts';
import { shiftNoteTimes } from '../store/note-sendings/commands.ts';
import { statement } from '../store/statement.ts';
import { shiftRetryTimes } from '../store/sync-state/commands.ts';
import { inTransaction } from '../store/transaction.ts';
import { type CaseContext, recordOutsideEvent } from './case-event.ts';

/** How far a clock may step back without anybody caring, in milliseconds: small corrections by network time. */
const toleratedStepMs = 2_000;
const batch = 200;

/**
 * Does what only the passing of time does: notices a clock that was set back, ends leases, brings back what waited for a
 * time. Cheap when there is nothing to do. Answers the cases that changed.
 */
export function letTimePass(context: CaseContext): readonly number[] {
  const { write } = context;
  const now = context.clock.now();
  if (!isSomethingDue(write, now)) return [];
  return inTransaction(write, () => {
    absorbClockStep(write, now);
    return [...endLeases(context, now), ...endWaits(context, now)];
  });
}

function isSomethingDue(db: WriteDb, now: Instant): boolean {
  const last = statement<{ last_seen: number }>(db, 'SELECT last_seen FROM clock_marks WHERE id = 1').get()?.last_seen;
  if (last === undefined || now < last || now > last + markEveryMs) return true;
  return listExpiredClaims(db, now, 1).length > 0 || listWaitedFor(db, now, 1).length > 0;
}

/** How old the mark may get, in milliseconds. A step back is known to within this. */
const markEveryMs = 5_000;

/**
 * A clock that was set back would lengthen every lease and hold every unsent decision by as much. Those are spans, not
 * dates, so they move with it; what a person set as a date (waiting until) stays.
 */
function absorbClockStep(db: WriteDb, now: Instant): void {
  const last = statement<{ last_seen: number }>(db, 'SELECT last_seen FROM clock_marks WHERE id = 1').get()?.last_seen;
  if (last !== undefined && now < last - toleratedStepMs) {
    shiftLeases(db, now - last);
    shiftActionTimes(db, now - last);
    shiftNoteTimes(db, now - last);
    shiftRetryTimes(db, now - last);
  }
  statement(db, 'INSERT OR REPLACE INTO clock_marks (id, last_seen) VALUES (1, ?)').run(now);
}

function endLeases(context: CaseContext, now: Instant): number[] {
  const ended = listExpiredClaims(context.write, now, batch);
  for (const claim of ended) {
    const row = findCase(context.write, claim.case_id);
    if (!row) continue;
    releaseClaims(context.write, row.id, now, 'expired');
    if (row.state === 'claimed') setCaseState(context.write, row, 'queued', now);
    recordOutsideEvent(context, 'case.claim-expired', { communityId: row.community_id, caseId: row.id });
  }
  return ended.map((claim) => claim.case_id);
}

function endWaits(context: CaseContext, now: Instant): number[] {
  const ended = listWaitedFor(context.write, now, batch);
  for (const row of ended) {
    setCaseState(context.write, row, 'queued', now);
    recordOutsideEvent(context, 'case.wait-ended', { communityId: row.community_id, caseId: row.id });
  }
  return ended.map((row) => row.id);
}
