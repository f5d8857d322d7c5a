import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** 1970-01-01 was a Thursday: day -3 is a Monday. */
const DAYS_FROM_MONDAY_TO_EPOCH = 3;

/** Local day number of the Monday of a day's week. */
export function mondayOf(day: number): number {
  return Math.floor((day + DAYS_FROM_MONDAY_TO_EPOCH) / 7) * 7 - DAYS_FROM_MONDAY_TO_EPOCH;
}

/** Counts of one batch by member, day and level, written to both rollups at once: far fewer writes than activities. */
export class RollupBatch {
  readonly #days = new Map<number, RollupCount>();
  readonly #weeks = new Map<number, RollupCount>();

  count(memberId: number, day: number, level: number): void {
    increase(this.#days, memberId, day, level);
    increase(this.#weeks, memberId, mondayOf(day), level);
  }

  /** Adds the counts to the rollups. Call it in the transaction that adds the activities. */
  write(db: WriteDb, communityId: CommunityId): void {
    const days = statement(
      db,
      `INSERT INTO member_days (community_id, member_id, day, level, activities) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET activities = activities + excluded.activities`,
    );
    for (const { memberId, start, level, activities } of this.#days.values()) {
      days.run(communityId, memberId, start, level, activities);
    }
    const weeks = statement(
      db,
      `INSERT INTO member_weeks (community_id, member_id, week, level, activities) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET activities = activities + excluded.activities`,
    );
    for (const { memberId, start, level, activities } of this.#weeks.values()) {
      weeks.run(communityId, memberId, start, level, activities);
    }
  }
}

interface RollupCount {
  readonly memberId: number;
  readonly start: number;
  readonly level: number;
  activities: number;
}

function increase(counts: Map<number, RollupCount>, memberId: number, start: number, level: number): void {
  // One exact number for the three: 2^17 days around 1970 and 8 levels leave room for 2^33 members.
  const key = (memberId * 131_072 + start + 65_536) * 8 + level;
  const known = counts.get(key);
  if (known) known.activities += 1;
  else counts.set(key, { memberId, start, level, activities: 1 });
}
