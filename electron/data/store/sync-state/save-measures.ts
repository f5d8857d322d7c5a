import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

export interface PlatformMeasure {
  readonly key: string;
  readonly dimension: string;
  readonly periodStart: Instant;
  readonly periodUnit: 'day' | 'week' | 'month';
  readonly value: number;
}

/** Stores numbers that a platform aggregated; a later reading of the same period takes the place of an earlier one. */
export function saveMeasures(
  db: WriteDb,
  communityId: CommunityId,
  measures: readonly PlatformMeasure[],
  at: Instant,
): void {
  const insert = statement(
    db,
    `INSERT OR REPLACE INTO measures (community_id, key, period_start, period_unit, dimension, value, fetched_at)
     VALUES (@communityId, @key, @periodStart, @periodUnit, @dimension, @value, @at)`,
  );
  for (const measure of measures) insert.run({ communityId, ...measure, at });
}
