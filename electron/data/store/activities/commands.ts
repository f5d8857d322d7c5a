import { activityFlags } from '../../../../shared/domain/activity.ts';
import type { CommunityId, ImportId, Instant } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { markAsBot } from '../members/mark-bot.ts';
import { statement } from '../statement.ts';
import { BitmapBatch } from './bitmap-batch.ts';
import { FirstWords } from './first-words.ts';
import { NameCache } from './name-cache.ts';
import type { AddedActivities, NewActivity } from './new-activity.ts';
import { RollupBatch } from './rollup.ts';
import { RowSet } from './row-set.ts';

/** More of them are marked again, which changes nothing: a hostile file must not fill the memory with them. */
const BOTS_REMEMBERED = 100_000;

/** Where the activities of one reading of a source belong. */
export interface ActivitySource {
  readonly communityId: CommunityId;
  readonly importId: ImportId | null;
  /** When Hearth reads it; members met for the first time are seen now. */
  readonly now: Instant;
}

/** Adds the activities of one reading of one source, batch by batch. */
export interface ActivityWriter {
  /**
   * Adds a batch and brings the rollups, the sets of active members and their first words up to date; what was removed as
   * spam before anybody saw it is kept and is in none of them. Call it inside a transaction: after a rollback the writer
   * must not be used again, because it remembers rows that are gone.
   */
  add(batch: readonly NewActivity[]): AddedActivities;
  /** How many activities that were known, and members, got other marks so far. */
  remarked(): number;
}

/** See `ActivityWriter`. One writer per reading: it tells a repeat within the source from one met in an earlier reading. */
export function createActivityWriter(db: WriteDb, source: ActivitySource): ActivityWriter {
  const members = new NameCache((name) => findOrAddMember(db, source, name));
  const spaces = new NameCache((name) => findOrAddSpace(db, source.communityId, name));
  const met = new RowSet();
  const lastRepeat = new Map<string, number>();
  const insert = statement(
    db,
    `INSERT INTO activities
       (community_id, member_id, target_member_id, at, day, kind, level, space_id, thread_key, import_id, remote_key,
        parent_key, flags)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (community_id, remote_key) DO NOTHING`,
  );
  const rowOfKey = statement<{ id: number }>(db, 'SELECT id FROM activities WHERE community_id = ? AND remote_key = ?');

  const remark = statement(
    db,
    `UPDATE activities SET flags = (flags & ~@told) | @flags
     WHERE community_id = @communityId AND remote_key = @key AND flags & @told <> @flags`,
  );

  const firsts = new FirstWords();
  const markedBots = new Set<number>();
  let remarked = 0;

  function markBot(memberId: number): void {
    if (markedBots.has(memberId)) return;
    if (markedBots.size >= BOTS_REMEMBERED) markedBots.clear();
    markedBots.add(memberId);
    if (markAsBot(db, memberId)) remarked += 1;
  }

  function addOne(activity: NewActivity, { rollup, bitmaps }: Batch): boolean {
    const memberId = members.idOf(activity.member);
    const targetId = activity.target === null ? null : members.idOf(activity.target);
    const spaceId = activity.space === null ? null : spaces.idOf(activity.space);
    const { at, day, kind, level, thread, parentKey = null, flags = 0, flagsTold: told = 0 } = activity;
    if (activity.isBot) markBot(memberId);
    const tryKey = (key: Uint8Array): 'added' | 'known' | 'repeated' => {
      const written = insert.run(
        source.communityId,
        memberId,
        targetId,
        at,
        day,
        kind,
        level,
        spaceId,
        thread,
        source.importId,
        key,
        parentKey,
        flags,
      );
      if (written.changes === 1) {
        met.add(Number(written.lastInsertRowid));
        if ((flags & activityFlags.spam) === 0) {
          rollup.count(memberId, day, level);
          bitmaps.count(memberId, day, level, spaceId);
          firsts.count(memberId, at, level);
        }
        return 'added';
      }
      const isRepeat = activity.mayRepeat && !met.add(rowOfKey.get(source.communityId, key)?.id ?? 0);
      if (isRepeat) return 'repeated';
      if (told !== 0) {
        remarked += remark.run({ communityId: source.communityId, key, told, flags: flags & told }).changes;
      }
      return 'known';
    };
    const first = tryKey(activity.key);
    if (first !== 'repeated') return first === 'added';
    const name = Buffer.from(activity.key).toString('latin1');
    const occurrence = (lastRepeat.get(name) ?? 0) + 1;
    lastRepeat.set(name, occurrence);
    return tryKey(repeatKey(activity.key, occurrence)) === 'added';
  }

  return {
    add: (batch) => {
      const touched: Batch = { rollup: new RollupBatch(), bitmaps: new BitmapBatch() };
      let added = 0;
      for (const activity of batch) if (addOne(activity, touched)) added += 1;
      touched.rollup.write(db, source.communityId);
      touched.bitmaps.write(db, source.communityId);
      firsts.write(db, source.communityId);
      return { added, alreadyKnown: batch.length - added };
    },
    remarked: () => remarked,
  };
}

interface Batch {
  readonly rollup: RollupBatch;
  readonly bitmaps: BitmapBatch;
}

/** The key of a further occurrence of the same content in one source. */
function repeatKey(key: Uint8Array, occurrence: number): Uint8Array {
  const counter = Buffer.alloc(5);
  counter.writeUInt8(0xff, 0);
  counter.writeUInt32BE(occurrence, 1);
  return Buffer.concat([key, counter]);
}

function findOrAddMember(db: WriteDb, { communityId, now }: ActivitySource, name: string): number {
  const added = statement(
    db,
    `INSERT INTO members (community_id, remote_id, first_seen_at) VALUES (?, ?, ?)
     ON CONFLICT (community_id, remote_id) DO NOTHING`,
  ).run(communityId, name, now);
  if (added.changes === 1) return Number(added.lastInsertRowid);
  return idOrThrow(
    statement<{ id: number }>(db, 'SELECT id FROM members WHERE community_id = ? AND remote_id = ?').get(
      communityId,
      name,
    ),
  );
}

function findOrAddSpace(db: WriteDb, communityId: CommunityId, name: string): number {
  const added = statement(
    db,
    `INSERT INTO spaces (community_id, remote_key, name) VALUES (?, ?, ?)
     ON CONFLICT (community_id, remote_key) DO NOTHING`,
  ).run(communityId, name, name);
  if (added.changes === 1) return Number(added.lastInsertRowid);
  return idOrThrow(
    statement<{ id: number }>(db, 'SELECT id FROM spaces WHERE community_id = ? AND remote_key = ?').get(
      communityId,
      name,
    ),
  );
}

function idOrThrow(row: { id: number } | undefined): number {
  if (!row) throw new Error('a row that is there can not be read');
  return row.id;
}
