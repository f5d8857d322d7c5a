import type { CommunityId, DecisionId, Instant } from '../../../shared/domain/ids.ts';
import type { OutboxItem, OutboxNote, Status, SyncState } from '../../../shared/ipc/topics/sync.ts';
import { isUndoable } from '../cases/undo-decision.ts';
import type { DataContext } from '../service/context.ts';
import { listActionsOfDecision, listAllWaitingDecisions, type WaitingDecision } from '../store/actions/queries.ts';
import { listCommunities } from '../store/communities/queries.ts';
import { countOpenConflicts, listOpenConflicts } from '../store/conflicts/queries.ts';
import type { ReadDb } from '../store/db.ts';
import { findDecision } from '../store/decisions/queries.ts';
import { listAllOpenSendings } from '../store/note-sendings/queries.ts';
import type { NoteSendingRow } from '../store/note-sendings/row.ts';
import { findSyncState } from '../store/sync-state/queries.ts';
import { countUnread } from '../store/unread/queries.ts';

/** What a running pull says about itself. */
export type LiveProgress = Pick<SyncState, 'phase' | 'done' | 'total'>;

/** What the status line says: the store's facts, and the progress of pulls that run now. */
export function readStatus(
  context: Pick<DataContext, 'write' | 'network'>,
  live: (communityId: CommunityId) => LiveProgress | null,
): Status {
  const db = context.write;
  const communities = listCommunities(db).filter((one) => one.platform !== 'import');
  const waiting = listAllWaitingDecisions(db);
  const notes = listAllOpenSendings(db);
  const synced = communities.map((one) => one.lastSyncAt).filter((at) => at !== null);
  return {
    network: context.network.state(),
    syncs: communities.map((one) => syncStateOf(db, one.id, one.lastSyncAt, live(one.id))),
    lastSyncAt: synced.length > 0 ? Math.max(...synced) : null,
    decisionsWaiting: waiting.filter((one) => one.failed === 0).length,
    decisionsFailed: waiting.filter((one) => one.failed === 1).length,
    conflicts: countOpenConflicts(db),
    notesWaiting: notes.filter(isOnItsWay).length,
    notesNotSent: notes.filter((one) => !isOnItsWay(one)).length,
    nextSendAt: nextSendAt(waiting, notes),
  };
}

/** When the outbox next has something to do; null when it waits for nothing but a person. */
export function nextSendAt(waiting: readonly WaitingDecision[], notes: readonly NoteSendingRow[]): Instant | null {
  const times = [...waiting.filter((one) => one.failed === 0).map(dueAt), ...notes.filter(isOnItsWay).map(noteDueAt)];
  return times.length > 0 ? Math.min(...times) : null;
}

function isOnItsWay({ state }: NoteSendingRow): boolean {
  return state === 'confirmed' || state === 'sending';
}

function noteDueAt({ state, not_before, next_attempt_at }: NoteSendingRow): Instant {
  return Math.max(state === 'sending' ? 0 : not_before, next_attempt_at ?? 0);
}

function dueAt(one: WaitingDecision): Instant {
  return Math.max(one.sending === 1 ? 0 : one.not_before, one.next_attempt_at ?? 0);
}

function syncStateOf(
  db: ReadDb,
  communityId: CommunityId,
  lastSyncAt: Instant | null,
  live: LiveProgress | null,
): SyncState {
  const stored = findSyncState(db, communityId);
  return {
    communityId,
    phase: live?.phase ?? 'idle',
    done: live?.done ?? 0,
    total: live?.total ?? null,
    lastSyncAt,
    lastErrorCode: stored.last_error_code,
    retryAt: stored.retry_at,
    unread: countUnread(db, communityId),
  };
}

/** Everything that the platform has not confirmed, in the order it was decided. */
export function readOutbox(db: ReadDb): readonly OutboxItem[] {
  const waiting = listAllWaitingDecisions(db).map((one): OutboxItem => {
    const state = waitingState(one);
    return { ...identify(db, one.decision_id, one.case_id, one.community_id), ...timing(one), state };
  });
  const conflicts = listOpenConflicts(db).map((one): OutboxItem => {
    const rest = { errorCode: null, attempts: 0, nextAttemptAt: null, state: 'conflict' } as const;
    return { ...identify(db, one.decision_id, one.case_id, one.community_id), ...rest };
  });
  return [...waiting, ...conflicts].sort((a, b) => a.decisionId - b.decisionId);
}

function waitingState(one: WaitingDecision): OutboxItem['state'] {
  if (one.failed === 1) return 'failed';
  return one.sending === 1 ? 'sending' : 'waiting';
}

function timing(one: WaitingDecision): Pick<OutboxItem, 'errorCode' | 'attempts' | 'nextAttemptAt'> {
  return {
    errorCode: one.error_code,
    attempts: one.attempts,
    nextAttemptAt: one.failed === 1 ? null : dueAt(one),
  };
}

function identify(
  db: ReadDb,
  decisionId: DecisionId,
  caseId: number,
  communityId: number,
): Pick<OutboxItem, 'decisionId' | 'caseId' | 'communityId' | 'decidedAt' | 'canUndo'> {
  return {
    decisionId,
    caseId,
    communityId,
    decidedAt: findDecision(db, decisionId)?.decided_at ?? 0,
    canUndo: isUndoable(listActionsOfDecision(db, decisionId)),
  };
}

/** Notes for colleagues that are not on their platform, in the order they were written. */
export function readOutboxNotes(db: ReadDb): readonly OutboxNote[] {
  return listAllOpenSendings(db).map((one) => ({
    noteId: one.note_id,
    caseId: one.case_id,
    communityId: one.community_id,
    writtenAt: one.created_at,
    state: noteState(one),
    errorCode: one.error_code,
    attempts: one.attempts,
    nextAttemptAt: isOnItsWay(one) ? noteDueAt(one) : null,
  }));
}

function noteState({ state }: NoteSendingRow): OutboxNote['state'] {
  switch (state) {
    case 'sending':
    case 'failed':
    case 'conflict':
      return state;
    default:
      return 'waiting';
  }
}
