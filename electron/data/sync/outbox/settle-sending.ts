import { mustNotArriveTwice } from '../../../../shared/domain/action.ts';
import { changedFacets, type ReportFacts } from '../../../../shared/domain/report-facts.ts';
import { PlatformError } from '../../platforms/platform.ts';
import { markNotArrived, postpone } from '../../store/actions/commands.ts';
import { type ActionRow, baseOf, beforeOf } from '../../store/actions/row.ts';
import { inTransaction } from '../../store/transaction.ts';
import { nextAttemptAt } from '../back-off.ts';
import { blameConnection, errorCodeOf, stopsEverything } from '../platform-trouble.ts';
import { finishApplied, finishFailed } from './finish-action.ts';
import { type Arrival, judgeArrival } from './judge-arrival.ts';
import { raiseConflict } from './raise-conflict.ts';
import type { SendRun, Step } from './send-run.ts';
import { type Reading, takeReading } from './take-reading.ts';

const mostAttempts = 8;
const lookAgainMs = 2_000;

/**
 * Finds out what became of a request that left: by a crash, a time-out, or simply because it was just answered. Nobody but
 * the platform knows, so only a reading decides, and an action that is not there yet may be sent again only when it can no
 * longer arrive.
 */
export async function settleSending(run: SendRun, action: ActionRow): Promise<Step> {
  const before = beforeOf(action) ?? baseOf(action);
  const reading = await readAfter(run, action);
  if (!reading) return 'stop';
  await run.tools.reached('confirmed');
  const verdict = judgeArrival(action, run.community(), before, reading.facts);
  // Where there is nothing to see, the platform's yes is all there can be.
  switch (verdict === 'no-trace' && action.result === 'answered' ? 'arrived' : verdict) {
    case 'arrived':
      finishApplied(run, action, reading, true);
      await run.tools.reached('applied');
      return 'go-on';
    case 'no-trace':
    case 'unclear':
      return askPerson(run, action, before, reading);
    case 'not-seen':
    case 'unproven':
      return notSeen(run, action, { before, reading, verdict });
  }
}

function askPerson(run: SendRun, action: ActionRow, before: ReportFacts, reading: Reading): Step {
  raiseConflict(run, action, { base: before, reading, changed: changedFacets(before, reading.facts) });
  return 'stop';
}

async function readAfter(run: SendRun, action: ActionRow): Promise<Reading | null> {
  const { context } = run.tools;
  try {
    return await takeReading(run, action);
  } catch (error) {
    if (!(error instanceof PlatformError) || stopsEverything(error)) throw error;
    await blameConnection(error, () => run.connector.readFacts(run.signal));
    const nextAt = nextAttemptAt(context.clock.now(), action.attempts, error.retryAt, run.tools.random);
    inTransaction(context.write, () => postpone(context.write, action.id, nextAt, errorCodeOf(error)));
    return null;
  }
}

function notSeen(
  run: SendRun,
  action: ActionRow,
  judged: { before: ReportFacts; reading: Reading; verdict: Arrival },
): Step {
  const { context, random } = run.tools;
  const { before, reading, verdict } = judged;
  const wait = waitLeft(run, action);
  const mayStillArrive =
    wait > 0 && (action.result === 'answered' || verdict === 'unproven' || mustNotArriveTwice(action.kind));
  const now = context.clock.now();
  if (mayStillArrive) {
    // Something answered yes may take a moment to show; something unanswered gets the whole time.
    const nextAt = now + (action.result === 'answered' ? Math.min(wait, lookAgainMs) : wait);
    inTransaction(context.write, () => {
      reading.keep();
      postpone(context.write, action.id, nextAt, action.result === 'answered' ? null : 'timeout');
    });
    return 'stop';
  }
  // Also when the platform said yes: then somebody has most likely taken it back.
  if (verdict === 'unproven') return askPerson(run, action, before, reading);
  if (action.result === 'answered') {
    finishFailed(run, action, 'not-confirmed');
    return 'stop';
  }
  if (action.attempts >= mostAttempts) {
    finishFailed(run, action, 'timeout');
    return 'stop';
  }
  inTransaction(context.write, () => {
    reading.keep();
    markNotArrived(context.write, action, 'timeout', nextAttemptAt(now, action.attempts, null, random));
  });
  run.sendingSeen.delete(action.id);
  return 'stop';
}

/**
 * Milliseconds during which the request might still arrive. By two clocks: that on the wall, and the one of this process,
 * which nobody can set. A request that another run of the program made counts from when this one first saw it.
 */
export function waitLeft(run: SendRun, action: Pick<ActionRow, 'id' | 'sending_since'>): number {
  const { context, settlingMs, monotonic } = run.tools;
  const seen = run.sendingSeen.get(action.id) ?? monotonic();
  run.sendingSeen.set(action.id, seen);
  const byProcess = seen + settlingMs - monotonic();
  const byWall = (action.sending_since ?? 0) + settlingMs - context.clock.now();
  // Whole milliseconds: the process's clock counts in parts of them.
  return Math.ceil(Math.max(0, Math.min(byProcess, settlingMs), Math.min(byWall, settlingMs)));
}
