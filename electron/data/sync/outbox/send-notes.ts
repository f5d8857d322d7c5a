import type { ActionId, NoteSendingId } from '../../../../shared/domain/ids.ts';
import { type EventDetail, recordOutsideEvent } from '../../cases/case-event.ts';
import { PlatformError, type RemoteReport } from '../../platforms/platform.ts';
import { isActionUnderWay } from '../../store/actions/queries.ts';
import {
  markNoteAnswered,
  markNoteDoubtful,
  markNoteFailed,
  markNoteNotArrived,
  markNoteSending,
  markNoteSent,
  postponeNote,
  postponeNoteReading,
} from '../../store/note-sendings/commands.ts';
import { findNoteSending, listOpenSendings } from '../../store/note-sendings/queries.ts';
import { type NoteSendingRow, noteBeforeOf } from '../../store/note-sendings/row.ts';
import { findNote } from '../../store/notes/queries.ts';
import { findReport } from '../../store/reports/queries.ts';
import type { ReportRow } from '../../store/reports/row.ts';
import { inDurableTransaction, inTransaction } from '../../store/transaction.ts';
import { absorbGone } from '../absorb-report.ts';
import { nextAttemptAt } from '../back-off.ts';
import { blameConnection, errorCodeOf, isAbort, stopsEverything } from '../platform-trouble.ts';
import { judgeNote, noteBefore } from './judge-note.ts';
import { codeWhenShown, surelyNotArrived } from './send-action.ts';
import type { SendRun } from './send-run.ts';
import { waitLeft } from './settle-sending.ts';
import { keepReport } from './take-reading.ts';

const mostAttempts = 8;
const lookAgainMs = 2_000;

/**
 * Leaves the notes that are due on their reports, as decisions are sent: read, note durably that a request leaves, call once, read
 * again. Rejects only with what concerns the whole connection. A note that can't be sent holds nothing else up.
 */
export async function sendNotes(run: SendRun): Promise<void> {
  const { context } = run.tools;
  for (const { id } of listOpenSendings(context.write, run.communityId)) {
    if (run.signal.aborted || !context.network.mayConnect()) return;
    await run.lane.run(() => sendOne(run, id));
  }
}

interface Work {
  readonly run: SendRun;
  readonly sending: NoteSendingRow;
  readonly report: ReportRow;
  readonly text: string;
}

async function sendOne(run: SendRun, id: NoteSendingId): Promise<void> {
  const { write, clock } = run.tools.context;
  const sending = findNoteSending(write, id);
  if (!sending || !isDue(sending, clock.now())) return;
  const report = findReport(write, sending.report_id);
  const note = findNote(write, sending.note_id);
  if (!report || !note) return;
  const work = { run, sending, report, text: note.body };
  if (sending.state === 'sending') return settle(work);
  // The platform's time of change moves by a note as well, and is what a decision on its way is judged by.
  if (isActionUnderWay(write, report.id)) return;
  return send(work);
}

function isDue({ state, not_before, next_attempt_at }: NoteSendingRow, now: number): boolean {
  if (state !== 'confirmed' && state !== 'sending') return false;
  return (state === 'sending' || not_before <= now) && (next_attempt_at ?? 0) <= now;
}

async function send(work: Work): Promise<void> {
  const { run, sending, report, text } = work;
  const { context, reached, monotonic } = run.tools;
  const read = await readReport(work);
  if (!read) return;
  const { remote } = read;
  if (remote === null) {
    keepAnd(work, remote, () => fail(work, 'not-found'));
    return;
  }
  const handle = run.community().accountHandle;
  const earlier = noteBeforeOf(sending);
  if (earlier && judgeNote(text, handle, earlier, remote) === 'arrived') {
    // An earlier request has arrived after all.
    conclude(work, remote);
    return;
  }
  await reached('before-mark');
  const before = noteBefore(text, handle, remote);
  inDurableTransaction(context.write, () => {
    keepReport(run, remote);
    markNoteSending(context.write, sending, before, context.clock.now());
  });
  run.sendingSeen.set(seenAs(sending), monotonic());
  await reached('marked');
  try {
    await run.connector.perform(
      {
        kind: 'report.note',
        targetRemoteId: report.remote_id,
        reportRemoteId: report.remote_id,
        text,
        notify: false,
        upheld: null,
        expectedVersion: null,
        idempotencyKey: sending.idempotency_key,
      },
      run.signal,
    );
  } catch (error) {
    return afterError(current(work), error);
  }
  await reached('answered');
  markNoteAnswered(context.write, sending.id);
  await reached('noted');
  return settle(current(work));
}

async function afterError(work: Work, error: unknown): Promise<void> {
  const { run, sending } = work;
  const { context, random } = run.tools;
  if (isAbort(error) || !(error instanceof PlatformError)) throw error;
  if (!surelyNotArrived(error)) return settle(work);
  if (!stopsEverything(error)) {
    finish(work, () => fail(work, errorCodeOf(error)));
    return;
  }
  const now = context.clock.now();
  const nextAt = error.code === 'rate-limited' ? nextAttemptAt(now, 1, error.retryAt, random) : null;
  inTransaction(context.write, () => markNoteNotArrived(context.write, sending, codeWhenShown(error), nextAt));
  throw error;
}

/** Finds out what became of a request that left. Only a reading decides, and where it can't tell, a person does. */
async function settle(work: Work): Promise<void> {
  const { run, sending, text } = work;
  const { context, random, reached } = run.tools;
  const read = await readReport(work);
  if (!read) return;
  const { remote } = read;
  await reached('confirmed');
  const before = noteBeforeOf(sending) ?? { same: [], updatedAt: null };
  const verdict = judgeNote(text, run.community().accountHandle, before, remote);
  const now = context.clock.now();
  if (verdict === 'arrived') {
    conclude(work, remote);
    await reached('applied');
    return;
  }
  const wait = waitLeft(run, { id: seenAs(sending), sending_since: sending.sending_since });
  const isAnswered = sending.result === 'answered';
  if (wait > 0) {
    // Something answered yes may take a moment to show; something unanswered gets the whole time.
    const nextAt = now + (isAnswered ? Math.min(wait, lookAgainMs) : wait);
    keepAnd(work, remote, () => postponeNote(context.write, sending.id, nextAt, isAnswered ? null : 'timeout'));
    return;
  }
  // The platform said yes, or may have had it for a while: nobody is to read it twice.
  if (isAnswered || verdict === 'unclear') {
    keepAnd(work, remote, () => markNoteDoubtful(context.write, sending));
    return;
  }
  keepAnd(work, remote, () => {
    if (sending.attempts >= mostAttempts) fail(work, 'timeout');
    else markNoteNotArrived(context.write, sending, 'timeout', nextAttemptAt(now, sending.attempts, null, random));
  });
  run.sendingSeen.delete(seenAs(sending));
}

/** The report as it stands; `remote` is null where it is gone. Null where it can't be read for now. */
async function readReport(work: Work): Promise<{ readonly remote: RemoteReport | null } | null> {
  const { run, sending, report } = work;
  const { context, random } = run.tools;
  try {
    return { remote: await run.connector.readReport(report.remote_id, run.signal) };
  } catch (error) {
    if (!(error instanceof PlatformError) || stopsEverything(error)) throw error;
    await blameConnection(error, () => run.connector.readFacts(run.signal));
    const isBefore = sending.state === 'confirmed';
    if (isBefore && (sending.attempts + 1 >= mostAttempts || error.code === 'forbidden')) {
      finish(work, () => fail(work, errorCodeOf(error)));
      return null;
    }
    const postponed = isBefore ? postponeNoteReading : postponeNote;
    const nextAt = nextAttemptAt(context.clock.now(), sending.attempts + 1, error.retryAt, random);
    inTransaction(context.write, () => postponed(context.write, sending.id, nextAt, errorCodeOf(error)));
    return null;
  }
}

/** A reading has shown the note there. */
function conclude(work: Work, remote: RemoteReport | null): void {
  const { context } = work.run.tools;
  keepAnd(work, remote, () => {
    markNoteSent(context.write, work.sending, context.clock.now());
    record(work, 'note.sent');
  });
}

/** Stores a reading together with what follows from it. */
function keepAnd(work: Work, remote: RemoteReport | null, conclude: () => void): void {
  const { run, report } = work;
  const { context } = run.tools;
  finish(work, () => {
    if (remote === null) absorbGone(context, report, context.clock.now());
    else keepReport(run, remote);
    conclude();
  });
}

function fail(work: Work, errorCode: string): void {
  markNoteFailed(work.run.tools.context.write, work.sending, errorCode);
  record(work, 'note.failed', { error: errorCode });
}

function record({ run, sending, report }: Work, kind: 'note.sent' | 'note.failed', detail: EventDetail = {}): void {
  if (report.case_id === null) return;
  const target = { communityId: report.community_id, caseId: report.case_id };
  recordOutsideEvent(run.tools.context, kind, target, { note: sending.note_id, report: report.id, ...detail });
}

function finish({ run, report }: Work, conclude: () => void): void {
  const { context } = run.tools;
  inTransaction(context.write, conclude);
  context.changed(['outbox', 'case'], report.case_id === null ? [] : [report.case_id]);
}

function current(work: Work): Work {
  return { ...work, sending: findNoteSending(work.run.tools.context.write, work.sending.id) ?? work.sending };
}

/** In the list of what this process has seen leave, numbers of notes are told from those of actions by their sign. */
function seenAs({ id }: NoteSendingRow): ActionId {
  return -id as ActionId;
}
