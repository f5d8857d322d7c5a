import type { CommunityId, Instant, MemberId, ReportId, SubjectId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { SubjectKind, SubjectPresence } from './row.ts';

export interface NewSubject {
  readonly communityId: CommunityId;
  readonly kind: SubjectKind;
  readonly remoteId: string;
  readonly authorMemberId: MemberId;
  readonly visibility: string | null;
  readonly url: string | null;
  readonly at: Instant;
}

/** Adds a subject on first sight. A post's surroundings are owed from then on. */
export function insertSubject(db: WriteDb, subject: NewSubject): SubjectId {
  const result = statement(
    db,
    `INSERT INTO subjects (community_id, kind, remote_id, author_member_id, visibility, url, first_seen_at)
     VALUES (@communityId, @kind, @remoteId, @authorMemberId, @visibility, @url, @at)`,
  ).run(subject);
  const id = Number(result.lastInsertRowid) as SubjectId;
  if (subject.kind === 'post') {
    statement(db, 'INSERT INTO threads (subject_id, next_attempt_at) VALUES (?, ?)').run(id, subject.at);
  }
  return id;
}

/** Says where the original stands now. */
export function setPresence(db: WriteDb, id: SubjectId, presence: SubjectPresence): boolean {
  const sql = 'UPDATE subjects SET presence = ? WHERE id = ? AND presence <> ?';
  return statement(db, sql).run(presence, id, presence).changes > 0;
}

/** Says that a report complains about a subject. */
export function linkSubject(db: WriteDb, reportId: ReportId, subjectId: SubjectId): void {
  statement(db, 'INSERT OR IGNORE INTO report_subjects (report_id, subject_id) VALUES (?, ?)').run(reportId, subjectId);
}

/** Keeps the posts around a subject. What was kept once is never replaced. */
export function saveThread(db: WriteDb, id: SubjectId, posts: readonly unknown[], at: Instant): void {
  statement(
    db,
    `UPDATE threads SET posts = coalesce(posts, ?), captured_at = coalesce(captured_at, ?), next_attempt_at = NULL
     WHERE subject_id = ?`,
  ).run(JSON.stringify(posts), at, id);
}

/** Notes a failed reading: comes again at `nextAt`, or never when that is null. */
export function postponeThread(db: WriteDb, id: SubjectId, nextAt: (attempts: number) => Instant | null): void {
  const row = statement<{ attempts: number }>(db, 'SELECT attempts FROM threads WHERE subject_id = ?').get(id);
  const attempts = (row?.attempts ?? 0) + 1;
  const sql = 'UPDATE threads SET attempts = ?, next_attempt_at = ? WHERE subject_id = ?';
  statement(db, sql).run(attempts, nextAt(attempts), id);
}
