import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** One message (level 2 and above) as columns: what the metrics of connection count. */
export type MessageColumns = readonly [
  at: Instant,
  day: number,
  memberId: number,
  targetId: number | null,
  thread: string | null,
  spaceId: number | null,
  level: number,
  flags: number,
  key: Uint8Array | null,
  parentKey: Uint8Array | null,
];

/** Messages in a span of time, both ends included, oldest first, one row at a time: there may be millions. */
export function iterateMessages(
  db: ReadDb,
  communityId: CommunityId,
  { from, to, withKeys }: { readonly from: Instant; readonly to: Instant; readonly withKeys: boolean },
): IterableIterator<MessageColumns> {
  const key = withKeys ? 'remote_key' : 'NULL';
  return db
    .prepare(
      `SELECT at, day, member_id, target_member_id, thread_key, space_id, level, flags, ${key}, parent_key
       FROM activities WHERE community_id = ? AND at BETWEEN ? AND ? AND level >= 2 ORDER BY at, id`,
    )
    .raw()
    .iterate(communityId, from, to) as IterableIterator<MessageColumns>;
}

/** How many messages there are in a span of time: the size of the columns to fill. */
export function countMessages(db: ReadDb, communityId: CommunityId, from: Instant, to: Instant): number {
  const row = statement<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM activities WHERE community_id = ? AND at BETWEEN ? AND ? AND level >= 2',
  ).get(communityId, from, to);
  return row?.n ?? 0;
}

/** Keys of the messages that others in the span answer; empty where the source does not tell what answers what. */
export function readParentKeys(db: ReadDb, communityId: CommunityId, from: Instant, to: Instant): ReadonlySet<string> {
  const keys = new Set<string>();
  const rows = db
    .prepare(
      `SELECT parent_key FROM activities
       WHERE community_id = ? AND at BETWEEN ? AND ? AND parent_key IS NOT NULL`,
    )
    .pluck()
    .iterate(communityId, from, to) as IterableIterator<Buffer>;
  for (const key of rows) keys.add(keyName(key));
  return keys;
}

/** A key as a string, for looking it up in memory. */
export function keyName(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}

/** First and last activity of a community, or null where there is none. */
export function readActivitySpan(
  db: ReadDb,
  communityId: CommunityId,
): { readonly firstAt: Instant; readonly lastAt: Instant } | null {
  const row = statement<{ first: number | null; last: number | null }>(
    db,
    'SELECT min(at) AS first, max(at) AS last FROM activities WHERE community_id = ?',
  ).get(communityId);
  if (!row || row.first === null || row.last === null) return null;
  return { firstAt: row.first, lastAt: row.last };
}

/** First and last activity of a community that its platform listed and no file brought, or null where there is none. */
export function readListedSpan(
  db: ReadDb,
  communityId: CommunityId,
): { readonly from: Instant; readonly to: Instant } | null {
  const end = (order: 'ASC' | 'DESC') =>
    statement<{ at: Instant }>(
      db,
      `SELECT at FROM activities WHERE community_id = ? AND import_id IS NULL ORDER BY at ${order} LIMIT 1`,
    ).get(communityId)?.at;
  const [from, to] = [end('ASC'), end('DESC')];
  return from === undefined || to === undefined ? null : { from, to };
}

export interface SpaceRow {
  readonly id: number;
  readonly name: string;
  readonly purpose: string;
}

/** Spaces of a community in the order they were met. */
export function readSpaces(db: ReadDb, communityId: CommunityId): readonly SpaceRow[] {
  return statement<SpaceRow>(db, 'SELECT id, name, purpose FROM spaces WHERE community_id = ? ORDER BY id').all(
    communityId,
  );
}

/** Whether the community has an activity of this key. */
export function hasActivity(db: ReadDb, communityId: CommunityId, key: Uint8Array): boolean {
  const sql = 'SELECT 1 FROM activities WHERE community_id = ? AND remote_key = ?';
  return statement(db, sql).get(communityId, key) !== undefined;
}

/** Who did the activity of this key, by the name the source uses; undefined where there is none. */
export function findAuthor(db: ReadDb, communityId: CommunityId, key: Uint8Array): string | undefined {
  const sql = `SELECT m.remote_id FROM activities a JOIN members m ON m.id = a.member_id
    WHERE a.community_id = ? AND a.remote_key = ?`;
  return statement<{ remote_id: string }>(db, sql).get(communityId, key)?.remote_id;
}
