import type { Community } from '../../../shared/domain/community.ts';
import type { CaseId, Instant, ReportId } from '../../../shared/domain/ids.ts';
import { recordOutsideEvent } from '../cases/case-event.ts';
import type { RemoteReport } from '../platforms/platform.ts';
import type { DataContext } from '../service/context.ts';
import type { WriteDb } from '../store/db.ts';
import { replaceReportNotes } from '../store/report-notes/commands.ts';
import { correctComment } from '../store/reports/commands.ts';
import type { ReportRow } from '../store/reports/row.ts';
import { indexText } from '../store/search/index-text.ts';
import { readSearchableText } from '../store/search/searchable-text.ts';
import { commentAlone } from './comment-alone.ts';
import { noteSendingsSeen } from './outbox/notes-turned-up.ts';

/** Writes down the notes that came with a report's first reading, before its text is indexed. */
export function keepFirstNotes(db: WriteDb, reportId: ReportId, remote: RemoteReport, at: Instant): void {
  if (remote.notes.length > 0) replaceReportNotes(db, reportId, remote.notes, at);
}

/**
 * Brings the notes on a known report in line with a reading. What a colleague added stands in the record of the case; the
 * case itself does not move on by it, so that no decision is held up. Answers whether anything changed.
 */
export function keepNotes(
  context: DataContext,
  community: Pick<Community, 'id' | 'accountHandle'>,
  known: ReportRow,
  remote: RemoteReport,
): boolean {
  const { write } = context;
  const { added, removed } = replaceReportNotes(write, known.id, remote.notes, context.clock.now());
  const comment = commentAlone(known.comment, remote.notes);
  if (comment !== known.comment) correctComment(write, known.id, comment);
  const changed = added.length + removed > 0 || comment !== known.comment;
  if (changed) indexReport(write, known);
  const turnedUp = added.length > 0 && noteSendingsSeen(write, community, known.id, remote, context.clock.now());
  // The first reading since notes are kept brings old ones, which are no news.
  const isNews =
    known.payload_hash !== '' && added.some(({ author }) => author === null || author !== community.accountHandle);
  if (isNews && known.case_id !== null)
    recordNote(context, { communityId: community.id, caseId: known.case_id }, known.id);
  return changed || turnedUp;
}

function recordNote(
  context: DataContext,
  target: { readonly communityId: Community['id']; readonly caseId: CaseId },
  report: ReportId,
): void {
  recordOutsideEvent(context, 'report.note', target, { report });
}

function indexReport(db: WriteDb, report: ReportRow): void {
  indexText(db, {
    kind: 'report',
    rowId: report.id,
    communityId: report.community_id,
    caseId: report.case_id,
    at: report.created_at,
    text: readSearchableText(db, 'report', report.id) ?? '',
  });
}
