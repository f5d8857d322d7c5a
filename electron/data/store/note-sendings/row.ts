import type { ActionState } from '../../../../shared/domain/action.ts';
import type { CommunityId, Instant, NoteId, NoteSendingId, ReportId } from '../../../../shared/domain/ids.ts';

/** A note's way to the platform of a report. Moves as an action does; `conflict` waits for a person. */
export interface NoteSendingRow {
  readonly id: NoteSendingId;
  readonly note_id: NoteId;
  readonly report_id: ReportId;
  readonly community_id: CommunityId;
  readonly idempotency_key: string;
  readonly state: ActionState;
  readonly before: string | null;
  readonly not_before: Instant;
  readonly attempts: number;
  readonly next_attempt_at: Instant | null;
  readonly sending_since: Instant | null;
  readonly sent_at: Instant | null;
  readonly error_code: string | null;
  /** `answered`: the platform said yes. `unknown`: sent again by a person though an earlier request may have arrived. */
  readonly result: 'answered' | 'unknown' | null;
}

/** What was read right before the request left. */
export interface NoteBefore {
  /** Ids of our own notes on that report with the same words. */
  readonly same: readonly string[];
  /** When the platform says that the report was changed last; null where it does not. */
  readonly updatedAt: Instant | null;
}

/** Null when no request ever left. */
export function noteBeforeOf(row: Pick<NoteSendingRow, 'before'>): NoteBefore | null {
  return row.before === null ? null : (JSON.parse(row.before) as NoteBefore);
}

/** True as long as nothing of the note can be on the platform. A refusal is a proof: the platform said no. */
export function canKeepHere(row: Pick<NoteSendingRow, 'state' | 'result'>): boolean {
  return (row.state === 'confirmed' || row.state === 'failed') && row.result === null;
}
