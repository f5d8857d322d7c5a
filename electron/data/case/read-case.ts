import type { ActionState } from '../../../shared/domain/action.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { caseName } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import {
  type CaseDraft,
  type CaseNote,
  type CaseView,
  draftSchema,
  type NoteSending,
} from '../../../shared/ipc/topics/case.ts';
import { canRemovePosts } from '../cases/plan-effects.ts';
import { priorityAt } from '../cases/priority.ts';
import type { DataContext } from '../service/context.ts';
import { findCase } from '../store/cases/queries.ts';
import { storedReasons } from '../store/cases/row.ts';
import { findActiveClaim } from '../store/claims/queries.ts';
import { findCommunity } from '../store/communities/queries.ts';
import { listSendingsOfCase } from '../store/note-sendings/queries.ts';
import { canKeepHere, type NoteSendingRow } from '../store/note-sendings/row.ts';
import { findDraft, listNotes } from '../store/notes/queries.ts';
import type { NoteRow } from '../store/notes/row.ts';
import { listCurrentPolicies } from '../store/policies/queries.ts';
import { readCaseClaim } from './case-claim.ts';
import { readCaseDecisions, readCaseEvents } from './case-decisions.ts';
import { readCaseMember } from './case-member.ts';
import { readCaseReports } from './case-reports.ts';
import { readCaseSubjects } from './case-subjects.ts';

/** Everything the case screen shows, in a fixed number of queries. Throws `not-found`. */
export function readCase(context: Pick<DataContext, 'read' | 'clock' | 'actor'>, id: CaseId): CaseView {
  const { read } = context;
  const row = findCase(read, id);
  const community = row && findCommunity(read, row.community_id);
  if (!row || !community) throw new HearthError('not-found');
  const now = context.clock.now();
  const { points, reasons } = priorityAt(storedReasons(row), row.opened_at, now);
  const claim = findActiveClaim(read, id, now);
  const sendings = listSendingsOfCase(read, id);
  return {
    caseId: id,
    name: caseName(id),
    communityId: community.id,
    communityName: community.name,
    platform: community.platform,
    state: row.state,
    category: row.category,
    language: row.language,
    priority: points,
    priorityReasons: reasons,
    openedAt: row.opened_at,
    lastReportAt: row.last_report_at,
    waitingUntil: row.waiting_until,
    legalHold: row.legal_hold === 1,
    hasConflict: row.has_conflict === 1,
    version: row.version,
    claim: claim && readCaseClaim(context, claim, community),
    member: readCaseMember(read, row),
    reports: readCaseReports(read, id),
    subjects: readCaseSubjects(read, id),
    notes: listNotes(read, id, row.author_member_id)
      .filter((note) => note.audience === 'team' || note.author === context.actor().alias)
      .map((note) => toCaseNote(note, sendings.find((one) => one.note_id === note.id) ?? null)),
    decisions: readCaseDecisions(read, row),
    events: readCaseEvents(read, id),
    policies: listCurrentPolicies(read, community.id).map((policy) => ({
      policyId: policy.id,
      version: policy.version,
      title: policy.title,
      text: policy.text,
    })),
    capabilities: community.capabilities,
    canRemovePosts: canRemovePosts(read, row),
    draft: parseDraft(findDraft(read, id)),
  };
}

/** A note as the screen shows it. */
export function toCaseNote(note: NoteRow, sending: NoteSendingRow | null): CaseNote {
  return {
    noteId: note.id,
    about: note.case_id === null ? 'member' : 'case',
    audience: note.audience,
    kind: note.kind,
    body: note.body,
    author: note.author,
    createdAt: note.created_at,
    sending: sending && toNoteSending(sending),
  };
}

const sendingWords: Readonly<Record<ActionState, NoteSending['state']>> = {
  drafted: 'waiting',
  confirmed: 'waiting',
  sending: 'sending',
  applied: 'sent',
  failed: 'failed',
  conflict: 'asking',
  reversed: 'kept',
};

function toNoteSending(row: NoteSendingRow): NoteSending {
  const state = sendingWords[row.state];
  return { state, errorCode: row.error_code, canKeep: canKeepHere(row) || state === 'asking' || state === 'failed' };
}

/** A draft that an older build wrote in another shape is dropped: it is a convenience, never evidence. */
function parseDraft(body: string | null): CaseDraft | null {
  if (body === null) return null;
  const parsed = draftSchema.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : null;
}
