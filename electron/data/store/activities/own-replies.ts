import { activityFlags } from '../../../../shared/domain/activity.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { accountsByPerson, type LinkedPersons, personOf } from '../members/linked-persons.ts';
import { statement } from '../statement.ts';
import { WHOLE_COMMUNITY } from './bitmap-batch.ts';
import { mondayOf } from './rollup.ts';

/** By account and by the Monday of a week: the days, bit 0 is Monday, on which it answered somebody else or organised. */
export type RepliedDays = ReadonlyMap<number, ReadonlyMap<number, number>>;

const MS_PER_DAY = 86_400_000;
const WHOLE_WEEK = 0x7f;

/**
 * Whom one account of a person answers with another is nobody else (health.md A.0, level 3). For each account and week in
 * which that happened, the days that count at level 3 all the same. Of one space all days of a week or none: sets by space
 * are kept without days.
 */
export function readWithoutOwnReplies(
  db: ReadDb,
  communityId: CommunityId,
  persons: LinkedPersons,
  scope: number,
): RepliedDays {
  const days = new Map<number, Map<number, number>>();
  const touched = ownReplyDays(db, communityId, persons, scope);
  const answersOthers =
    scope === WHOLE_COMMUNITY ? inRollups(db, communityId) : inSpace(db, communityId, scope, persons);
  for (const [account, ofAccount] of touched) {
    const masks = new Map<number, number>();
    for (const [day, own] of ofAccount) {
      const week = mondayOf(day);
      const before = masks.get(week) ?? WHOLE_WEEK;
      if (scope !== WHOLE_COMMUNITY) masks.set(week, answersOthers(account, week, own) ? WHOLE_WEEK : 0);
      else if (!answersOthers(account, day, own)) masks.set(week, before & ~(1 << (day - week)));
    }
    days.set(account, masks);
  }
  return days;
}

/** How many replies to one's own accounts each account wrote on which day. */
function ownReplyDays(db: ReadDb, communityId: CommunityId, persons: LinkedPersons, scope: number) {
  const replies = statement<{ day: number; own: number }>(
    db,
    `SELECT day, count(*) AS own FROM activities
     WHERE community_id = @communityId AND target_member_id = @target AND member_id = @account AND level = 3
       AND flags & ${activityFlags.spam} = 0 AND (@scope = ${WHOLE_COMMUNITY} OR space_id = @scope) GROUP BY day`,
  );
  const touched = new Map<number, Map<number, number>>();
  for (const accounts of accountsByPerson(persons).values()) {
    for (const account of accounts) {
      for (const target of accounts) {
        if (target === account) continue;
        for (const { day, own } of replies.all({ communityId, target, account, scope })) {
          const days = touched.get(account) ?? new Map<number, number>();
          touched.set(account, days.set(day, (days.get(day) ?? 0) + own));
        }
      }
    }
  }
  return touched;
}

type AnswersOthers = (account: number, day: number, own: number) => boolean;

/** Whether an account did more at level 3 on a day than answer its own, by the counts kept of each day. */
function inRollups(db: ReadDb, communityId: CommunityId): AnswersOthers {
  const sql = `SELECT sum(activities) AS n FROM member_days
    WHERE community_id = ? AND member_id = ? AND day = ? AND level >= 3`;
  const ofDay = statement<{ n: number | null }>(db, sql);
  return (account, day, own) => (ofDay.get(communityId, account, day)?.n ?? 0) > own;
}

/** The same for a week in one space, of which no counts are kept. */
function inSpace(db: ReadDb, communityId: CommunityId, space: number, persons: LinkedPersons): AnswersOthers {
  const others = statement(
    db,
    `SELECT 1 FROM activities
     WHERE community_id = @communityId AND at BETWEEN @from AND @to AND day BETWEEN @week AND @week + 6
       AND member_id = @account AND space_id = @space AND flags & ${activityFlags.spam} = 0
       AND (level > 3 OR (level = 3 AND (target_member_id IS NULL
         OR target_member_id NOT IN (SELECT value FROM json_each(@accounts))))) LIMIT 1`,
  );
  const accounts = accountsByPerson(persons);
  return (account, week) => {
    const own = JSON.stringify(accounts.get(personOf(persons, account)) ?? []);
    // Only instants are indexed; local days lie within two days of them, whatever the zone.
    const span = { from: (week - 2) * MS_PER_DAY, to: (week + 9) * MS_PER_DAY };
    return others.get({ communityId, account, space, week, accounts: own, ...span }) !== undefined;
  };
}
