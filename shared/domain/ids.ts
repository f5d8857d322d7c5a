declare const idBrand: unique symbol;

/** A local row number. Branded per aggregate so that a case's number can't be passed where a report's is meant. */
export type Id<Aggregate extends string> = number & { readonly [idBrand]: Aggregate };

export type CommunityId = Id<'community'>;
export type MemberId = Id<'member'>;
export type ReportId = Id<'report'>;
export type SubjectId = Id<'subject'>;
export type SnapshotId = Id<'snapshot'>;
export type CaseId = Id<'case'>;
export type ClaimId = Id<'claim'>;
export type DecisionId = Id<'decision'>;
export type ActionId = Id<'action'>;
export type ConflictId = Id<'conflict'>;
export type NoteId = Id<'note'>;
export type ReportNoteId = Id<'report-note'>;
export type NoteSendingId = Id<'note-sending'>;
export type PolicyId = Id<'policy'>;
export type ImportId = Id<'import'>;
export type SyncRunId = Id<'sync-run'>;

/** An identifier that a platform gave out. Always text: Mastodon's exceed 2^53, GoToSocial's are ULIDs. */
export type RemoteId = string;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Names a case for people: "H-1024". The number is the case's own, so it can be typed back into the search field. */
export function caseName(id: CaseId): string {
  return `H-${id}`;
}
