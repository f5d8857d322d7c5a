import type { CaseId, DecisionId, NoteId, PolicyId, ReportId } from '../../../shared/domain/ids.ts';
import { ForbiddenTransition } from '../../../shared/domain/state-machine.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { caseCalls } from '../../../shared/ipc/topics/case.ts';
import { addNote } from '../cases/add-note.ts';
import { correctCategory, escalateCase, holdCase, reopenCase, waitWithCase } from '../cases/change-case.ts';
import { claimCase, releaseCase } from '../cases/claim-case.ts';
import { decideCase } from '../cases/decide-case.ts';
import { planEffects } from '../cases/plan-effects.ts';
import { type Harmed, sayWhoWasHarmed } from '../cases/say-harm.ts';
import { keepNoteHere, sendNoteAgain } from '../cases/send-note.ts';
import { letTimePass } from '../cases/time-passed.ts';
import { undoDecision } from '../cases/undo-decision.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import { findCase } from '../store/cases/queries.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { findCommunity } from '../store/communities/queries.ts';
import { findDecision } from '../store/decisions/queries.ts';
import { findSendingOfNote } from '../store/note-sendings/queries.ts';
import { saveDraft } from '../store/notes/commands.ts';
import { inTransaction } from '../store/transaction.ts';
import { syncOf } from '../sync/sync-of.ts';
import { readCaseClaim } from './case-claim.ts';
import { readCase, toCaseNote } from './read-case.ts';

function found(context: DataContext, id: CaseId): CaseRow {
  const row = findCase(context.write, id);
  if (!row) throw new HearthError('not-found');
  return row;
}

/** Runs a change of a case with the clock settled first, in words of the contract, and tells who shows it. */
function change<Result>(context: DataContext, id: CaseId, work: () => Result): Result {
  letTimePass(context);
  try {
    const result = work();
    context.changed(['queue', 'case'], [id]);
    return result;
  } catch (error) {
    throw inContractWords(error);
  }
}

function inContractWords(error: unknown): unknown {
  if (!(error instanceof ForbiddenTransition)) return error;
  return new HearthError('forbidden-transition', { from: error.from, to: error.to });
}

/** Tells who shows it that the way of a note has changed, and has it looked at. */
function noteToSend(context: DataContext, caseId: CaseId): void {
  context.changed(['outbox', 'case'], [caseId]);
  syncOf(context).wake();
}

/** The calls about one case. */
export const caseHandlers: Handlers<keyof typeof caseCalls> = {
  'case.get'(context, { caseId }) {
    letTimePass(context);
    return readCase(context, caseId as CaseId);
  },
  'case.claim'(context, { caseId }) {
    const id = caseId as CaseId;
    const claim = change(context, id, () => inTransaction(context.write, () => claimCase(context, found(context, id))));
    syncOf(context).wake();
    const community = findCommunity(context.write, found(context, id).community_id);
    if (!community) throw new HearthError('not-found');
    return readCaseClaim({ ...context, read: context.write }, claim, community);
  },
  'case.release'(context, { caseId }) {
    const id = caseId as CaseId;
    change(context, id, () =>
      inTransaction(context.write, () => releaseCase(context, found(context, id), context.clock.now())),
    );
    syncOf(context).wake();
    return null;
  },
  'case.wait'(context, { caseId, until, note }) {
    const id = caseId as CaseId;
    return change(context, id, () => {
      waitWithCase(context, id, until, note);
      return null;
    });
  },
  'case.escalate'(context, { caseId, note }) {
    const id = caseId as CaseId;
    return change(context, id, () => {
      escalateCase(context, id, note);
      return null;
    });
  },
  'case.reopen'(context, { caseId, note }) {
    const id = caseId as CaseId;
    return change(context, id, () => {
      reopenCase(context, id, note);
      return null;
    });
  },
  'case.correctCategory'(context, { caseId, category }) {
    const id = caseId as CaseId;
    return change(context, id, () => {
      correctCategory(context, id, category);
      return null;
    });
  },
  'case.sayHarm'(context, { caseId, reportId, harmed }) {
    const id = caseId as CaseId;
    return change(context, id, () => {
      sayWhoWasHarmed(context, id, reportId as ReportId, harmed as Harmed);
      return null;
    });
  },
  'case.setLegalHold'(context, { caseId, hold }) {
    const id = caseId as CaseId;
    return change(context, id, () => {
      holdCase(context, id, hold);
      return null;
    });
  },
  'case.saveDraft'(context, { caseId, draft }) {
    const row = found(context, caseId as CaseId);
    const body = draft === null ? null : JSON.stringify(draft);
    inTransaction(context.write, () => saveDraft(context.write, row.id, body, context.clock.now()));
    return null;
  },
  'case.addNote'(context, note) {
    const id = note.caseId as CaseId;
    const onReport = note.onReport as ReportId | null;
    const added = change(context, id, () => addNote(context, found(context, id), { ...note, onReport }));
    if (onReport !== null) noteToSend(context, id);
    return toCaseNote(added, findSendingOfNote(context.write, added.id));
  },
  'case.keepNoteHere'(context, { noteId }) {
    noteToSend(context, keepNoteHere(context, noteId as NoteId));
    return null;
  },
  'case.sendNoteAgain'(context, { noteId }) {
    noteToSend(context, sendNoteAgain(context, noteId as NoteId));
    return null;
  },
  'case.previewDecision'(context, { caseId, ...wanted }) {
    const plan = planEffects(context.read, found(context, caseId as CaseId), wanted);
    return { effects: plan.map((one) => one.effect) };
  },
  'case.decide'(context, input) {
    const id = input.caseId as CaseId;
    const policyId = input.policyId as PolicyId | null;
    const decided = change(context, id, () => decideCase(context, { ...input, caseId: id, policyId }));
    context.changed(['outbox'], [id]);
    syncOf(context).wake();
    return decided;
  },
  'case.undoDecision'(context, { decisionId }) {
    const decision = findDecision(context.read, decisionId as DecisionId);
    if (!decision) throw new HearthError('not-found');
    const caseId = change(context, decision.case_id, () => undoDecision(context, decision.id));
    context.changed(['outbox'], [caseId]);
    syncOf(context).wake();
    return { caseId };
  },
};
