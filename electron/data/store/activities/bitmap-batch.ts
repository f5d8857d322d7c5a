import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { statement } from '../statement.ts';
import { MemberSet, type Packing } from './member-set.ts';
import { mondayOf } from './rollup.ts';
import { emptyWeek, type WeekMembers, withMembers } from './week-members.ts';

/** The scope of a set over the whole community; others are the numbers of spaces. */
export const WHOLE_COMMUNITY = 0;

const HIGHEST_LEVEL = 4;

/** Who was active in one batch, written to the stored sets at once: a stored set is read and written once per batch. */
export class BitmapBatch {
  readonly #weeks = new Map<number, TouchedWeek>();

  count(memberId: number, day: number, level: number, spaceId: number | null): void {
    const week = mondayOf(day);
    const mask = 1 << (day - week);
    this.#mark(WHOLE_COMMUNITY, week, level, memberId, mask);
    if (spaceId !== null) this.#mark(spaceId, week, level, memberId, mask);
  }

  /** Adds the members to the stored sets. Call it in the transaction that adds the activities. */
  write(db: WriteDb, communityId: CommunityId): void {
    for (const { scope, week, levels } of this.#weeks.values()) {
      // A set holds everybody at its level or above: what is new at one level is new to all below it.
      const from = new Map<number, number>();
      let added: ReadonlyMap<number, number> = from;
      for (let level = HIGHEST_LEVEL; level >= 0; level -= 1) {
        const here = levels[level];
        if (here) {
          for (const [id, mask] of here) from.set(id, (from.get(id) ?? 0) | mask);
          added = ascending(from);
        }
        if (added.size > 0) addMembers(db, { communityId, scope, level }, week, added);
      }
    }
  }

  #mark(scope: number, week: number, level: number, memberId: number, mask: number): void {
    // One exact number for both: 2^17 days around 1970 leave room for 2^36 spaces.
    const key = scope * 131_072 + week + 65_536;
    let touched = this.#weeks.get(key);
    if (!touched) {
      touched = { scope, week, levels: [] };
      this.#weeks.set(key, touched);
    }
    let members = touched.levels[level];
    if (!members) {
      members = new Map();
      touched.levels[level] = members;
    }
    members.set(memberId, (members.get(memberId) ?? 0) | mask);
  }
}

/** By level, exactly that one: the days of the week on which a member was active in this batch. */
interface TouchedWeek {
  readonly scope: number;
  readonly week: number;
  readonly levels: Map<number, number>[];
}

interface SetPlace {
  readonly communityId: CommunityId;
  readonly scope: number;
  readonly level: number;
}

function ascending(members: ReadonlyMap<number, number>): Map<number, number> {
  const ids = Float64Array.from(members.keys()).sort();
  const sorted = new Map<number, number>();
  for (const id of ids) sorted.set(id, members.get(id) ?? 0);
  return sorted;
}

function addMembers(db: WriteDb, place: SetPlace, week: number, added: ReadonlyMap<number, number>): void {
  const changed = withMembers(readSet(db, place, week), added, place.scope === WHOLE_COMMUNITY);
  if (!changed) return;
  const { packing, firstWord, bits } = changed.members.pack();
  statement(
    db,
    `INSERT INTO member_bitmaps (community_id, scope, level, week, packing, first_word, bits)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET packing = excluded.packing, first_word = excluded.first_word, bits = excluded.bits`,
  ).run(place.communityId, place.scope, place.level, week, packing, firstWord, bits);
  if (place.scope !== WHOLE_COMMUNITY) return;
  statement(
    db,
    `INSERT INTO member_week_days (community_id, level, week, days) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET days = excluded.days`,
  ).run(place.communityId, place.level, week, changed.days);
}

function readSet(db: WriteDb, { communityId, scope, level }: SetPlace, week: number): WeekMembers {
  const row = statement<{ packing: Packing; first_word: number; bits: Buffer }>(
    db,
    `SELECT packing, first_word, bits FROM member_bitmaps
     WHERE community_id = ? AND scope = ? AND level = ? AND week = ?`,
  ).get(communityId, scope, level, week);
  if (!row) return emptyWeek(week);
  const members = MemberSet.unpack({ packing: row.packing, firstWord: row.first_word, bits: row.bits });
  if (scope !== WHOLE_COMMUNITY) return { week, members, days: new Uint8Array(0) };
  const days = statement<{ days: Buffer }>(
    db,
    'SELECT days FROM member_week_days WHERE community_id = ? AND level = ? AND week = ?',
  ).get(communityId, level, week);
  return { week, members, days: days?.days ?? new Uint8Array(0) };
}
