import { accountOnlyFacts, type ReportFacts } from '../../../../shared/domain/report-facts.ts';
import type { RemoteReport } from '../../platforms/platform.ts';
import type { ActionRow } from '../../store/actions/row.ts';
import { baseOf } from '../../store/actions/row.ts';
import { findReport } from '../../store/reports/queries.ts';
import type { ReportRow } from '../../store/reports/row.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { inTransaction } from '../../store/transaction.ts';
import { absorbGone, absorbReport } from '../absorb-report.ts';
import { factsFrom, goneFacts } from '../read-facts.ts';
import type { SendRun } from './send-run.ts';

/** How an action's report, or its account when it has none, stands right now. `keep` stores the reading. */
export interface Reading {
  readonly facts: ReportFacts;
  /** Call inside the transaction that draws a conclusion from the reading. */
  readonly keep: () => void;
}

/** Asks the platform. Rejects with a PlatformError when it can't be asked. */
export async function takeReading(run: SendRun, action: ActionRow): Promise<Reading> {
  const { context } = run.tools;
  if (action.report_remote_id === null) {
    const account = await run.connector.readAccount(action.target_remote_id, run.signal);
    const now = context.clock.now();
    const facts = account ? accountOnlyFacts(account.state, now) : goneFacts(baseOf(action), now);
    return { facts, keep: () => undefined };
  }
  return takeReportReading(run, action.report_remote_id, () => ({
    report: action.report_id === null ? null : findReport(context.write, action.report_id),
    last: baseOf(action),
  }));
}

/**
 * How a report stands right now. `known` is asked where the platform no longer has it: what is kept of it, and how it was seen
 * last. Rejects with a PlatformError when the platform can't be asked.
 */
export async function takeReportReading(
  run: Pick<SendRun, 'tools' | 'community' | 'connector' | 'signal'>,
  remoteId: string,
  known: () => { readonly report: ReportRow | null; readonly last: ReportFacts },
): Promise<Reading> {
  const { context } = run.tools;
  const remote = await run.connector.readReport(remoteId, run.signal);
  const now = context.clock.now();
  if (!remote) {
    const { report, last } = known();
    return { facts: goneFacts(last, now), keep: () => report && absorbGone(context, report, now) };
  }
  return {
    facts: factsFrom(remote, now),
    keep: () => keepReport(run, remote),
  };
}

/** Stores a report as it was read. One that can't be stored still says how it stands. */
export function keepReport(run: Pick<SendRun, 'tools' | 'community'>, remote: RemoteReport): void {
  try {
    inSavepoint(run, () => absorbReport(run.tools.context, run.community(), remote, 0));
  } catch (error) {
    const trouble = storeErrorFrom(error);
    if (trouble) throw trouble;
  }
}

function inSavepoint(run: Pick<SendRun, 'tools'>, work: () => void): void {
  const { write } = run.tools.context;
  if (write.inTransaction) write.transaction(work)();
  else inTransaction(write, work);
}
