import type { CommunityId, Instant, MemberId, SubjectId } from '../../../../shared/domain/ids.ts';

export type SubjectKind = 'post' | 'account' | 'message' | 'room';
/** Where the original stands. `deleted` and `unreachable` never touch the snapshots. */
export type SubjectPresence = 'live' | 'edited' | 'deleted' | 'unreachable';

/** What a report complains about. */
export interface SubjectRow {
  readonly id: SubjectId;
  readonly community_id: CommunityId;
  readonly kind: SubjectKind;
  readonly remote_id: string;
  readonly author_member_id: MemberId;
  readonly visibility: string | null;
  readonly presence: SubjectPresence;
  readonly url: string | null;
  readonly first_seen_at: Instant;
}
