import type { CaseId } from '../../../shared/domain/ids.ts';
import type { CaseSubject, SnapshotPost } from '../../../shared/ipc/topics/case.ts';
import type { ReadDb } from '../store/db.ts';
import { listSnapshotsOfCase, listThreadsOfCase } from '../store/snapshots/queries.ts';
import type { SnapshotMediaReference, SnapshotRow } from '../store/snapshots/row.ts';
import { listSubjectsOfCase } from '../store/subjects/queries.ts';

/** What a case is about, with every version that was seen and the posts around it. */
export function readCaseSubjects(db: ReadDb, caseId: CaseId): readonly CaseSubject[] {
  const snapshots = listSnapshotsOfCase(db, caseId);
  const threads = new Map(listThreadsOfCase(db, caseId).map((row) => [row.subject_id, row.posts]));
  return listSubjectsOfCase(db, caseId).map((subject) => {
    const thread = JSON.parse(threads.get(subject.id) ?? '[]') as SnapshotPost[];
    return {
      subjectId: subject.id,
      kind: subject.kind,
      presence: subject.presence,
      address: subject.url,
      visibility: subject.visibility,
      versions: snapshots.filter((one) => one.subject_id === subject.id).map((one) => toVersion(one, thread)),
    };
  });
}

function toVersion(row: SnapshotRow, thread: readonly SnapshotPost[]): CaseSubject['versions'][number] {
  const media = JSON.parse(row.media) as SnapshotMediaReference[];
  return {
    snapshotId: row.id,
    capturedAt: row.captured_at,
    publishedAt: row.published_at,
    spoiler: row.spoiler,
    text: row.text,
    language: row.language,
    media: media.map(({ kind, description, url }) => ({ kind, description, address: url })),
    thread,
  };
}
