import { recordOutsideEvent } from '../../cases/case-event.ts';
import { markApplied, markFailed, markReversed } from '../../store/actions/commands.ts';
import { findAction } from '../../store/actions/queries.ts';
import type { ActionRow } from '../../store/actions/row.ts';
import { findMemberId, noteAccountEnd, noteAccountLives } from '../../store/members/account-end.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { SendRun } from './send-run.ts';
import type { Reading } from './take-reading.ts';

/** A reading has shown the action done. */
export function finishApplied(run: SendRun, action: ActionRow, reading: Reading, called: boolean): void {
  const { context } = run.tools;
  const { write, clock } = context;
  const moved = inTransaction(write, () => {
    reading.keep();
    const now = findAction(write, action.id) ?? action;
    markApplied(write, now, clock.now());
    const reversed = action.reversal_of === null ? null : findAction(write, action.reversal_of);
    if (reversed?.state === 'applied') markReversed(write, reversed);
    recordOutsideEvent(context, 'action.applied', target(action), { ...detail(action), called });
    return noteSanction(run, action);
  });
  run.sendingSeen.delete(action.id);
  context.changed(['outbox', 'case', 'queue'], [action.case_id]);
  if (moved) context.changed(['activities']);
}

/** A suspension of Hearth's own ends the account for community health, and taking it back lets it live again. */
function noteSanction(run: SendRun, { kind, community_id: communityId, target_remote_id: target }: ActionRow): boolean {
  const { write, clock } = run.tools.context;
  if (kind !== 'account.suspend' && kind !== 'account.undo-suspend') return false;
  // The account's own reading, where there was one, has noted it already.
  const id = findMemberId(write, communityId, target);
  if (id === null) return true;
  if (kind === 'account.undo-suspend') noteAccountLives(write, id);
  else noteAccountEnd(write, id, { at: clock.now(), how: 'removed' });
  return true;
}

/** The platform refused, or will not be asked again by itself: a person has to look. */
export function finishFailed(run: SendRun, action: ActionRow, errorCode: string): void {
  const { context } = run.tools;
  inTransaction(context.write, () => {
    const now = findAction(context.write, action.id) ?? action;
    markFailed(context.write, now, errorCode);
    recordOutsideEvent(context, 'action.failed', target(action), { ...detail(action), error: errorCode });
  });
  run.sendingSeen.delete(action.id);
  context.changed(['outbox', 'case', 'queue'], [action.case_id]);
}

function target(action: ActionRow): Parameters<typeof recordOutsideEvent>[2] {
  return { communityId: action.community_id, caseId: action.case_id };
}

function detail(action: ActionRow): Readonly<Record<string, string | number>> {
  return { decision: action.decision_id, action: action.id, kind: action.kind };
}
