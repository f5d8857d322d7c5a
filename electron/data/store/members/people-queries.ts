import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A human member as counting needs them. */
export interface PersonRow {
  readonly id: number;
  readonly joined_at: Instant | null;
  readonly is_staff: number;
  readonly ended_at: Instant | null;
  readonly ended_how: 'removed' | 'deleted' | 'spam' | null;
  readonly spoke_at: Instant | null;
}

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
    `SELECT m.id, m.joined_at, m.is_staff, m.ended_at, m.ended_how, f.spoke_at
     FROM members m LEFT JOIN member_firsts f ON f.member_id = m.id
     WHERE +m.community_id = ? AND m.is_bot = 0 AND m.server IS NULL AND m.id > ? ORDER BY m.id LIMIT ${ROWS_A_PAGE}`,
  );
  for (let after = 0; ; ) {
    const rows = page.all(communityId, after);
    if (rows.length > 0) yield rows;
    const last = rows[rows.length - 1];
    if (!last || rows.length < ROWS_A_PAGE) return;
    after = last.id;
  }
}

/** How many people `peoplePages` tells. */
export function countPeople(db: ReadDb, communityId: CommunityId): number {
  const row = statement<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM members WHERE community_id = ? AND is_bot = 0 AND server IS NULL',
  ).get(communityId);
  return row?.n ?? 0;
}

/** An account that ended. */
export interface AccountEndRow {
  readonly id: number;
  readonly at: Instant;
  readonly how: NonNullable<PersonRow['ended_how']>;
}

/** Accounts of people that ended before an instant, by member number. What ended later lives on for whoever asks as of then. */
export function readAccountEnds(db: ReadDb, communityId: CommunityId, before: Instant): readonly AccountEndRow[] {
  return statement<AccountEndRow>(
    db,
    `SELECT id, ended_at AS at, ended_how AS how FROM members
     WHERE community_id = ? AND ended_at < ? AND ended_how IS NOT NULL AND is_bot = 0 ORDER BY id`,
  ).all(communityId, before);
}

/** How many accounts are bots and left out of every count. */
export function countBots(db: ReadDb, communityId: CommunityId): number {
  const row = statement<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM members WHERE community_id = ? AND is_bot = 1',
  ).get(communityId);
  return row?.n ?? 0;
}
