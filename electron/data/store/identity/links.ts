import { randomInt } from 'node:crypto';
import type { CommunityId, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { personOf, readLinkedPersons } from '../members/linked-persons.ts';
import { statement } from '../statement.ts';
import { inDurableTransaction } from '../transaction.ts';

/** Ordinals are drawn from 1 up to this: room enough that two members rarely meet, small enough to pack well. */
const largestOrdinal = 2 ** 31 - 1;

/** The random number that stands for a member in the identity file, or null. */
export function findOrdinal(main: ReadDb, memberId: MemberId): number | null {
  const sql = 'SELECT ordinal FROM identity_links WHERE member_id = ?';
  return statement<{ ordinal: number }>(main, sql).get(memberId)?.ordinal ?? null;
}

/**
 * The random numbers of members, drawing those that are missing. On the disk when this returns: the identity file must
 * never hold a person whose link a power cut could take away.
 */
export function linkMembers(main: WriteDb, memberIds: readonly MemberId[]): ReadonlyMap<MemberId, number> {
  const ordinals = new Map<MemberId, number>();
  const missing = new Set<MemberId>();
  for (const id of memberIds) {
    const known = findOrdinal(main, id);
    if (known === null) missing.add(id);
    else ordinals.set(id, known);
  }
  if (missing.size === 0) return ordinals;
  const insert = statement(
    main,
    'INSERT INTO identity_links (member_id, ordinal) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  inDurableTransaction(main, () => {
    for (const id of missing) {
      let ordinal = 0;
      do ordinal = randomInt(1, largestOrdinal + 1);
      while (insert.run(id, ordinal).changes === 0);
      ordinals.set(id, ordinal);
    }
  });
  return ordinals;
}

/** People of a community and the numbers that stand for them: one for each account of theirs that has one. */
export interface NumberedPeople {
  /** The member who stands for the person, by each number. */
  readonly memberOf: ReadonlyMap<number, MemberId>;
  /** The one number that a person goes by, that of the account met first, by the member who stands for them. */
  readonly ordinalOf: ReadonlyMap<number, number>;
}

/** Members of a community as people: who linked several accounts is one. */
export function peopleByOrdinal(main: ReadDb, communityId: CommunityId): NumberedPeople {
  const persons = readLinkedPersons(main, communityId);
  const accounts = statement<{ ordinal: number; member_id: MemberId }>(
    main,
    `SELECT ordinal, member_id FROM identity_links JOIN members ON members.id = member_id WHERE community_id = ?
     ORDER BY member_id`,
  ).all(communityId);
  const memberOf = new Map<number, MemberId>();
  const ordinalOf = new Map<number, number>();
  for (const { ordinal, member_id: account } of accounts) {
    const member = personOf(persons, account) as MemberId;
    memberOf.set(ordinal, member);
    if (!ordinalOf.has(member)) ordinalOf.set(member, ordinal);
  }
  return { memberOf, ordinalOf };
}
