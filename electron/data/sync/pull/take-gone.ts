import type { ReportId } from '../../../../shared/domain/ids.ts';
import { countRun } from '../../store/sync-state/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import { absorbGone } from '../absorb-report.ts';
import type { PullRun } from './pull-run.ts';

/** The platform was asked for a report by its id and has it no more. */
export function takeGone(run: PullRun, id: ReportId): void {
  const { context } = run.tools;
  const caseId = inTransaction(context.write, () => {
    const counts = { pages: 0, reportsNew: 0, reportsChanged: 0, reportsGone: 1, rejected: 0 };
    countRun(context.write, run.runId, counts);
    return absorbGone(context, { id }, context.clock.now());
  });
  context.changed(['queue', 'case'], caseId === null ? [] : [caseId]);
}
