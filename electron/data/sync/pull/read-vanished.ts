import type { ReportId } from '../../../../shared/domain/ids.ts';
import type { RemoteReport } from '../../platforms/platform.ts';
import { listVanishedReports } from '../../store/reports/queries.ts';
import { clearCursor, countRun } from '../../store/sync-state/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import { absorbGone } from '../absorb-report.ts';
import { stopsEverything } from '../platform-trouble.ts';
import { checkCancelled, type PullRun } from './pull-run.ts';
import { takePage } from './take-page.ts';

const batch = 50;
/** So many failures in a row are the server's fault, not the report's. */
const mostFailuresInARow = 10;

/**
 * Fetches by id every report that is open here and was not in the open list: resolved by a colleague, or gone. One that
 * can't be read stays as it is and is asked for again next time.
 */
export async function readVanished(run: PullRun, generation: number): Promise<void> {
  const { context } = run.tools;
  let after = 0;
  let done = 0;
  let failures = 0;
  run.progress('vanished', 0, null);
  for (;;) {
    const vanished = listVanishedReports(context.write, run.communityId, generation, after, batch);
    if (vanished.length === 0) break;
    for (const report of vanished) {
      checkCancelled(run);
      failures = (await readOne(run, report, generation)) ? 0 : failures + 1;
      if (failures >= mostFailuresInARow) return;
      after = report.id;
      done += 1;
      run.progress('vanished', done, null);
    }
  }
  clearCursor(context.write, run.communityId, 'open-list');
}

async function readOne(
  run: PullRun,
  report: { id: ReportId; remote_id: string },
  generation: number,
): Promise<boolean> {
  return run.lane.run(async () => {
    let remote: RemoteReport | null;
    try {
      remote = await run.connector.readReport(report.remote_id, run.signal);
    } catch (error) {
      if (stopsEverything(error)) throw error;
      countRun(run.tools.context.write, run.runId, { ...nothing, rejected: 1 });
      return false;
    }
    checkCancelled(run);
    if (remote) takePage(run, { items: [remote], rejected: 0, generation }, () => undefined);
    else takeGone(run, report.id);
    return true;
  });
}

const nothing = { pages: 0, reportsNew: 0, reportsChanged: 0, reportsGone: 0, rejected: 0 };

function takeGone(run: PullRun, id: ReportId): void {
  const { context } = run.tools;
  const caseId = inTransaction(context.write, () => {
    countRun(context.write, run.runId, { ...nothing, reportsGone: 1 });
    return absorbGone(context, { id }, context.clock.now());
  });
  context.changed(['queue', 'case'], caseId === null ? [] : [caseId]);
}
