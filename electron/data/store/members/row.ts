import type { CommunityId, Instant, MemberId } from '../../../../shared/domain/ids.ts';

/** A person as one community's platform shows them. */
export interface MemberRow {
  readonly id: MemberId;
  readonly community_id: CommunityId;
  readonly remote_id: string;
  readonly handle: string;
  readonly display_name: string;
  readonly server: string | null;
  /** Whether it counts as automated: by what the platform tells, or marked by a person or a file. */
  readonly is_bot: number;
  readonly bot_told: number;
  readonly is_staff: number;
  readonly account_state: string;
  readonly joined_at: Instant | null;
  readonly first_seen_at: Instant;
  readonly fetched_at: Instant | null;
  readonly facts: string;
}

/** What stands in `facts`: things shown beside a case and never computed with. */
export interface MemberFacts {
  readonly counts?: Readonly<Record<string, number>>;
  readonly profileText?: string;
  readonly url?: string | null;
}
