import type { CaseId, CommunityId, Instant, MemberId, ReportId, SubjectId } from '../../../shared/domain/ids.ts';
import type { RemoteAccount, RemotePost, RemoteReport } from '../platforms/platform.ts';
import type { WriteDb } from '../store/db.ts';
import { upsertMember } from '../store/members/commands.ts';
import { insertSnapshot } from '../store/snapshots/commands.ts';
import type { SnapshotContent } from '../store/snapshots/hash.ts';
import { findLatestSnapshot } from '../store/snapshots/queries.ts';
import type { SnapshotAuthor, SnapshotMediaReference } from '../store/snapshots/row.ts';
import { insertSubject, linkSubject, setPresence } from '../store/subjects/commands.ts';
import { findSubject, listSubjectsOfReport } from '../store/subjects/queries.ts';
import type { SubjectRow } from '../store/subjects/row.ts';

export interface EvidenceTarget {
  readonly communityId: CommunityId;
  readonly caseId: CaseId | null;
  readonly reportId: ReportId;
  readonly capturedBy: string;
  readonly at: Instant;
}

/** Writes down how the platform shows a person now. */
export function keepMember(db: WriteDb, communityId: CommunityId, account: RemoteAccount, at: Instant): MemberId {
  return upsertMember(db, {
    communityId,
    remoteId: account.remoteId,
    handle: account.handle,
    displayName: account.displayName,
    server: account.server,
    isBot: account.isBot,
    isStaff: account.isStaff,
    accountState: account.state,
    joinedAt: account.joinedAt,
    facts: { counts: account.counts, profileText: account.profileText, url: account.url },
    at,
  });
}

/**
 * Keeps what a report is about: a snapshot on first sight and on every change. Evidence that empties itself or goes away
 * leaves the snapshots alone and only changes where the original stands. Answers whether anything changed.
 */
export function keepEvidence(db: WriteDb, target: EvidenceTarget, report: RemoteReport, author: MemberId): boolean {
  const known = new Map(listSubjectsOfReport(db, target.reportId).map((one) => [one.remote_id, one]));
  let changed = false;
  for (const post of report.posts) {
    known.delete(post.remoteId);
    changed = keepPost(db, target, post, author, report.target.remoteId) || changed;
  }
  if (report.posts.length === 0 && known.size === 0)
    changed = keepAccount(db, target, report.target, author) || changed;
  for (const missing of known.values()) {
    if (missing.kind === 'post') changed = setPresence(db, missing.id, 'deleted') || changed;
    else changed = keepAccount(db, target, report.target, author) || changed;
  }
  return changed;
}

function keepPost(
  db: WriteDb,
  target: EvidenceTarget,
  post: RemotePost,
  reportedAuthor: MemberId,
  reportedRemoteId: string,
): boolean {
  const subject = findSubject(db, target.communityId, 'post', post.remoteId);
  const author =
    post.author.remoteId === reportedRemoteId
      ? reportedAuthor
      : keepMember(db, target.communityId, post.author, target.at);
  const id =
    subject?.id ??
    insertSubject(db, {
      communityId: target.communityId,
      kind: 'post',
      remoteId: post.remoteId,
      authorMemberId: author,
      visibility: post.visibility,
      url: post.url,
      at: target.at,
    });
  linkSubject(db, target.reportId, id);
  return keepVersion(db, target, id, subject, postContent(post), post.isTakenDown);
}

function keepAccount(db: WriteDb, target: EvidenceTarget, account: RemoteAccount, author: MemberId): boolean {
  const subject = findSubject(db, target.communityId, 'account', account.remoteId);
  const id =
    subject?.id ??
    insertSubject(db, {
      communityId: target.communityId,
      kind: 'account',
      remoteId: account.remoteId,
      authorMemberId: author,
      visibility: null,
      url: account.url,
      at: target.at,
    });
  linkSubject(db, target.reportId, id);
  return keepVersion(db, target, id, subject, {
    text: account.profileText,
    spoiler: '',
    language: null,
    author: JSON.stringify(authorOf(account)),
    media: '[]',
    published_at: account.joinedAt,
    edited_at: null,
  });
}

function keepVersion(
  db: WriteDb,
  target: EvidenceTarget,
  id: SubjectId,
  subject: SubjectRow | null,
  content: SnapshotContent,
  isTakenDown = false,
): boolean {
  const latest = subject ? findLatestSnapshot(db, id) : null;
  if (latest && isEmpty(content) && !isEmpty(latest)) return setPresence(db, id, 'deleted');
  const { communityId, caseId, at, capturedBy } = target;
  const added =
    insertSnapshot(db, { subjectId: id, communityId, caseId, content, capturedAt: at, capturedBy }) !== null;
  if (isTakenDown) return setPresence(db, id, 'deleted') || added;
  if (!latest) return added;
  return setPresence(db, id, added || content.edited_at !== null ? 'edited' : 'live') || added;
}

function isEmpty(content: Pick<SnapshotContent, 'text' | 'spoiler' | 'media'>): boolean {
  return content.text.trim() === '' && content.spoiler.trim() === '' && content.media === '[]';
}

function postContent(post: RemotePost): SnapshotContent {
  const media: SnapshotMediaReference[] = post.media.map(({ kind, description, url, blurhash }) => ({
    kind,
    description,
    url,
    blurhash,
  }));
  return {
    text: post.text,
    spoiler: post.spoiler,
    language: post.language,
    author: JSON.stringify(authorOf(post.author)),
    media: JSON.stringify(media),
    published_at: post.publishedAt,
    edited_at: post.editedAt,
  };
}

function authorOf(account: RemoteAccount): SnapshotAuthor {
  return { name: account.displayName, handle: account.handle, profileText: account.profileText };
}
