import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { indexText } from '../search/index-text.ts';
import { memberText } from '../search/searchable-text.ts';
import { statement } from '../statement.ts';

/** Somebody whose act a platform lists: an id and a handle, and hardly more. */
export interface Actor {
  readonly communityId: CommunityId;
  readonly remoteId: string;
  readonly handle: string;
  readonly isBot: boolean;
  /** Where the act itself is that they joined. */
  readonly joinedAt: Instant | null;
  readonly at: Instant;
}

interface KnownActor {
  readonly id: number;
  readonly handle: string;
  readonly display_name: string;
  readonly bot_told: number;
  readonly joined_at: Instant | null;
}

/**
 * Adds a member, or completes what is known of one. What a report's reading or a person wrote down stays. True when there was
 * anything to note.
 */
export function noteActor(db: WriteDb, actor: Actor): boolean {
  const { communityId, remoteId, handle, isBot, joinedAt, at } = actor;
  const find =
    'SELECT id, handle, display_name, bot_told, joined_at FROM members WHERE community_id = ? AND remote_id = ?';
  const known = statement<KnownActor>(db, find).get(communityId, remoteId);
  if (!known) {
    const added = statement(
      db,
      `INSERT INTO members (community_id, remote_id, handle, is_bot, bot_told, joined_at, first_seen_at)
       VALUES (@communityId, @remoteId, @handle, @isBot, @isBot, @joinedAt, @at)`,
    ).run({ communityId, remoteId, handle, isBot: Number(isBot), joinedAt, at });
    indexName(db, actor, Number(added.lastInsertRowid), '');
    return true;
  }
  const isNewName = handle !== '' && handle !== known.handle;
  const isNewBot = isBot && known.bot_told === 0;
  const isNewTime = joinedAt !== null && known.joined_at === null;
  if (!isNewName && !isNewBot && !isNewTime) return false;
  statement(
    db,
    `UPDATE members SET handle = CASE WHEN @handle = '' THEN handle ELSE @handle END, is_bot = max(is_bot, @isBot),
       bot_told = max(bot_told, @isBot),
       joined_at = coalesce(joined_at, @joinedAt) WHERE id = @id`,
  ).run({ id: known.id, handle, isBot: Number(isBot), joinedAt });
  if (isNewName) indexName(db, actor, known.id, known.display_name);
  return true;
}

function indexName(db: WriteDb, { communityId, handle, at }: Actor, rowId: number, displayName: string): void {
  if (handle === '') return;
  const text = memberText({ handle, displayName });
  indexText(db, { kind: 'member', rowId, communityId, caseId: null, at, text });
}

/** The remote id of the member with this handle, or null. Of two that had it, the one seen last. */
export function findRemoteIdByHandle(db: WriteDb, communityId: CommunityId, handle: string): string | null {
  const sql = `SELECT remote_id FROM members WHERE community_id = ? AND handle = ? AND handle <> ''
    ORDER BY id DESC LIMIT 1`;
  return statement<{ remote_id: string }>(db, sql).get(communityId, handle)?.remote_id ?? null;
}
