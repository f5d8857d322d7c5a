import type { ActionKind } from '../../../../shared/domain/action.ts';
import type { Community } from '../../../../shared/domain/community.ts';
import type { Instant, ReportId } from '../../../../shared/domain/ids.ts';
import type { ReportFacts } from '../../../../shared/domain/report-facts.ts';
import { PlatformError } from '../../platforms/platform.ts';
import type { DataContext } from '../../service/context.ts';
import { findReport } from '../../store/reports/queries.ts';
import { factsOf } from '../../store/reports/row.ts';
import {
  forgetTold,
  noteRefusedTelling,
  noteTelling,
  noteTold,
  postponeTelling,
} from '../../store/told-claims/commands.ts';
import {
  type ClaimedBy,
  listClaimsToGiveBack,
  listClaimsToTell,
  nextTellingAt,
} from '../../store/told-claims/queries.ts';
import type { ClaimToTell } from '../../store/told-claims/row.ts';
import { inDurableTransaction, inTransaction } from '../../store/transaction.ts';
import { nextAttemptAt } from '../back-off.ts';
import type { SendRun } from '../outbox/send-run.ts';
import { takeReportReading } from '../outbox/take-reading.ts';
import { stopsEverything } from '../platform-trouble.ts';
import { claimedBy } from './claimed-by.ts';

/**
 * Lets colleagues on the server see what is held here: takes the open reports of held cases there, and gives back what was
 * taken once nobody holds it. Told is how things stand, not what happened: whatever a lost answer or a crash left open, the next
 * reading shows what is to be done. Rejects with what concerns the whole connection; else trouble only delays, since a decision
 * needs none of this. `atOnce`: also of what was only just taken, because somebody asks for everything to be sent.
 */
export async function tellClaims(run: SendRun, { atOnce }: { readonly atOnce: boolean }): Promise<void> {
  const tried = new Set<ReportId>();
  for (;;) {
    const by = claimedBy(run.tools.context, run.community(), atOnce ? 0 : undefined);
    if (!by || run.signal.aborted || !run.tools.context.network.mayConnect()) return;
    const next = dueOf(run, by, tried);
    if (!next) return;
    tried.add(next.reportId);
    await run.lane.run(() => tellOne(run, by, next));
  }
}

interface Due extends ClaimToTell {
  readonly kind: Extract<ActionKind, 'report.assign' | 'report.unassign'>;
}

/** What is due, each report once a pass. What nobody holds goes first: a colleague may be waiting for it. */
function dueOf(run: SendRun, by: ClaimedBy, tried: ReadonlySet<ReportId>): Due | null {
  const { write, clock } = run.tools.context;
  const now = clock.now();
  const isDue = (one: ClaimToTell) => one.dueAt <= now && !tried.has(one.reportId);
  const giveBack = listClaimsToGiveBack(write, by, now).find(isDue);
  if (giveBack) return { ...giveBack, kind: 'report.unassign' };
  const tell = listClaimsToTell(write, by, now).find(isDue);
  return tell ? { ...tell, kind: 'report.assign' } : null;
}

async function tellOne(run: SendRun, by: ClaimedBy, due: Due): Promise<void> {
  const { write } = run.tools.context;
  try {
    const before = await look(run, due);
    // A colleague was faster, or it was closed: the reading has said so to the case.
    if (!isStillWanted(due, before, by)) return unwanted(run, due, by, before);
    inDurableTransaction(write, () => noteTelling(write, due));
    await run.connector.perform(
      {
        kind: due.kind,
        targetRemoteId: due.remoteId,
        reportRemoteId: due.remoteId,
        text: '',
        notify: false,
        upheld: null,
        expectedVersion: before.version,
        idempotencyKey: `${due.kind}:${due.claimId}:${due.reportId}`,
      },
      run.signal,
    );
    settle(run, due, by, await look(run, due));
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    delay(run, due, error);
    if (stopsEverything(error)) throw error;
  }
}

function unwanted(run: SendRun, due: Due, by: ClaimedBy, before: ReportFacts): void {
  const { context, random } = run.tools;
  const { write, clock } = context;
  const now = clock.now();
  inTransaction(write, () => {
    if (before.assignedTo !== by.handle) forgetTold(write, due.reportId);
    const isListed = ({ reportId }: ClaimToTell) => reportId === due.reportId;
    // Only where the reading could not be kept: it would be asked for at once and for ever.
    if ([...listClaimsToTell(write, by, now), ...listClaimsToGiveBack(write, by, now)].some(isListed)) {
      postponeTelling(write, due, nextAttemptAt(now, due.failures + 1, null, random));
    }
  });
}

/** Reads the report and keeps what it says, with everything that follows for the case. */
async function look(run: SendRun, { reportId, remoteId, caseId }: Due): Promise<ReportFacts> {
  const { context } = run.tools;
  const report = findReport(context.write, reportId);
  if (!report) throw new PlatformError('not-found');
  const reading = await takeReportReading(run, remoteId, () => ({ report, last: factsOf(report) }));
  inTransaction(context.write, () => {
    reading.keep();
    if (reading.facts.state !== 'open') forgetTold(context.write, reportId);
  });
  context.changed(['case', 'queue'], [caseId]);
  return reading.facts;
}

function isStillWanted(due: Due, { state, assignedTo }: ReportFacts, by: ClaimedBy): boolean {
  return state === 'open' && assignedTo === (due.kind === 'report.assign' ? null : by.handle);
}

function settle(run: SendRun, due: Due, by: ClaimedBy, after: ReportFacts): void {
  const { write } = run.tools.context;
  const isOurs = after.assignedTo === by.handle;
  if (after.state === 'open' && isOurs === (due.kind === 'report.assign')) {
    if (isOurs) inTransaction(write, () => noteTold(write, due));
    else inTransaction(write, () => forgetTold(write, due.reportId));
    return;
  }
  // A yes that does not show yet, or that a colleague has changed again already.
  const { context, random } = run.tools;
  const nextAt = nextAttemptAt(context.clock.now(), due.failures + 1, null, random);
  if (after.state === 'open') inTransaction(write, () => postponeTelling(write, due, nextAt));
}

/** A claim that is refused is told in the case; everything else is tried again, seldomer and seldomer, giving back for ever. */
function delay(run: SendRun, due: Due, error: PlatformError): void {
  const { context, random } = run.tools;
  const isNo = ['refused', 'forbidden', 'not-found'].includes(error.code) && error.reason !== 'moved-on';
  inTransaction(context.write, () => {
    const nextAt = nextAttemptAt(context.clock.now(), due.failures + 1, error.retryAt, random);
    postponeTelling(context.write, due, nextAt);
    if (isNo && due.kind === 'report.assign' && !error.mayHaveArrived) noteRefusedTelling(context.write, due);
  });
  context.changed(['case'], [due.caseId]);
}

/** When a community has to be told something next, or null. */
export function nextClaimAt(context: DataContext, community: Community): Instant | null {
  const by = claimedBy(context, community);
  return by && nextTellingAt(context.write, by, context.clock.now());
}
