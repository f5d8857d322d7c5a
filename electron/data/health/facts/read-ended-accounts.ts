import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { MemberSet } from '../../store/activities/member-set.ts';
import type { ReadDb } from '../../store/db.ts';
import { readAccountEnds } from '../../store/members/people-queries.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { LocalDays } from '../calendar/local-days.ts';
import type { AccountEnd } from '../metrics/stay-follow-up.ts';

/** Accounts that had ended by some day, by member number. */
export interface EndedAccounts {
  readonly ends: ReadonlyMap<number, AccountEnd>;
  /** Removed as spam before anybody saw a message: no community was ever theirs, and they are in no count. */
  readonly spam: ReadonlySet<number>;
  readonly spamSet: MemberSet;
}

/** How accounts ended up to the end of a day. Ends after it have not happened yet (health.md B.4). */
export function readEndedAccounts(
  db: ReadDb,
  communityId: CommunityId,
  calendar: LocalDays,
  lastDay: DayNumber,
): EndedAccounts {
  const ends = new Map<number, AccountEnd>();
  const spam = new Set<number>();
  for (const { id, at, how } of readAccountEnds(db, communityId, calendar.startOf(lastDay + 1))) {
    if (how === 'spam') spam.add(id);
    else ends.set(id, { day: calendar.dayOf(at), how });
  }
  return { ends, spam, spamSet: MemberSet.fromIds(spam) };
}
