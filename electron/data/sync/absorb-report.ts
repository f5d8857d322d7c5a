import type { Community } from '../../../shared/domain/community.ts';
import type { CaseId, Instant, MemberId } from '../../../shared/domain/ids.ts';
import { changedFacets, type ReportFacts } from '../../../shared/domain/report-facts.ts';
import { reportEndedElsewhere } from '../cases/answered-elsewhere.ts';
import { recordOutsideEvent } from '../cases/case-event.ts';
import { findOrOpenCase } from '../cases/find-or-open-case.ts';
import { type RefreshCase, refreshingAlways } from '../cases/refresh-case.ts';
import { followRemoteAssignment } from '../cases/remote-claim.ts';
import { reviveReport } from '../cases/revived-report.ts';
import type { RemoteAccount, RemoteReport } from '../platforms/platform.ts';
import type { DataContext } from '../service/context.ts';
import type { WriteDb } from '../store/db.ts';
import { noteAccountEnd, noteAccountLives } from '../store/members/account-end.ts';
import { noteActor } from '../store/members/note-actor.ts';
import { insertReport, recordGone, recordRemoteStanding, touchReport } from '../store/reports/commands.ts';
import { findKnownReport, findReport, type KnownReport } from '../store/reports/queries.ts';
import { factsOf, type ReportRow } from '../store/reports/row.ts';
import { indexText } from '../store/search/index-text.ts';
import { readSearchableText } from '../store/search/searchable-text.ts';
import { keepEvidence, keepMember } from './keep-evidence.ts';
import { keepFirstNotes, keepNotes } from './keep-notes.ts';
import { factsFrom, goneFacts } from './read-facts.ts';

export interface Absorbed {
  readonly outcome: 'new' | 'changed' | 'same';
  readonly caseId: CaseId | null;
}

/**
 * Takes one report as read from the platform into the store, inside the transaction of its page: members, report, evidence,
 * case. Reading the same report twice changes nothing. `generation` says which reading of the open list it came with; 0
 * when it came from elsewhere. `refresh` sums up its case; a page does that once where it can.
 */
export function absorbReport(
  context: DataContext,
  community: Community,
  remote: RemoteReport,
  generation: number,
  refresh: RefreshCase = refreshingAlways(context.write),
): Absorbed {
  const { write } = context;
  const at = context.clock.now();
  const known = findKnownReport(write, community.id, remote.remoteId);
  if (known && isAsKnown(known, remote)) {
    touchReport(write, known.id, at, generation);
    return { outcome: 'same', caseId: known.case_id };
  }
  const facts = factsFrom(remote, at);
  const target = keepMember(write, community.id, remote.target, at);
  const row = known && findReport(write, known.id);
  const absorbed = row
    ? absorbChange(context, community, { known: row, remote, facts, target, generation, refresh })
    : absorbNew(context, community, { remote, facts, target, generation, refresh });
  // After report and evidence: whether it was spam that nobody saw is told by those.
  noteStanding(write, target, remote.target, at);
  noteMachine(write, community, remote, at);
  return absorbed;
}

/** Whether an account was taken away, as a report shows whom it is about. Of reporters it rarely tells how they stand. */
function noteStanding(write: WriteDb, id: MemberId, { isUnknown, state }: RemoteAccount, at: Instant): void {
  if (state === 'suspended') noteAccountEnd(write, id, { at, how: 'removed' });
  // Who is locked out or waits to be let in may be anything.
  else if (isUnknown !== true && state !== 'disabled' && state !== 'pending') noteAccountLives(write, id);
}

function isAsKnown(known: KnownReport, remote: RemoteReport): boolean {
  return (
    known.payload_hash === remote.payloadHash &&
    known.remote_version === remote.version &&
    known.remote_state === remote.state
  );
}

/** Whoever closed it by a program is no person: community health has to know, whether or not they ever wrote. */
function noteMachine(write: WriteDb, { id: communityId }: Community, { closedByMachine }: RemoteReport, at: Instant) {
  if (closedByMachine) noteActor(write, { communityId, ...closedByMachine, isBot: true, joinedAt: null, at });
}

interface Incoming {
  readonly remote: RemoteReport;
  readonly facts: ReportFacts;
  readonly target: MemberId;
  readonly generation: number;
  readonly refresh: RefreshCase;
}

/** A report that was closed before it was ever seen here makes no work: it is kept, without a case. */
function absorbNew(context: DataContext, community: Community, incoming: Incoming): Absorbed {
  const { write } = context;
  const { remote, facts, target } = incoming;
  const isOpen = remote.state === 'open';
  const joined = isOpen ? caseFor(context, community, incoming) : null;
  const reportId = insertReport(write, {
    communityId: community.id,
    remoteId: remote.remoteId,
    caseId: joined?.id ?? null,
    reporterMemberId: remote.reporter ? keepMember(write, community.id, remote.reporter, facts.readAt) : null,
    reporterServer: remote.reporter?.server ?? null,
    targetMemberId: target,
    state: isOpen ? 'linked' : 'answered',
    category: remote.category,
    comment: remote.comment,
    language: languageOf(remote),
    forwarded: remote.forwarded,
    facts,
    updatedAt: remote.updatedAt,
    payloadHash: remote.payloadHash,
    createdAt: remote.createdAt,
    generation: incoming.generation,
  });
  const caseId = joined?.id ?? null;
  keepFirstNotes(write, reportId, remote, facts.readAt);
  indexText(write, {
    kind: 'report',
    rowId: reportId,
    communityId: community.id,
    caseId,
    at: remote.createdAt,
    text: remote.notes.length === 0 ? remote.comment : (readSearchableText(write, 'report', reportId) ?? ''),
  });
  keepEvidence(
    write,
    evidenceTarget(context, community, { id: reportId, case_id: caseId }, facts.readAt),
    remote,
    target,
  );
  if (joined) {
    if (!joined.opened) {
      recordOutsideEvent(
        context,
        'report.joined',
        { communityId: community.id, caseId: joined.id },
        { report: reportId },
      );
    }
    if (remote.assignedTo === null) incoming.refresh.later(joined.id, { movedOn: !joined.opened });
    else {
      incoming.refresh.now(joined.id, { movedOn: !joined.opened });
      followRemoteAssignment(context, joined.id, community.accountHandle);
    }
  }
  return { outcome: 'new', caseId };
}

function caseFor(context: DataContext, community: Community, incoming: Incoming): { id: CaseId; opened: boolean } {
  return findOrOpenCase(context, {
    communityId: community.id,
    authorMemberId: incoming.target,
    category: incoming.remote.category,
    language: languageOf(incoming.remote),
    openedAt: incoming.remote.createdAt,
  });
}

function languageOf(remote: RemoteReport): string | null {
  return remote.posts.find((post) => post.language !== null)?.language ?? null;
}

function absorbChange(context: DataContext, community: Community, change: Incoming & { known: ReportRow }): Absorbed {
  const { write } = context;
  const { known, remote, facts, target, generation, refresh } = change;
  recordRemoteStanding(write, known.id, {
    facts,
    updatedAt: remote.updatedAt,
    payloadHash: remote.payloadHash,
    generation,
  });
  const evidenceChanged = keepEvidence(write, evidenceTarget(context, community, known, facts.readAt), remote, target);
  const notesChanged = keepNotes(context, community, known, remote);
  const now = findReport(write, known.id) ?? known;
  if (known.remote_state === 'open' && remote.state === 'resolved') reportEndedElsewhere(context, now, 'resolved');
  const revived = known.remote_state !== 'open' && remote.state === 'open' ? reviveReport(context, now) : null;
  const caseId = revived ?? known.case_id;
  const moved = evidenceChanged || known.remote_version !== remote.version;
  if (caseId !== null && moved) {
    const movedOn = evidenceChanged || !isOwnClaimAlone(factsOf(known), facts, community.accountHandle);
    refresh.now(caseId, { movedOn });
    if (known.remote_assigned_to !== remote.assignedTo || revived !== null) {
      followRemoteAssignment(context, caseId, community.accountHandle);
    }
  }
  return { outcome: moved || notesChanged ? 'changed' : 'same', caseId };
}

/** All that has changed is that we took the report or gave it back: nothing that a decision in the making has to look at. */
function isOwnClaimAlone(before: ReportFacts, now: ReportFacts, ownHandle: string | null): boolean {
  const isOurs = (handle: string | null) => handle === null || handle === ownHandle;
  const changed = changedFacets(before, now);
  return changed.length === 1 && changed[0] === 'assigned' && isOurs(before.assignedTo) && isOurs(now.assignedTo);
}

/** The platform no longer has the report. Everything kept here stays. */
export function absorbGone(context: DataContext, report: Pick<ReportRow, 'id'>, at: Instant): CaseId | null {
  const { write } = context;
  const row = findReport(write, report.id);
  if (!row || row.remote_state === 'gone') return row?.case_id ?? null;
  recordGone(write, row.id, goneFacts(factsOf(row), at));
  reportEndedElsewhere(context, { ...row, remote_state: 'gone' }, 'gone');
  return row.case_id;
}

function evidenceTarget(
  context: DataContext,
  community: Community,
  report: Pick<ReportRow, 'id' | 'case_id'>,
  at: Instant,
): Parameters<typeof keepEvidence>[1] {
  return {
    communityId: community.id,
    caseId: report.case_id,
    reportId: report.id,
    capturedBy: context.actor().device,
    at,
  };
}
