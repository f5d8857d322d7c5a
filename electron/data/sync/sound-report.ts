import type { RemoteAccount, RemoteNote, RemotePost, RemoteReport } from '../platforms/platform.ts';

const longestId = 512;
const earliest = Date.UTC(1990, 0);
const latest = Date.UTC(2200, 0);

/**
 * True when a report can be stored as it is. Connectors check shapes; this keeps out what a broken or hostile server could
 * still make of them, so that one such report is counted and set aside and the rest of its page is kept.
 */
export function isSoundReport(report: RemoteReport): boolean {
  return (
    isId(report.remoteId) &&
    isTime(report.createdAt) &&
    (report.updatedAt === null || isTime(report.updatedAt)) &&
    typeof report.comment === 'string' &&
    isSoundAccount(report.target) &&
    (report.reporter === null || isSoundAccount(report.reporter)) &&
    report.posts.every(isSoundPost) &&
    report.notes.every(isSoundNote)
  );
}

function isSoundPost(post: RemotePost): boolean {
  return isId(post.remoteId) && isSoundAccount(post.author) && typeof post.text === 'string';
}

function isSoundNote(note: RemoteNote): boolean {
  return (
    typeof note.text === 'string' &&
    (note.remoteId === null || isId(note.remoteId)) &&
    (note.author === null || typeof note.author === 'string') &&
    (note.writtenAt === null || isTime(note.writtenAt))
  );
}

function isSoundAccount(account: RemoteAccount): boolean {
  return isId(account.remoteId) && typeof account.handle === 'string' && typeof account.displayName === 'string';
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id.length > 0 && id.length <= longestId;
}

function isTime(at: unknown): boolean {
  return Number.isSafeInteger(at) && (at as number) >= earliest && (at as number) <= latest;
}
