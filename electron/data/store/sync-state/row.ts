import type { CommunityId, Instant, SyncRunId } from '../../../../shared/domain/ids.ts';

/** How reading from a community stands between two runs. */
export interface SyncStateRow {
  readonly community_id: CommunityId;
  readonly generation: number;
  readonly failures: number;
  readonly last_error_code: string | null;
  readonly retry_at: Instant | null;
  readonly measures_at: Instant | null;
}

/** What a run has counted so far. */
export interface RunCounts {
  readonly pages: number;
  readonly reportsNew: number;
  readonly reportsChanged: number;
  readonly reportsGone: number;
  readonly rejected: number;
}

export interface SyncRunRow {
  readonly id: SyncRunId;
  readonly community_id: CommunityId;
  readonly started_at: Instant;
  readonly finished_at: Instant | null;
  readonly outcome: 'complete' | 'cancelled' | 'offline' | 'failed' | 'interrupted' | null;
  readonly pages: number;
  readonly reports_new: number;
  readonly reports_changed: number;
  readonly reports_gone: number;
  readonly rejected: number;
  readonly error_code: string | null;
}

/** The lists that are read page by page, each with a place to go on from. */
export type SyncStream = 'new-reports' | 'open-list' | 'activities';
