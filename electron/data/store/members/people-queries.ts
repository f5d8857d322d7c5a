import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import { accountsByPerson, personOf, readLinkedPersons } from './linked-persons.ts';
import { endOfPerson, onePerson } from './one-person.ts';
import type { AccountEndRow, PersonRow } from './person-row.ts';

/** People read at once: a few milliseconds' work. */
const ROWS_A_PAGE = 2_000;

/**
 * Human members of a community in the order they were met, page by page: there may be hundreds of thousands. Accounts of
 * other servers are not its members: a report may name them, but they neither join nor stay here.
 */
export function* peoplePages(db: ReadDb, communityId: CommunityId): Generator<readonly PersonRow[], void> {
  // With the plus no index of communities is taken: sorting all their members for every page would be slower by far.
  const page = statement<PersonRow>(
    db,
    `${PERSON} WHERE +m.community_id = ? AND m.is_bot = 0 AND m.server IS NULL AND m.id > ? ORDER BY m.id LIMIT ${ROWS_A_PAGE}`,
  );
  const { persons, merged } = readMerged(db, communityId);
  for (let after = 0; ; ) {
    const rows = page.all(communityId, after);
    const people =
      persons.size === 0
        ? rows
        : rows.flatMap((row) => (personOf(persons, row.id) === row.id ? (merged.get(row.id) ?? row) : []));
    if (people.length > 0) yield people;
    const last = rows[rows.length - 1];
    if (!last || rows.length < ROWS_A_PAGE) return;
    after = last.id;
  }
}

const PERSON = `SELECT m.id, m.joined_at, m.is_staff, m.ended_at, m.ended_how, f.spoke_at
  FROM members m LEFT JOIN member_firsts f ON f.member_id = m.id`;

/** Those who linked accounts, each as one. */
function readMerged(db: ReadDb, communityId: CommunityId) {
  const persons = readLinkedPersons(db, communityId);
  const account = statement<PersonRow>(db, `${PERSON} WHERE m.id = ?`);
  const merged = new Map<number, PersonRow>();
  for (const [person, accounts] of accountsByPerson(persons)) {
    merged.set(person, onePerson(accounts.flatMap((id) => account.get(id) ?? [])));
  }
  return { persons, merged };
}

/** How many people `peoplePages` tells. */
export function countPeople(db: ReadDb, communityId: CommunityId): number {
  const row = statement<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM members WHERE community_id = ? AND is_bot = 0 AND server IS NULL',
  ).get(communityId);
  const persons = readLinkedPersons(db, communityId);
  return (row?.n ?? 0) - (persons.size - new Set(persons.values()).size);
}

/**
 * Accounts of people that ended before an instant, by member number. What ended later lives on for whoever asks as of then.
 * Who linked several accounts is gone when all of them are.
 */
export function readAccountEnds(db: ReadDb, communityId: CommunityId, before: Instant): readonly AccountEndRow[] {
  const rows = statement<AccountEndRow>(
    db,
    `SELECT id, ended_at AS at, ended_how AS how FROM members
     WHERE community_id = ? AND ended_at < ? AND ended_how IS NOT NULL AND is_bot = 0 ORDER BY id`,
  ).all(communityId, before);
  const persons = readLinkedPersons(db, communityId);
  if (persons.size === 0) return rows;
  const ends = new Map(rows.map((row) => [row.id, row]));
  const accounts = accountsByPerson(persons);
  return rows.flatMap((row) => {
    const own = accounts.get(row.id);
    const end = own && endOfPerson(own, ends);
    if (end) return { ...end, id: row.id };
    return persons.has(row.id) ? [] : row;
  });
}

/** How many accounts are bots and left out of every count. */
export function countBots(db: ReadDb, communityId: CommunityId): number {
  const row = statement<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM members WHERE community_id = ? AND is_bot = 1',
  ).get(communityId);
  return row?.n ?? 0;
}
