import type { FactFacet, ReportFacts } from '../../../../shared/domain/report-facts.ts';
import { recordOutsideEvent } from '../../cases/case-event.ts';
import { markConflict } from '../../store/actions/commands.ts';
import { listActionsOfDecision } from '../../store/actions/queries.ts';
import type { ActionRow } from '../../store/actions/row.ts';
import { setHasConflict } from '../../store/cases/commands.ts';
import { insertConflict } from '../../store/conflicts/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { SendRun } from './send-run.ts';
import type { Reading } from './take-reading.ts';

/** Hands all of a decision that was not carried out to a person, with what was seen then and what is there now. */
export function raiseConflict(
  run: SendRun,
  action: ActionRow,
  parts: { base: ReportFacts; reading: Reading; changed: readonly FactFacet[] },
): void {
  const { context } = run.tools;
  const { write, clock } = context;
  inTransaction(write, () => {
    parts.reading.keep();
    for (const one of listActionsOfDecision(write, action.decision_id)) {
      if (['confirmed', 'sending', 'failed'].includes(one.state)) markConflict(write, one);
    }
    insertConflict(write, {
      action_id: action.id,
      decision_id: action.decision_id,
      case_id: action.case_id,
      community_id: action.community_id,
      base: JSON.stringify(parts.base),
      remote: JSON.stringify(parts.reading.facts),
      detected_at: clock.now(),
    });
    setHasConflict(write, action.case_id, true);
    recordOutsideEvent(
      context,
      'conflict.found',
      { communityId: action.community_id, caseId: action.case_id },
      { decision: action.decision_id, action: action.id, changed: parts.changed.join(' ') },
    );
  });
  context.changed(['conflicts', 'queue', 'case', 'outbox'], [action.case_id]);
}
