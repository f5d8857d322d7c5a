import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** Distinct active days per member; member i's days are `days[offsets[i]]` up to `days[offsets[i + 1]]`, ascending. */
export interface MemberDays {
  readonly memberIds: Int32Array;
  readonly offsets: Int32Array;
  readonly days: Int32Array;
}

/** Days on which members were active at a level or above. Bots are left out. */
export function readMemberDays(db: ReadDb, communityId: CommunityId, level: ActivityLevel): MemberDays {
  const bots = botIds(db, communityId);
  const room = statement<{ n: number }>(db, 'SELECT count(*) AS n FROM member_days WHERE community_id = ?').get(
    communityId,
  );
  const days = new Int32Array(room?.n ?? 0);
  const memberIds: number[] = [];
  const offsets: number[] = [];
  let filled = 0;
  let member = -1;
  // Rows as arrays through a statement of its own: this loop runs over millions of rows. The key gives the order.
  const rows = db
    .prepare(
      'SELECT member_id, day FROM member_days WHERE community_id = ? AND level >= ? ORDER BY community_id, member_id, day',
    )
    .raw()
    .iterate(communityId, level) as IterableIterator<[number, number]>;
  for (const [memberId, day] of rows) {
    if (memberId !== member) {
      if (bots.has(memberId)) continue;
      member = memberId;
      memberIds.push(memberId);
      offsets.push(filled);
    } else if (days[filled - 1] === day) continue;
    days[filled] = day;
    filled += 1;
  }
  offsets.push(filled);
  return { memberIds: Int32Array.from(memberIds), offsets: Int32Array.from(offsets), days: days.subarray(0, filled) };
}

/** Ties of the reply graph as parallel lists of member numbers: who replied to or addressed whom, each pair once. */
export interface ReplyArcs {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Every ordered pair with at least one activity of level 3 or more directed from one to the other. Bots are left out. */
export function readReplyArcs(db: ReadDb, communityId: CommunityId): ReplyArcs {
  const bots = botIds(db, communityId);
  const from: number[] = [];
  const to: number[] = [];
  const rows = db
    .prepare(
      `SELECT DISTINCT member_id, target_member_id FROM activities
       WHERE community_id = ? AND target_member_id IS NOT NULL AND level >= 3`,
    )
    .raw()
    .iterate(communityId) as IterableIterator<[number, number]>;
  for (const [member, target] of rows) {
    if (bots.has(member) || bots.has(target)) continue;
    from.push(member);
    to.push(target);
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** What the activities of a community amount to. */
export interface ActivityTotals {
  /** People who acted or were addressed: somebody who never spoke counts. */
  readonly members: number;
  readonly activities: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
}

/** Totals of a community. Bots and what they did are left out. */
export function readActivityTotals(db: ReadDb, communityId: CommunityId): ActivityTotals {
  const people = statement<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM members m WHERE m.community_id = @communityId AND m.is_bot = 0 AND (
       EXISTS (SELECT 1 FROM member_days d WHERE d.community_id = @communityId AND d.member_id = m.id)
       OR EXISTS (SELECT 1 FROM activities a
                  WHERE a.community_id = @communityId AND a.target_member_id = m.id AND a.target_member_id IS NOT NULL))`,
  ).get({ communityId });
  const acts = statement<{ n: number | null }>(
    db,
    `SELECT sum(d.activities) AS n FROM member_days d JOIN members m ON m.id = d.member_id
     WHERE d.community_id = ? AND m.is_bot = 0`,
  ).get(communityId);
  const range = statement<{ first: number | null; last: number | null }>(
    db,
    'SELECT min(at) AS first, max(at) AS last FROM activities WHERE community_id = ?',
  ).get(communityId);
  return {
    members: people?.n ?? 0,
    activities: acts?.n ?? 0,
    firstAt: range?.first ?? null,
    lastAt: range?.last ?? null,
  };
}

/** When members say they joined, by member number; only those whose platform tells. */
export function readJoinedAt(db: ReadDb, communityId: CommunityId): Map<number, Instant> {
  const rows = statement<{ id: number; joined_at: number }>(
    db,
    'SELECT id, joined_at FROM members WHERE community_id = ? AND joined_at IS NOT NULL',
  ).all(communityId);
  return new Map(rows.map((row) => [row.id, row.joined_at]));
}

function botIds(db: ReadDb, communityId: CommunityId): ReadonlySet<number> {
  const rows = statement<{ id: number }>(db, 'SELECT id FROM members WHERE community_id = ? AND is_bot = 1').all(
    communityId,
  );
  return new Set(rows.map((row) => row.id));
}
