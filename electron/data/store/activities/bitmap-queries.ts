import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { WHOLE_COMMUNITY } from './bitmap-batch.ts';
import { MemberSet, type Packing } from './member-set.ts';
import { rememberedSets } from './remembered-sets.ts';
import type { WeekMembers } from './week-members.ts';

/** Who was active in which week at a level or above, bots included: whoever counts leaves out `bots`. */
export interface ActiveWeeks {
  /** Ascending; weeks in which nobody was active are missing. */
  readonly weeks: readonly WeekMembers[];
  readonly bots: MemberSet;
}

/** Members active in each week at a level or above, in the whole community or one space. Without their days. */
export function readWeekBitmaps(
  db: ReadDb,
  communityId: CommunityId,
  level: ActivityLevel,
  scope: number = WHOLE_COMMUNITY,
): ActiveWeeks {
  const weeks = rememberedSets(db, `${communityId}/${scope}/${level}`, () => {
    const rows = statement<WeekRow>(
      db,
      `SELECT week, packing, first_word, bits FROM member_bitmaps
       WHERE community_id = ? AND scope = ? AND level = ? ORDER BY week`,
    ).all(communityId, scope, level);
    const sets = rows.map(weekOf);
    return { value: sets, bytes: sets.reduce((sum, { members }) => sum + members.mostBytes, 0) };
  });
  return { weeks, bots: readBots(db, communityId) };
}

/** As `readWeekBitmaps` for the whole community, with the days of each member's week. */
export function readDayBitmaps(db: ReadDb, communityId: CommunityId, level: ActivityLevel): ActiveWeeks {
  const { weeks, bots } = readWeekBitmaps(db, communityId, level);
  const days = rememberedSets(db, `${communityId}/days/${level}`, () => {
    const rows = statement<{ days: Buffer }>(
      db,
      'SELECT days FROM member_week_days WHERE community_id = ? AND level = ? ORDER BY week',
    ).all(communityId, level);
    return { value: rows.map((row) => row.days), bytes: rows.reduce((sum, row) => sum + row.days.length, 0) };
  });
  return { weeks: weeks.map((week, at) => ({ ...week, days: days[at] ?? NO_DAYS })), bots };
}

const NO_DAYS = new Uint8Array(0);

interface WeekRow {
  readonly week: number;
  readonly packing: Packing;
  readonly first_word: number;
  readonly bits: Buffer;
}

function weekOf({ week, packing, first_word: firstWord, bits }: WeekRow): WeekMembers {
  return { week, members: MemberSet.unpack({ packing, firstWord, bits }), days: NO_DAYS };
}

function readBots(db: ReadDb, communityId: CommunityId): MemberSet {
  const rows = statement<{ id: number }>(
    db,
    'SELECT id FROM members WHERE community_id = ? AND is_bot = 1 ORDER BY id',
  ).all(communityId);
  return MemberSet.fromIds(rows.map((row) => row.id));
}
