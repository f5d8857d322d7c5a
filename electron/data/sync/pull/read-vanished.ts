import type { ReportId } from '../../../../shared/domain/ids.ts';
import { PlatformError, type RemoteReport } from '../../platforms/platform.ts';
import { listVanishedReports } from '../../store/reports/queries.ts';
import { clearCursor, countRun } from '../../store/sync-state/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import { stopsEverything } from '../platform-trouble.ts';
import { checkCancelled, type PullRun } from './pull-run.ts';
import { setAside } from './set-aside.ts';
import { takeGone } from './take-gone.ts';
import { takePage } from './take-page.ts';

const batch = 50;
/** So many failures in a row are the server's fault, not the report's. */
const mostFailuresInARow = 10;

interface Vanished {
  readonly id: ReportId;
  readonly remote_id: string;
}

/** What asking for reports one by one has met so far. */
interface Asking {
  failures: number;
  /** Answers that made no sense, or that there is no such report, while it is open whether the server itself said so. */
  senseless: Vanished[];
  missing: Vanished[];
}

/**
 * Fetches by id every report that is open here and was not in the open list: resolved by a colleague, or gone. One that
 * can't be read stays as it is and is asked for again later.
 */
export async function readVanished(run: PullRun, generation: number): Promise<void> {
  const { context } = run.tools;
  const asking: Asking = { failures: 0, senseless: [], missing: [] };
  let after = 0;
  let done = 0;
  run.progress('vanished', 0, null);
  const next = (): readonly Vanished[] =>
    asking.failures >= mostFailuresInARow
      ? []
      : listVanishedReports(context.write, run.communityId, generation, after, batch);
  for (let vanished = next(); vanished.length > 0; vanished = next()) {
    for (const report of vanished) {
      checkCancelled(run);
      await readOne(run, report, generation, asking);
      if (asking.failures >= mostFailuresInARow) break;
      after = report.id;
      done += 1;
      run.progress('vanished', done, null);
    }
  }
  if (asking.senseless.length + asking.missing.length > 0) {
    // A hotel network, or a proxy before a server that is down, answers everything in its own way. Only a server that still
    // makes sense otherwise is believed that a report is gone.
    await run.connector.readFacts(run.signal);
    believe(run, asking);
  }
  // Also after too many failures: the next reading of the list finds the same ones missing, and it must not be held up.
  clearCursor(context.write, run.communityId, 'open-list');
}

async function readOne(run: PullRun, report: Vanished, generation: number, asking: Asking): Promise<void> {
  await run.lane.run(async () => {
    let remote: RemoteReport | null;
    try {
      remote = await run.connector.readReport(report.remote_id, run.signal);
    } catch (error) {
      if (stopsEverything(error)) throw error;
      asking.failures += 1;
      if (error instanceof PlatformError && error.code === 'malformed') asking.senseless.push(report);
      else countRun(run.tools.context.write, run.runId, { ...nothing, rejected: 1 });
      return;
    }
    checkCancelled(run);
    if (remote === null) {
      asking.missing.push(report);
      return;
    }
    const place = { list: 'reports' as const, cursor: null, generation };
    takePage(run, { items: [remote], rejected: [], place }, () => undefined);
    asking.failures = 0;
    believe(run, asking);
  });
}

/**
 * The connection is sound. So reports that are not there are gone, and those that can't be read are shown as such, and give
 * way to the ones behind them.
 */
function believe(run: PullRun, asking: Asking): void {
  for (const { id } of asking.missing) takeGone(run, id);
  asking.missing = [];
  if (asking.senseless.length === 0) return;
  const { write } = run.tools.context;
  const rejected = asking.senseless.map(({ remote_id: remoteId }, position) => ({ position, problem, remoteId }));
  inTransaction(write, () => {
    setAside(run.tools, run.communityId, { list: 'reports', cursor: null, generation: 0 }, rejected);
    countRun(write, run.runId, { ...nothing, rejected: rejected.length });
  });
  asking.senseless = [];
}

const problem = 'report: not what the interface promises';

const nothing = { pages: 0, reportsNew: 0, reportsChanged: 0, reportsGone: 0, rejected: 0 };
