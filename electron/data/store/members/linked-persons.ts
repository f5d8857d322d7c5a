import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/**
 * One human for accounts that their owner linked: for each linked account the one that stands for the person, which is the
 * account met first, and stands for itself. Accounts without links are not in it.
 */
export type LinkedPersons = ReadonlyMap<number, number>;

/**
 * Who is one person with whom, as people said themselves (health.md A.0): a chain of links is one person. A link counts while
 * both accounts are people's accounts of this community: not with one that is automated, of another server, or was removed
 * as spam before anybody saw it.
 */
export function readLinkedPersons(db: ReadDb, communityId: CommunityId): LinkedPersons {
  const links = statement<{ one: number; other: number }>(
    db,
    `SELECT l.account_id AS one, l.same_as_id AS other
     FROM linked_accounts l JOIN members a ON a.id = l.account_id JOIN members b ON b.id = l.same_as_id
     WHERE l.community_id = ? AND a.is_bot = 0 AND b.is_bot = 0 AND a.server IS NULL AND b.server IS NULL
       AND a.ended_how IS NOT 'spam' AND b.ended_how IS NOT 'spam' ORDER BY l.id`,
  ).all(communityId);
  return personsOf(links);
}

/** The persons that links make. Pure. */
export function personsOf(links: Iterable<{ readonly one: number; readonly other: number }>): LinkedPersons {
  const above = new Map<number, number>();
  const top = (account: number): number => {
    let at = account;
    for (let next = above.get(at) ?? at; next !== at; next = above.get(at) ?? at) at = next;
    // Everybody on the way is led there straight, so that a long chain is walked once.
    for (let way = account; way !== at; ) {
      const next = above.get(way) ?? at;
      above.set(way, at);
      way = next;
    }
    return at;
  };
  for (const { one, other } of links) {
    const [a, b] = [top(one), top(other)];
    above.set(Math.max(a, b), Math.min(a, b));
    above.set(Math.min(a, b), Math.min(a, b));
  }
  return new Map([...above.keys()].sort((a, b) => a - b).map((account) => [account, top(account)]));
}

/** Who stands for the person of an account: itself where nothing is linked to it. */
export function personOf(persons: LinkedPersons, account: number): number {
  return persons.get(account) ?? account;
}

/** The accounts of each person who has several, in the order they were met. */
export function accountsByPerson(persons: LinkedPersons): ReadonlyMap<number, readonly number[]> {
  const accounts = new Map<number, number[]>();
  for (const [account, person] of persons) accounts.set(person, [...(accounts.get(person) ?? []), account]);
  return accounts;
}
