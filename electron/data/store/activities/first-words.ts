import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';

/** From this level on somebody has spoken: reading and reacting come before it (health.md A.0). */
const SPOKE: ActivityLevel = 2;

/** More members than this are forgotten and written again: memory must not grow with a hostile file. */
const MEMBERS_KEPT = 400_000;

/**
 * Keeps `member_firsts`: when each member first spoke. What is known of a member only ever moves back in time, so it is
 * remembered across batches and a member who goes on speaking costs no write.
 */
export class FirstWords {
  readonly #known = new Map<number, Instant>();
  readonly #earlier = new Map<number, Instant>();

  count(memberId: number, at: Instant, level: ActivityLevel): void {
    if (level < SPOKE) return;
    const known = this.#known.get(memberId);
    if (known !== undefined && known <= at) return;
    this.#known.set(memberId, at);
    this.#earlier.set(memberId, at);
  }

  /** Writes what the batch has moved. Call it in the transaction that adds the activities. */
  write(db: WriteDb, communityId: CommunityId): void {
    const upsert = statement(
      db,
      `INSERT INTO member_firsts (member_id, community_id, spoke_at) VALUES (?, ?, ?)
       ON CONFLICT (member_id) DO UPDATE SET spoke_at = excluded.spoke_at
       WHERE excluded.spoke_at < spoke_at`,
    );
    for (const [memberId, at] of this.#earlier) upsert.run(memberId, communityId, at);
    this.#earlier.clear();
    if (this.#known.size > MEMBERS_KEPT) this.#known.clear();
  }
}
