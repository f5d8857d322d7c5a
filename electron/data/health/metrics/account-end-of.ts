import { accountEnds, type PeopleTable } from '../facts/people-table.ts';
import type { AccountEnd } from './stay-follow-up.ts';

/** How and when an account ended, for a stay curve. Undefined while it lives, and for spam, which is in no curve. */
export function accountEndOf(people: PeopleTable, person: number): AccountEnd | undefined {
  const day = people.endDay[person] ?? -1;
  const how = people.endedHow[person];
  if (day < 0) return undefined;
  if (how === accountEnds.removed) return { day, how: 'removed' };
  return how === accountEnds.deleted ? { day, how: 'deleted' } : undefined;
}
