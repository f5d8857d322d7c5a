import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { type LinkedPersons, personOf, readLinkedPersons } from '../members/linked-persons.ts';
import { WHOLE_COMMUNITY } from './bitmap-batch.ts';
import { type ActiveWeeks, readDayBitmaps, readWeekBitmaps } from './bitmap-queries.ts';
import { type RepliedDays, readWithoutOwnReplies } from './own-replies.ts';
import { takenOut, type WeekMembers, withMembers } from './week-members.ts';

/**
 * As `readDayBitmaps`, with everybody who linked several accounts as one member: the one that stands for the person. The
 * stored sets are of accounts, so a link and its undo change nothing that would have to be made again.
 */
export function readPersonDays(db: ReadDb, communityId: CommunityId, level: ActivityLevel): ActiveWeeks {
  return byPerson(db, communityId, level, WHOLE_COMMUNITY, readDayBitmaps(db, communityId, level));
}

/** As `readWeekBitmaps`, with everybody who linked several accounts as one member. */
export function readPersonWeeks(
  db: ReadDb,
  communityId: CommunityId,
  level: ActivityLevel,
  scope: number = WHOLE_COMMUNITY,
): ActiveWeeks {
  return byPerson(db, communityId, level, scope, readWeekBitmaps(db, communityId, level, scope));
}

function byPerson(
  db: ReadDb,
  communityId: CommunityId,
  level: ActivityLevel,
  scope: number,
  active: ActiveWeeks,
): ActiveWeeks {
  const persons = readLinkedPersons(db, communityId);
  if (persons.size === 0) return active;
  const own = level === REPLIED ? readWithoutOwnReplies(db, communityId, persons, scope) : NONE;
  return { ...active, weeks: asPersons(active.weeks, persons, own) };
}

/** From this level on somebody answered another person. */
const REPLIED: ActivityLevel = 3;
const NONE: RepliedDays = new Map();
const WHOLE_WEEK = 0x7f;

/**
 * Weeks of accounts as weeks of people. `replied`: days of an account's week that count at this level, where they are not all
 * that the set holds. Pure.
 */
function asPersons(weeks: readonly WeekMembers[], persons: LinkedPersons, replied: RepliedDays): WeekMembers[] {
  const accounts = [...persons.keys()];
  return weeks.flatMap((week) => {
    const here = accounts.filter((account) => week.members.has(account));
    if (here.length === 0) return week;
    const { rest, masks } = takenOut(week, here);
    const hasDays = week.days.length > 0;
    const added = new Map<number, number>();
    for (const account of here) {
      const counted = replied.get(account)?.get(week.week) ?? WHOLE_WEEK;
      const mask = (hasDays ? (masks.get(account) ?? 0) : WHOLE_WEEK) & counted;
      const person = personOf(persons, account);
      if (mask !== 0) added.set(person, (added.get(person) ?? 0) | mask);
    }
    const ascending = new Map([...added].sort(([a], [b]) => a - b));
    const merged = withMembers(rest, ascending, hasDays) ?? rest;
    return merged.members.size === 0 ? [] : merged;
  });
}
