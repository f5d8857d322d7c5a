import { accountOnlyFacts, type ReportFacts } from '../../../../shared/domain/report-facts.ts';
import type { ActionRow } from '../../store/actions/row.ts';
import { baseOf } from '../../store/actions/row.ts';
import { findReport } from '../../store/reports/queries.ts';
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
  const remote = await run.connector.readReport(action.report_remote_id, run.signal);
  const now = context.clock.now();
  if (!remote) {
    const report = action.report_id === null ? null : findReport(context.write, action.report_id);
    return {
      facts: goneFacts(baseOf(action), now),
      keep: () => report && absorbGone(context, report, now),
    };
  }
  return {
    facts: factsFrom(remote, now),
    keep: () => {
      try {
        inSavepoint(run, () => absorbReport(context, run.community(), remote, 0));
      } catch (error) {
        const trouble = storeErrorFrom(error);
        if (trouble) throw trouble;
        // A reading that can't be stored still says how the report stands.
      }
    },
  };
}

function inSavepoint(run: SendRun, work: () => void): void {
  const { write } = run.tools.context;
  if (write.inTransaction) write.transaction(work)();
  else inTransaction(write, work);
}
