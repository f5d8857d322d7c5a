import { categoryRank, prioritize } from '../../electron/data/cases/priority.ts';
import { appendAuditEvent } from '../../electron/data/store/audit/append-event.ts';
import type { WriteDb } from '../../electron/data/store/db.ts';
import { upsertMember } from '../../electron/data/store/members/commands.ts';
import { insertReport } from '../../electron/data/store/reports/commands.ts';
import { indexText } from '../../electron/data/store/search/index-text.ts';
import { insertSnapshot } from '../../electron/data/store/snapshots/commands.ts';
import { type CaseState, isOpenCase } from '../../shared/domain/case.ts';
import type { CaseId, CommunityId, MemberId, SubjectId } from '../../shared/domain/ids.ts';
import type { ReportCategory } from '../../shared/domain/report.ts';
import type { SnapshotPost } from '../../shared/ipc/topics/case.ts';
import type { TextMaker } from './fill-words.ts';
import { insertRow } from './insert-row.ts';

/** Everything about a case that chance decides before its rows are written. */
export interface CasePlan {
  readonly number: number;
  readonly communityId: CommunityId;
  readonly author: MemberId;
  readonly state: CaseState;
  readonly claimedBy: string | null;
  readonly category: ReportCategory;
  readonly openedAt: number;
  readonly reporters: readonly MemberId[];
  readonly now: number;
}

export interface FillTools {
  readonly db: WriteDb;
  readonly texts: TextMaker;
  readonly random: () => number;
}

const day = 86_400_000;

/** Writes a member as a pull would. */
export function fillMember({ db, texts, random }: FillTools, communityId: CommunityId, number: number): MemberId {
  const name = texts.text('en', 2).slice(0, 30);
  return upsertMember(db, {
    communityId,
    remoteId: `m${number}`,
    handle: `${name.split(' ')[0]}${number}`,
    displayName: name,
    server: random() < 0.3 ? `server-${Math.floor(random() * 400)}.example` : null,
    isBot: random() < 0.02,
    isStaff: false,
    accountState: 'active',
    joinedAt: 1_600_000_000_000,
    facts: { counts: { posts: 120, followers: 30 }, profileText: '', url: null },
    at: 1_700_000_000_000,
  });
}

/** Writes a case with its reports, what they are about, and what was done with it. Answers how many reports. */
export function fillCase(tools: FillTools, plan: CasePlan): number {
  const { db, texts, random } = tools;
  const language = texts.language();
  const text = texts.text(language, 28);
  const caseId = insertCase(tools, plan, language, text);
  const subject = fillSubject(tools, plan, caseId, language, text);
  for (const [index, reporter] of plan.reporters.entries()) {
    fillReport(tools, plan, { caseId, reporter, language, subject, index });
  }
  appendAuditEvent(db, {
    at: plan.openedAt,
    actor: 'platform',
    device: 'bench',
    tool: 'app',
    kind: 'case.opened',
    communityId: plan.communityId,
    caseId,
    payload: {},
  });
  if (plan.claimedBy !== null) fillClaim(db, plan, caseId);
  if (plan.state === 'decided' || plan.state === 'archived') fillDecision(tools, plan, caseId);
  if (random() < 0.1) fillNote(tools, plan, caseId, language);
  return plan.reporters.length;
}

function insertCase({ db, random }: FillTools, plan: CasePlan, language: string | null, text: string): CaseId {
  const { order, reasons } = prioritize({
    category: plan.category,
    reports: plan.reporters.length,
    reporters: plan.reporters.length,
    earlierUpheld: random() < 0.1 ? 1 : 0,
    escalated: plan.state === 'escalated',
    reopened: plan.state === 'reopened',
    openedAt: plan.openedAt,
  });
  const decided = plan.state === 'decided' || plan.state === 'archived';
  return insertRow(db, 'cases', {
    community_id: plan.communityId,
    author_member_id: plan.author,
    state: plan.state,
    is_open: isOpenCase(plan.state) ? 1 : 0,
    category: plan.category,
    category_rank: categoryRank(plan.category),
    language,
    priority: order,
    priority_reasons: JSON.stringify(reasons),
    excerpt: text.slice(0, 200),
    report_count: plan.reporters.length,
    opened_at: plan.openedAt,
    last_report_at: plan.openedAt + 3_600_000,
    state_since: plan.openedAt,
    waiting_until: plan.state === 'waiting' ? plan.now + (30 + Math.floor(random() * 300)) * day : null,
    claimed_by: plan.claimedBy,
    decided_at: decided ? plan.openedAt + day : null,
  }) as CaseId;
}

function fillSubject(
  { db, texts, random }: FillTools,
  plan: CasePlan,
  caseId: CaseId,
  language: string | null,
  text: string,
): SubjectId {
  const id = insertRow(db, 'subjects', {
    community_id: plan.communityId,
    kind: 'post',
    remote_id: `p${plan.number}`,
    author_member_id: plan.author,
    visibility: 'public',
    url: `https://social.example/p${plan.number}`,
    first_seen_at: plan.openedAt,
  }) as SubjectId;
  const around: readonly SnapshotPost[] = ['before', 'subject', 'after'].map((place) => ({
    remoteId: `p${plan.number}-${place}`,
    authorName: 'Somebody',
    authorHandle: 'somebody',
    text: place === 'subject' ? text : texts.text(language, 15),
    language,
    publishedAt: plan.openedAt,
    isSubject: place === 'subject',
  }));
  const posts = random() < 0.4 ? JSON.stringify(around) : '[]';
  insertRow(db, 'threads', { subject_id: id, posts, captured_at: plan.openedAt });
  insertSnapshot(db, {
    subjectId: id,
    communityId: plan.communityId,
    caseId,
    content: {
      text,
      spoiler: '',
      language,
      author: JSON.stringify({ name: '', handle: '', profileText: '' }),
      media: '[]',
      published_at: plan.openedAt - 3_600_000,
      edited_at: null,
    },
    capturedAt: plan.openedAt,
    capturedBy: 'bench',
  });
  return id;
}

function fillReport(
  { db, texts }: FillTools,
  plan: CasePlan,
  about: { caseId: CaseId; reporter: MemberId; language: string | null; subject: SubjectId; index: number },
): void {
  const remoteId = `r${plan.number}-${about.index}`;
  const isOpen = isOpenCase(plan.state);
  const comment = texts.text(about.language, 9);
  const createdAt = plan.openedAt + about.index * 600_000;
  const id = insertReport(db, {
    communityId: plan.communityId,
    remoteId,
    caseId: about.caseId,
    reporterMemberId: about.reporter,
    reporterServer: null,
    targetMemberId: plan.author,
    state: isOpen ? 'linked' : 'answered',
    category: plan.category,
    comment,
    language: about.language,
    forwarded: false,
    facts: {
      readAt: plan.openedAt,
      state: isOpen ? 'open' : 'resolved',
      version: 'v1',
      assignedTo: null,
      resolvedBy: null,
      resolvedAt: null,
      accountState: 'active',
      category: plan.category,
      ruleIds: ['1'],
      postIds: [`p${plan.number}`],
    },
    updatedAt: null,
    payloadHash: remoteId,
    createdAt,
    generation: 1,
  });
  insertRow(db, 'report_subjects', { report_id: id, subject_id: about.subject });
  const { caseId } = about;
  indexText(db, { kind: 'report', rowId: id, communityId: plan.communityId, caseId, at: createdAt, text: comment });
}

function fillClaim(db: WriteDb, plan: CasePlan, caseId: CaseId): void {
  insertRow(db, 'claims', {
    case_id: caseId,
    holder: plan.claimedBy === 'remote' ? 'colleague' : 'somebody',
    device: plan.claimedBy,
    kind: 'holding',
    since: plan.openedAt,
    lease_until: plan.now + 400 * day,
  });
}

function fillDecision({ db, random }: FillTools, plan: CasePlan, caseId: CaseId): void {
  const decision = insertRow(db, 'decisions', {
    case_id: caseId,
    community_id: plan.communityId,
    finding: random() < 0.5 ? 'upheld' : 'not-upheld',
    person_effect: 'none',
    decided_by: 'somebody',
    decided_at: plan.openedAt + day,
  });
  insertRow(db, 'actions', {
    decision_id: decision,
    case_id: caseId,
    community_id: plan.communityId,
    position: 0,
    kind: 'report.resolve',
    target_kind: 'report',
    target_remote_id: `r${plan.number}-0`,
    idempotency_key: `bench-${plan.number}`,
    base_version: 'v1',
    base: '{}',
    state: 'applied',
    not_before: plan.openedAt,
    applied_at: plan.openedAt + day,
  });
}

function fillNote({ db, texts }: FillTools, plan: CasePlan, caseId: CaseId, language: string | null): void {
  const body = texts.text(language, 12);
  const id = insertRow(db, 'notes', {
    case_id: caseId,
    audience: 'team',
    kind: 'note',
    body,
    author: 'somebody',
    created_at: plan.openedAt,
  });
  const { communityId, openedAt: at } = plan;
  indexText(db, { kind: 'note', rowId: id, communityId, caseId, at, text: body });
}
