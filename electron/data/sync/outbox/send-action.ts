import { type PlatformConnector, PlatformError, type PlatformErrorCode } from '../../platforms/platform.ts';
import { markAnswered, markNotArrived, markSending, postponeReading } from '../../store/actions/commands.ts';
import { findAction, listActionsOfDecision } from '../../store/actions/queries.ts';
import { type ActionParameters, type ActionRow, baseOf } from '../../store/actions/row.ts';
import { inDurableTransaction, inTransaction } from '../../store/transaction.ts';
import { nextAttemptAt } from '../back-off.ts';
import { blameConnection, errorCodeOf, isAbort, stopsEverything } from '../platform-trouble.ts';
import { finishApplied, finishFailed } from './finish-action.ts';
import { isPostAsWanted } from './judge-arrival.ts';
import { isResolvedByUs, movedOn, ownDoings } from './own-doings.ts';
import { raiseConflict } from './raise-conflict.ts';
import type { SendRun, Step } from './send-run.ts';
import { settleSending } from './settle-sending.ts';
import { type Reading, takeReading } from './take-reading.ts';

/** After so many attempts that the server could not answer, a person has to look. */
const mostAttempts = 8;
/** So often a platform that compares by itself may say that things moved on while the reading before showed nothing of it. */
const mostMovedOn = 2;

/**
 * Sends one confirmed action: reads how things stand, compares with what the person saw, notes durably that a request is
 * about to leave, makes it once, and reads again. Rejects only with what concerns the whole connection.
 */
export async function sendAction(run: SendRun, action: ActionRow): Promise<Step> {
  const reading = await readBefore(run, action);
  if (!reading) return 'stop';
  const own = ownDoings(run.tools.context.write, run.community(), action);
  const changed = movedOn(baseOf(action), reading.facts, own);
  if (
    action.kind === 'report.resolve' &&
    isResolvedByUs(reading.facts, own) &&
    wantsOnlyResolve(run, action, changed)
  ) {
    finishApplied(run, action, reading, false);
    return 'go-on';
  }
  if (changed === null && isPostAsWanted(action.kind, action.target_remote_id, reading.facts) === true) {
    finishApplied(run, action, reading, false);
    return 'go-on';
  }
  if (changed) {
    raiseConflict(run, action, { base: baseOf(action), reading, changed });
    return 'stop';
  }
  return perform(run, action, reading);
}

/**
 * A report that our own account closed needs no second call. Where a sanction goes with it, that has to be explained by
 * what Hearth did: the same account may be at work in a browser.
 */
function wantsOnlyResolve(run: SendRun, action: ActionRow, changed: ReturnType<typeof movedOn>): boolean {
  if (changed === null) return true;
  const all = listActionsOfDecision(run.tools.context.write, action.decision_id);
  const onlyClosing = changed.every((facet) => facet === 'state' || facet === 'resolvedBy');
  return onlyClosing && all.every((one) => one.kind === 'report.resolve');
}

/** Before the first call of a decision, all its reports are looked at: a sanction must not go out for a case that moved. */
async function readBefore(run: SendRun, action: ActionRow): Promise<Reading | null> {
  const { write } = run.tools.context;
  const all = listActionsOfDecision(write, action.decision_id);
  try {
    const reading = await takeReading(run, action);
    const isFirst = all.every((one) => one.state === 'confirmed');
    if (!isFirst) return reading;
    const others = all.filter((one) => one.report_id !== null && one.report_id !== action.report_id);
    for (const other of others) {
      const seen = await takeReading(run, other);
      const own = ownDoings(write, run.community(), other);
      const changed = movedOn(baseOf(other), seen.facts, own);
      if (changed && !(isResolvedByUs(seen.facts, own) && wantsOnlyResolve(run, other, changed))) {
        inTransaction(write, () => reading.keep());
        raiseConflict(run, other, { base: baseOf(other), reading: seen, changed });
        return null;
      }
    }
    return reading;
  } catch (error) {
    if (!(error instanceof PlatformError) || stopsEverything(error)) throw error;
    await blameConnection(error, () => run.connector.readFacts(run.signal));
    waitOrGiveUp(run, action, error);
    return null;
  }
}

async function perform(run: SendRun, action: ActionRow, reading: Reading): Promise<Step> {
  const { context, reached, monotonic } = run.tools;
  await reached('before-mark');
  inDurableTransaction(context.write, () => {
    reading.keep();
    markSending(context.write, current(run, action), reading.facts, context.clock.now());
  });
  run.sendingSeen.set(action.id, monotonic());
  await reached('marked');
  try {
    await call(run.connector, action, action.report_id === null ? null : reading.facts.version, run.signal);
  } catch (error) {
    return afterError(run, current(run, action), error);
  }
  await reached('answered');
  markAnswered(context.write, action.id);
  await reached('noted');
  return settleSending(run, current(run, action));
}

function call(
  connector: PlatformConnector,
  action: ActionRow,
  expected: string | null,
  signal: AbortSignal,
): Promise<void> {
  const { text, notify, upheld } = JSON.parse(action.parameters) as ActionParameters;
  return connector.perform(
    {
      kind: action.kind,
      targetRemoteId: action.target_remote_id,
      reportRemoteId: action.report_remote_id,
      text,
      notify,
      upheld: upheld ?? null,
      expectedVersion: expected,
      idempotencyKey: action.idempotency_key,
    },
    signal,
  );
}

const turnedAway: readonly PlatformErrorCode[] = [
  'offline',
  'unknown-host',
  'untrusted',
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'refused',
];

/** Errors that come instead of the effect: the request was turned away, or never left. */
export function surelyNotArrived(error: PlatformError): boolean {
  if (error.mayHaveArrived) return false;
  return turnedAway.includes(error.code);
}

function afterError(run: SendRun, action: ActionRow, error: unknown): Promise<Step> | Step {
  const { context, random } = run.tools;
  if (isAbort(error)) throw error;
  if (!(error instanceof PlatformError)) throw error;
  // No such post: it may have gone a moment ago, by an earlier request of ours too. A reading tells.
  const isPostAway = action.kind === 'post.remove' && error.code === 'not-found';
  if (!surelyNotArrived(error) || isPostAway) return settleSending(run, action);
  const now = context.clock.now();
  if (stopsEverything(error)) {
    const nextAt = error.code === 'rate-limited' ? nextAttemptAt(now, 1, error.retryAt, random) : null;
    inTransaction(context.write, () => markNotArrived(context.write, action, codeWhenShown(error), nextAt));
    throw error;
  }
  // "Busy with another action on this account": no is the answer for now only. "Somebody was faster" as well: the next reading
  // shows what they did, and a person is asked. Where it shows nothing that moved, the same answer would come for ever.
  const most = error.reason === 'moved-on' ? mostMovedOn : mostAttempts;
  if (error.status === 409 && action.attempts < most) {
    const nextAt = nextAttemptAt(now, action.attempts, error.retryAt, random);
    inTransaction(context.write, () => markNotArrived(context.write, action, errorCodeOf(error), nextAt));
    return 'stop';
  }
  finishFailed(run, action, errorCodeOf(error));
  return 'stop';
}

/** Being offline is a state, not a fault of the action. On some systems it shows as a name that nobody knows. */
export function codeWhenShown(error: PlatformError): string | null {
  return error.code === 'offline' || error.code === 'unknown-host' ? null : errorCodeOf(error);
}

/** The reading before a call failed: nothing has left, so trying again is safe. */
function waitOrGiveUp(run: SendRun, action: ActionRow, error: PlatformError): void {
  const { context, random } = run.tools;
  if (action.attempts + 1 >= mostAttempts || error.code === 'forbidden') {
    finishFailed(run, action, errorCodeOf(error));
    return;
  }
  const nextAt = nextAttemptAt(context.clock.now(), action.attempts + 1, error.retryAt, random);
  inTransaction(context.write, () => postponeReading(context.write, action.id, nextAt, errorCodeOf(error)));
}

function current(run: SendRun, action: ActionRow): ActionRow {
  return findAction(run.tools.context.write, action.id) ?? action;
}
