import type { Instant, ReportId, ReportNoteId } from '../../../../shared/domain/ids.ts';

/** A note that stands with a report on its platform, as last read. */
export interface ReportNoteRow {
  readonly id: ReportNoteId;
  readonly report_id: ReportId;
  readonly remote_id: string | null;
  readonly author: string | null;
  readonly body: string;
  readonly written_at: Instant | null;
  readonly first_seen_at: Instant;
}

/** A note as a platform shows it. */
export interface NoteSeen {
  readonly remoteId: string | null;
  readonly author: string | null;
  readonly text: string;
  readonly writtenAt: Instant | null;
}
