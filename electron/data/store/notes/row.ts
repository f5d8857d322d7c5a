import type { CaseId, Instant, MemberId, NoteId } from '../../../../shared/domain/ids.ts';

/** A note by a moderator. Append-only. */
export interface NoteRow {
  readonly id: NoteId;
  readonly case_id: CaseId | null;
  readonly member_id: MemberId | null;
  readonly audience: 'team' | 'me';
  readonly kind: 'note' | 'handover' | 'recommendation' | 'question';
  readonly body: string;
  readonly author: string;
  readonly created_at: Instant;
}
