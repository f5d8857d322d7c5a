import { createHash } from 'node:crypto';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import type { UnreadList } from './row.ts';

/** A server that sends nothing but nonsense must not fill the disk: items per community, bytes of all, bytes of one. */
export const mostUnreadItems = 2_000;
const mostBytes = 8 * 1024 * 1024;
const mostBytesOfOne = 64 * 1024;
const longestProblem = 300;
const longestId = 512;

/** An item as a page brought it; without `raw` where nothing of it came. `cursor` is where the page began; null for the beginning of the list. */
export interface UnreadItem {
  readonly list: UnreadList;
  readonly position: number;
  readonly problem: string;
  readonly raw: unknown;
  readonly remoteId: string | null;
  readonly cursor: string | null;
}

/** Who could not read them, and when they may be tried again. */
export interface UnreadFrom {
  readonly communityId: CommunityId;
  readonly at: Instant;
  readonly appVersion: string;
  readonly nextTryAt: Instant;
}

/**
 * Keeps the items of a page that can't be read, each once however often it comes. Belongs into the transaction of its page.
 * Beyond the bounds an item is kept without its content, then not at all; the run counts it in any case. What there is
 * already is counted once a page, since counting reads all of it.
 */
export function keepUnread(db: WriteDb, from: UnreadFrom, items: readonly UnreadItem[]): void {
  if (items.length === 0) return;
  const room = measure(db, from.communityId);
  for (const item of items) keepOne(db, from, item, room);
}

/** `room` is what the community takes up, and goes along with what is written. */
function keepOne(db: WriteDb, from: UnreadFrom, item: UnreadItem, room: Measure): void {
  const raw = item.raw === undefined ? '' : (JSON.stringify(item.raw) ?? '');
  const remoteId = item.remoteId !== null && item.remoteId.length <= longestId ? item.remoteId : null;
  const key = remoteId ?? `#${createHash('sha256').update(raw).digest('hex')}`;
  // A report that all lists have is one.
  const known = statement<{ list: UnreadList; bytes: number }>(
    db,
    `SELECT list, coalesce(octet_length(raw), 0) AS bytes FROM unread_items
     WHERE community_id = ? AND item_key = ? AND list IN (?, ?)`,
  ).get(
    from.communityId,
    key,
    ...(item.list === 'activities' ? ['activities', 'activities'] : ['reports', 'open-reports']),
  );
  if (!known && room.items >= mostUnreadItems) return;
  const kept = cut(raw, Math.min(mostBytesOfOne, mostBytes - room.bytes));
  statement(
    db,
    `INSERT INTO unread_items (community_id, list, item_key, remote_id, position, problem, raw, raw_length, cursor,
       first_seen_at, last_seen_at, tried_by, next_try_at)
     VALUES (@communityId, @list, @key, @remoteId, @position, @problem, @kept, @length, @cursor, @at, @at, @appVersion,
       @nextTryAt)
     ON CONFLICT (community_id, list, item_key) DO UPDATE SET position = @position, problem = @problem,
       raw = coalesce(@kept, raw), raw_length = @length, last_seen_at = @at, rereading = 0, gone_at = NULL`,
  ).run({
    communityId: from.communityId,
    list: known?.list ?? item.list,
    key,
    remoteId,
    position: item.position,
    problem: item.problem.slice(0, longestProblem),
    kept,
    length: Buffer.byteLength(raw),
    cursor: item.cursor,
    at: from.at,
    appVersion: from.appVersion,
    nextTryAt: from.nextTryAt,
  });
  if (!known) room.items += 1;
  if (kept !== null) room.bytes += Buffer.byteLength(kept) - (known?.bytes ?? 0);
}

interface Measure {
  items: number;
  bytes: number;
}

function measure(db: WriteDb, communityId: CommunityId): Measure {
  const sql =
    'SELECT count(*) AS items, coalesce(sum(octet_length(raw)), 0) AS bytes FROM unread_items WHERE community_id = ?';
  return statement<Measure>(db, sql).get(communityId) ?? { items: 0, bytes: 0 };
}

/** At most so many bytes, cut between characters; null where there is no room at all. */
function cut(text: string, bytes: number): string | null {
  if (bytes <= 0 || text === '') return null;
  const whole = Buffer.from(text);
  if (whole.byteLength <= bytes) return text;
  return whole
    .subarray(0, bytes)
    .toString()
    .replace(/\uFFFD$/, '');
}

/** It could be read: nothing needs to be kept of it. */
export function forgetUnread(db: WriteDb, communityId: CommunityId, list: UnreadList, remoteId: string): void {
  const sql = 'DELETE FROM unread_items WHERE community_id = ? AND list = ? AND remote_id = ?';
  statement(db, sql).run(communityId, list, remoteId);
}

/** Another attempt failed. */
export function noteUnreadTried(
  db: WriteDb,
  id: number,
  tried: { appVersion: string; attempts: number; nextTryAt: Instant },
): void {
  const sql = 'UPDATE unread_items SET tried_by = ?, attempts = ?, next_try_at = ? WHERE id = ?';
  statement(db, sql).run(tried.appVersion, tried.attempts, tried.nextTryAt, id);
}

/** The platform has it no more: what was received of it stays, and is not asked for again. */
export function markUnreadGone(db: WriteDb, id: number, at: Instant): void {
  statement(db, 'UPDATE unread_items SET gone_at = ? WHERE id = ?').run(at, id);
}

/** The list is read again from before its items without an id, by this build. */
export function markBeingReread(db: WriteDb, communityId: CommunityId, list: UnreadList, appVersion: string): void {
  statement(
    db,
    `UPDATE unread_items SET tried_by = ?, attempts = 0, rereading = 1
     WHERE community_id = ? AND list = ? AND remote_id IS NULL`,
  ).run(appVersion, communityId, list);
}

/** The list was read to its end since `markBeingReread`: what was not met again as unreadable has been read. */
export function forgetReread(db: WriteDb, communityId: CommunityId, list: UnreadList): void {
  const sql = 'DELETE FROM unread_items WHERE community_id = ? AND list = ? AND rereading = 1';
  statement(db, sql).run(communityId, list);
}
