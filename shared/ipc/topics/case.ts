import { z } from 'zod';
import type { ActionKind, ActionState } from '../../domain/action.ts';
import type { CaseState, PriorityReason } from '../../domain/case.ts';
import type { Capabilities } from '../../domain/community.ts';
import { type Finding, findings, type PersonEffect, type PlannedEffect, personEffects } from '../../domain/decision.ts';
import type { Instant } from '../../domain/ids.ts';
import { type ReportCategory, reportCategories } from '../../domain/report.ts';
import { call } from '../define.ts';
import { id, instant, longText } from '../schemas.ts';
import type { CaseReport } from './case-report.ts';

export interface SnapshotPost {
  readonly remoteId: string;
  readonly authorName: string;
  readonly authorHandle: string;
  readonly text: string;
  readonly language: string | null;
  readonly publishedAt: Instant | null;
  readonly isSubject: boolean;
}

export interface SnapshotMedia {
  readonly kind: 'image' | 'video' | 'audio' | 'other';
  readonly description: string;
  readonly address: string | null;
}

/** A subject as it was when Hearth saw it, with every later version. */
export interface CaseSubject {
  readonly subjectId: number;
  readonly kind: 'post' | 'account' | 'message' | 'room';
  readonly presence: 'live' | 'edited' | 'deleted' | 'unreachable';
  readonly address: string | null;
  readonly visibility: string | null;
  readonly versions: readonly {
    readonly snapshotId: number;
    readonly capturedAt: Instant;
    readonly publishedAt: Instant | null;
    readonly spoiler: string;
    readonly text: string;
    readonly language: string | null;
    readonly media: readonly SnapshotMedia[];
    readonly thread: readonly SnapshotPost[];
  }[];
}

export interface EarlierCase {
  readonly caseId: number;
  readonly openedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly category: ReportCategory;
  readonly finding: Finding | null;
  readonly personEffect: PersonEffect | null;
}

export interface CaseMember {
  readonly memberId: number;
  readonly name: string;
  readonly handle: string;
  readonly server: string | null;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  readonly accountState: string;
  readonly joinedAt: Instant | null;
  readonly profileText: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly countsReadAt: Instant | null;
  readonly reportsAbout: number;
  readonly reportsAboutUpheld: number;
  readonly earlier: readonly EarlierCase[];
}

/** How a note stands that is left for colleagues on the platform as well. `asking`: nobody can say whether it arrived. */
export interface NoteSending {
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'asking' | 'kept';
  readonly errorCode: string | null;
  readonly canKeep: boolean;
}

export interface CaseNote {
  readonly noteId: number;
  readonly about: 'case' | 'member';
  readonly audience: 'team' | 'me';
  readonly kind: 'note' | 'handover' | 'recommendation' | 'question';
  readonly body: string;
  readonly author: string;
  readonly createdAt: Instant;
  /** Null where it stays here. */
  readonly sending: NoteSending | null;
}

export interface CaseDecision {
  readonly decisionId: number;
  readonly finding: Finding;
  readonly personEffect: PersonEffect;
  readonly removePosts: boolean;
  readonly policyTitle: string | null;
  readonly policyVersion: number | null;
  readonly severity: string | null;
  readonly reasonInternal: string;
  readonly reasonPerson: string;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  readonly undoneAt: Instant | null;
  readonly canUndo: boolean;
  readonly undoUntil: Instant | null;
  readonly actions: readonly {
    readonly actionId: number;
    readonly kind: ActionKind;
    readonly state: ActionState;
    readonly errorCode: string | null;
    readonly appliedAt: Instant | null;
  }[];
}

export interface CasePolicy {
  readonly policyId: number;
  readonly version: number;
  readonly title: string;
  readonly text: string;
}

export interface CaseClaim {
  readonly holder: string;
  readonly mine: boolean;
  readonly since: Instant;
  readonly leaseUntil: Instant;
  /** `local`: made here; `remote`: the platform says a colleague took the report. */
  readonly where: 'local' | 'remote';
  /**
   * Whether colleagues see our own claim on the server; null for anybody else's and where there is no server. `waiting`: it has not been told yet, `refused`: it
   * would not take it, `impossible`: it has no way to show it.
   */
  readonly onServer: 'shown' | 'waiting' | 'refused' | 'impossible' | null;
}

export interface CaseEvent {
  readonly at: Instant;
  readonly actor: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface CaseDraft {
  readonly finding: Finding | null;
  readonly policyId: number | null;
  readonly severity: 'low' | 'medium' | 'high' | null;
  readonly personEffect: PersonEffect;
  readonly reasonInternal: string;
  readonly reasonPerson: string;
  /** Null while nothing was chosen: what is usual on the server holds. */
  readonly notifyPerson: boolean | null;
  readonly removePosts: boolean;
  readonly note: string;
}

export interface CaseView {
  readonly caseId: number;
  readonly name: string;
  readonly communityId: number;
  readonly communityName: string;
  readonly platform: string;
  readonly state: CaseState;
  readonly category: ReportCategory;
  readonly language: string | null;
  readonly priority: number;
  readonly priorityReasons: readonly PriorityReason[];
  readonly openedAt: Instant;
  readonly lastReportAt: Instant;
  readonly waitingUntil: Instant | null;
  readonly legalHold: boolean;
  readonly hasConflict: boolean;
  readonly version: number;
  readonly claim: CaseClaim | null;
  readonly member: CaseMember;
  readonly reports: readonly CaseReport[];
  readonly subjects: readonly CaseSubject[];
  readonly notes: readonly CaseNote[];
  readonly decisions: readonly CaseDecision[];
  readonly events: readonly CaseEvent[];
  readonly policies: readonly CasePolicy[];
  readonly capabilities: Capabilities | null;
  /** The author's own posts are up in a report and can be taken down there. */
  readonly canRemovePosts: boolean;
  readonly draft: CaseDraft | null;
}

export const draftSchema = z.strictObject({
  finding: z.enum(findings).nullable(),
  policyId: id.nullable(),
  severity: z.enum(['low', 'medium', 'high']).nullable(),
  personEffect: z.enum(personEffects),
  reasonInternal: longText,
  reasonPerson: longText,
  notifyPerson: z.boolean().nullable(),
  // Absent in drafts that earlier versions stored.
  removePosts: z.boolean().default(false),
  note: longText,
});

export const decisionInput = z.strictObject({
  caseId: id,
  /** The version of the case that the moderator saw; a newer one answers `stale`. */
  caseVersion: z.number().int().min(1),
  finding: z.enum(findings),
  policyId: id.nullable(),
  severity: z.enum(['low', 'medium', 'high']).nullable(),
  personEffect: z.enum(personEffects),
  reasonInternal: longText,
  reasonPerson: longText,
  notifyPerson: z.boolean(),
  removePosts: z.boolean().default(false),
});

export const caseCalls = {
  'case.get': call<CaseView>()(z.strictObject({ caseId: id })),
  'case.claim': call<CaseClaim>()(z.strictObject({ caseId: id })),
  'case.release': call<null>()(z.strictObject({ caseId: id })),
  'case.wait': call<null>()(z.strictObject({ caseId: id, until: instant, note: longText.default('') })),
  'case.escalate': call<null>()(z.strictObject({ caseId: id, note: longText.default('') })),
  'case.reopen': call<null>()(z.strictObject({ caseId: id, note: longText.default('') })),
  'case.correctCategory': call<null>()(z.strictObject({ caseId: id, category: z.enum(reportCategories) })),
  /** Whom a report harmed: a member around it, nobody in particular, or null to take it back. */
  'case.sayHarm': call<null>()(
    z.strictObject({ caseId: id, reportId: id, harmed: z.union([id, z.literal('nobody')]).nullable() }),
  ),
  'case.setLegalHold': call<null>()(z.strictObject({ caseId: id, hold: z.boolean() })),
  'case.saveDraft': call<null>()(z.strictObject({ caseId: id, draft: draftSchema.nullable() })),
  'case.addNote': call<CaseNote>()(
    z.strictObject({
      caseId: id,
      about: z.enum(['case', 'member']),
      audience: z.enum(['team', 'me']),
      kind: z.enum(['note', 'handover', 'recommendation', 'question']),
      body: longText.min(1),
      /** A report of the case, whose platform shows the note to colleagues, too. Null: only here. */
      onReport: id.nullable().default(null),
    }),
  ),
  /** Nothing more is sent of a note; it stays here. */
  'case.keepNoteHere': call<null>()(z.strictObject({ noteId: id })),
  'case.sendNoteAgain': call<null>()(z.strictObject({ noteId: id })),
  /** What would happen, in order, side effects of the platform included. Nothing is written. */
  'case.previewDecision': call<{ effects: readonly PlannedEffect[] }>()(
    z.strictObject({
      caseId: id,
      finding: z.enum(findings),
      personEffect: z.enum(personEffects),
      notifyPerson: z.boolean(),
      removePosts: z.boolean().default(false),
    }),
  ),
  /** One transaction: decision, actions, audit event, claim released. Answers before anything is sent. */
  'case.decide': call<{ decisionId: number; undoUntil: Instant | null }>()(decisionInput),
  /** Takes a decision back as long as none of its actions has left. */
  'case.undoDecision': call<{ caseId: number }>()(z.strictObject({ decisionId: id })),
};
