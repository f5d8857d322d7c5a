import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** One message (level 2 and above) as columns: what the metrics of connection count. */
export type MessageColumns = readonly [
  id: number,
  at: Instant,
  day: number,
  memberId: number,
  targetId: number | null,
  thread: string | null,
  spaceId: number | null,
  level: number,
  flags: number,
  /** Its own key and that of the message it answers ('' for none) as hexadecimal digits: ten times quicker than as bytes. */
  key: string,
  parentKey: string,
];

/** A span of time, both ends included. */
export interface MessageSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** Messages read at once: a few milliseconds' work. */
const ROWS_A_PAGE = 1_000;

/** Messages in a span of time, newest first, page by page: there may be millions. Between pages other work may run. */
export function* messagePages(
  db: ReadDb,
  communityId: CommunityId,
  { from, to }: MessageSpan,
): Generator<readonly MessageColumns[], void> {
  const page = db
    .prepare(
      `SELECT id, at, day, member_id, target_member_id, thread_key, space_id, level, flags, hex(remote_key), hex(parent_key)
       FROM activities
       WHERE community_id = @communityId AND at BETWEEN @from AND @at AND (at < @at OR id < @id) AND level >= 2
       ORDER BY at DESC, id DESC LIMIT ${ROWS_A_PAGE}`,
    )
    .raw();
  let at = to;
  let id = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = page.all({ communityId, from, at, id }) as readonly MessageColumns[];
    if (rows.length > 0) yield rows;
    const last = rows[rows.length - 1];
    if (!last || rows.length < ROWS_A_PAGE) return;
    [id, at] = last;
  }
}

/** First and last activity of a community, or null where there is none. */
export function readActivitySpan(
  db: ReadDb,
  communityId: CommunityId,
): { readonly firstAt: Instant; readonly lastAt: Instant } | null {
  const row = statement<{ first: number | null; last: number | null }>(
    db,
    // One look-up for each end: asked for both at once, SQLite reads the whole index.
    `SELECT (SELECT min(at) FROM activities WHERE community_id = @communityId) AS first,
       (SELECT max(at) FROM activities WHERE community_id = @communityId) AS last`,
  ).get({ communityId });
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

/** The thread of the activity of this key; undefined where there is none, or it is in no thread. */
export function findThread(db: ReadDb, communityId: CommunityId, key: Uint8Array): string | undefined {
  const sql = 'SELECT thread_key FROM activities WHERE community_id = ? AND remote_key = ?';
  return statement<{ thread_key: string | null }>(db, sql).get(communityId, key)?.thread_key ?? undefined;
}
