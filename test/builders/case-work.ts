import type { WriteDb } from '../../electron/data/store/db.ts';
import type {
  CaseId,
  CommunityId,
  MemberId,
  NoteId,
  ReportId,
  SnapshotId,
  SubjectId,
} from '../../shared/domain/ids.ts';
import { insertRow, nextNumber, type Row, testNow } from './insert-row.ts';
import { aMember } from './people.ts';

/** An open case about a member; makes the member when none is given. */
export function aCase(db: WriteDb, community: CommunityId, overrides: Row = {}): CaseId {
  const author = overrides.author_member_id ?? aMember(db, community);
  return insertRow(db, 'cases', {
    community_id: community,
    author_member_id: author,
    state: 'queued',
    is_open: 1,
    category: 'harassment',
    opened_at: testNow,
    last_report_at: testNow,
    state_since: testNow,
    ...overrides,
  }) as CaseId;
}

/** A report about a member; makes the member when none is given. */
export function aReport(db: WriteDb, community: CommunityId, overrides: Row = {}): ReportId {
  const number = nextNumber();
  const target = overrides.target_member_id ?? aMember(db, community);
  return insertRow(db, 'reports', {
    community_id: community,
    remote_id: `r${number}`,
    target_member_id: target,
    state: 'new',
    category_received: 'harassment',
    comment: 'Please have a look at this.',
    remote_state: 'open',
    remote_version: 'v1',
    payload_hash: `hash-${number}`,
    created_at: testNow,
    received_at: testNow,
    checked_at: testNow,
    ...overrides,
  }) as ReportId;
}

/** A post that can be reported. */
export function aSubject(db: WriteDb, community: CommunityId, author: MemberId, overrides: Row = {}): SubjectId {
  return insertRow(db, 'subjects', {
    community_id: community,
    kind: 'post',
    remote_id: `p${nextNumber()}`,
    author_member_id: author,
    visibility: 'public',
    first_seen_at: testNow,
    ...overrides,
  }) as SubjectId;
}

/** One version of a subject. */
export function aSnapshot(db: WriteDb, subject: SubjectId, overrides: Row = {}): SnapshotId {
  const number = nextNumber();
  return insertRow(db, 'snapshots', {
    subject_id: subject,
    content_hash: `content-${number}`,
    text: 'A text that somebody wrote.',
    author: '{}',
    captured_at: testNow,
    captured_by: 'sync',
    previous_hash: '',
    hash: `snapshot-${number}`,
    ...overrides,
  }) as SnapshotId;
}

/** A note about a case. */
export function aNote(db: WriteDb, caseId: CaseId, overrides: Row = {}): NoteId {
  return insertRow(db, 'notes', {
    case_id: caseId,
    audience: 'team',
    kind: 'note',
    body: 'Spoke with a colleague about this.',
    author: 'moderator',
    created_at: testNow,
    ...overrides,
  }) as NoteId;
}
