import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';

/** Where it stood. `open-reports` is for reports without an id that were met in the list of open ones alone. */
export type UnreadList = 'reports' | 'open-reports' | 'activities';

/** An item that this build can't read, as stored. */
export interface UnreadRow {
  readonly id: number;
  readonly community_id: CommunityId;
  readonly list: UnreadList;
  readonly item_key: string;
  readonly remote_id: string | null;
  readonly position: number;
  readonly problem: string;
  readonly raw: string | null;
  readonly raw_length: number;
  readonly cursor: string | null;
  readonly first_seen_at: Instant;
  readonly last_seen_at: Instant;
  readonly tried_by: string;
  readonly attempts: number;
  readonly next_try_at: Instant;
  readonly rereading: number;
  readonly gone_at: Instant | null;
}

/** Items of one list with the same problem. Never what stands in them. */
export interface UnreadProblem {
  readonly list: UnreadList;
  readonly problem: string;
  readonly count: number;
  /** How many of them the platform has no more. */
  readonly gone: number;
  readonly first_seen_at: Instant;
  readonly last_seen_at: Instant;
}
