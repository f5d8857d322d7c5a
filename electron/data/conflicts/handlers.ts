import { type ConflictId, caseName } from '../../../shared/domain/ids.ts';
import { changedFacets, type ReportFacts } from '../../../shared/domain/report-facts.ts';
import type { ConflictView, conflictCalls, RemoteStanding } from '../../../shared/ipc/topics/conflicts.ts';
import { letTimePass } from '../cases/time-passed.ts';
import type { Handlers } from '../service/handlers.ts';
import { listActionsOfDecision } from '../store/actions/queries.ts';
import { findCase } from '../store/cases/queries.ts';
import { findCommunity } from '../store/communities/queries.ts';
import { listOpenConflicts } from '../store/conflicts/queries.ts';
import type { ConflictRow } from '../store/conflicts/row.ts';
import type { ReadDb } from '../store/db.ts';
import { findDecision } from '../store/decisions/queries.ts';
import { findMember } from '../store/members/queries.ts';
import { settleConflict, settlementsFor } from '../sync/outbox/settle-conflict.ts';
import { syncOf } from '../sync/sync-of.ts';

function toStanding(facts: ReportFacts): RemoteStanding {
  return {
    readAt: facts.readAt,
    gone: facts.state === 'gone',
    reportState: facts.state,
    assignedTo: facts.assignedTo,
    resolvedBy: facts.resolvedBy,
    resolvedAt: facts.resolvedAt,
    accountState: facts.accountState,
    category: facts.category,
  };
}

/** Both sides of a conflict; null when what it was about has been erased meanwhile. */
function toView(db: ReadDb, conflict: ConflictRow): ConflictView | null {
  const decision = findDecision(db, conflict.decision_id);
  const row = findCase(db, conflict.case_id);
  const community = findCommunity(db, conflict.community_id);
  const author = row && findMember(db, row.author_member_id);
  if (!decision || !row || !community || !author) return null;
  const actions = listActionsOfDecision(db, decision.id);
  const base = JSON.parse(conflict.base) as ReportFacts;
  const remote = JSON.parse(conflict.remote) as ReportFacts;
  return {
    conflictId: conflict.id,
    caseId: row.id,
    caseName: caseName(row.id),
    communityId: community.id,
    communityName: community.name,
    authorName: author.display_name,
    authorHandle: author.handle,
    detectedAt: conflict.detected_at,
    mine: {
      decisionId: decision.id,
      finding: decision.finding,
      personEffect: decision.person_effect,
      removePosts: decision.content_effect === 'remove-posts',
      reasonInternal: decision.reason_internal,
      decidedBy: decision.decided_by,
      decidedAt: decision.decided_at,
      sent: actions.filter((one) => one.state === 'applied').length,
      unsent: actions.filter((one) => one.state === 'conflict').length,
      mayHaveArrived: actions.some((one) => one.id === conflict.action_id && one.sending_since !== null),
    },
    seen: toStanding(base),
    now: toStanding(remote),
    changed: changedFacets(base, remote),
    settlements: settlementsFor(remote),
  };
}

/** The calls about decisions that the platform moved on from. */
export const conflictHandlers: Handlers<keyof typeof conflictCalls> = {
  'conflicts.list': (context) =>
    listOpenConflicts(context.read)
      .map((conflict) => toView(context.read, conflict))
      .filter((view) => view !== null),
  'conflicts.settle'(context, { conflictId, settlement, note }) {
    letTimePass(context);
    const caseId = settleConflict(context, { conflictId: conflictId as ConflictId, settlement, note });
    context.changed(['conflicts', 'queue', 'case', 'outbox'], [caseId]);
    syncOf(context).wake();
    return { caseId };
  },
};
