import { activityFlags } from '../../../../shared/domain/activity.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { Steps } from '../../../../shared/domain/steps.ts';
import type { ReadDb } from '../db.ts';
import { accountsByPerson, personOf, readLinkedPersons } from '../members/linked-persons.ts';
import { statement } from '../statement.ts';

/** Ties of the reply graph as parallel lists of member numbers: who replied to or addressed whom. */
export interface ReplyArcs {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Every ordered pair with a message (level 2 and above) that others saw, directed from one to the other or answering the
 * other's, in a span of time, both ends included; week by week, because there may be millions, each pair once a week.
 * Bots, accounts of other servers and those `without` are left out; linked accounts are their person.
 */
export function* replyArcPages(
  db: ReadDb,
  communityId: CommunityId,
  span: { readonly from: Instant; readonly to: Instant },
  without: ReadonlySet<number>,
): Generator<ReplyArcs, void> {
  const outside = botsAndGuests(db, communityId);
  const isOut = (id: number) => outside.has(id) || without.has(id);
  const persons = readLinkedPersons(db, communityId);
  const arcs = db
    .prepare(
      `SELECT DISTINCT a.member_id, coalesce(a.target_member_id, answered.member_id) AS target
       FROM activities a LEFT JOIN activities answered ON a.target_member_id IS NULL AND a.parent_key IS NOT NULL
         AND answered.community_id = a.community_id AND answered.remote_key = a.parent_key AND answered.level >= 2
       WHERE a.community_id = ? AND a.at BETWEEN ? AND ? AND a.level >= 2 AND a.flags & ${activityFlags.spam} = 0
         AND target IS NOT NULL`,
    )
    .raw();
  for (let start = span.from; start <= span.to; start += MS_A_PAGE_OF_ARCS) {
    const from: number[] = [];
    const to: number[] = [];
    const end = Math.min(span.to, start + MS_A_PAGE_OF_ARCS - 1);
    for (const [member, target] of arcs.all(communityId, start, end) as [number, number][]) {
      if (isOut(member) || isOut(target)) continue;
      const [who, whom] = [personOf(persons, member), personOf(persons, target)];
      // Between two accounts of one person is no tie.
      if (who === whom && member !== target) continue;
      from.push(who);
      to.push(whom);
    }
    yield { from: Int32Array.from(from), to: Int32Array.from(to) };
  }
}

const MS_A_PAGE_OF_ARCS = 7 * 86_400_000;

/** Members of a community cut into ranges of their numbers, each of at most so many. */
function* memberRanges(
  db: ReadDb,
  communityId: CommunityId,
  most: number,
): Generator<{ readonly after: number; readonly to: number }, void> {
  // With the plus no index of communities is taken: sorting all their members for every range would be slower by far.
  const next = statement<{ id: number | null }>(
    db,
    'SELECT max(id) AS id FROM (SELECT id FROM members WHERE +community_id = ? AND id > ? ORDER BY id LIMIT ?)',
  );
  for (let after = 0; ; ) {
    const to = next.get(communityId, after, most)?.id ?? null;
    if (to === null) return;
    yield { after, to };
    after = to;
  }
}

/** How many activities a community has, those of bots too; in steps. */
export function* countActivities(db: ReadDb, communityId: CommunityId): Steps<number> {
  const ofRange = statement<{ n: number }>(
    db,
    `SELECT coalesce(sum(activities), 0) AS n FROM member_days
     WHERE community_id = ? AND member_id > ? AND member_id <= ?`,
  );
  let activities = 0;
  for (const { after, to } of memberRanges(db, communityId, MEMBERS_A_STEP_OF_TOTALS)) {
    activities += ofRange.get(communityId, after, to)?.n ?? 0;
    yield;
  }
  return activities;
}

/** What the activities of a community amount to. */
export interface ActivityTotals {
  /** People who acted or were addressed: somebody who never spoke counts. */
  readonly members: number;
  readonly activities: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
}

/** Where counting ends: an instant, and the local day it falls on. Both are included. */
export interface Until {
  readonly at: Instant;
  readonly day: number;
}

const NO_END: Until = { at: Number.MAX_SAFE_INTEGER, day: Number.MAX_SAFE_INTEGER };

const MEMBERS_A_STEP_OF_TOTALS = 1_000;

/** People's accounts of a range that acted or were addressed by then. */
const MET_MEMBERS = `FROM members m
  WHERE +m.community_id = @communityId AND m.id > @after AND m.id <= @to AND m.is_bot = 0
    AND (m.ended_how IS NOT 'spam' OR m.ended_at > @at) AND (
    EXISTS (SELECT 1 FROM member_days d WHERE d.community_id = @communityId AND d.member_id = m.id
              AND d.day <= @day)
    OR EXISTS (SELECT 1 FROM activities a
               WHERE a.community_id = @communityId AND a.target_member_id = m.id AND a.target_member_id IS NOT NULL
                 AND a.at <= @at))`;

/** How many accounts of `MET_MEMBERS` are further accounts of somebody who is among them already. */
function countedAgain(db: ReadDb, communityId: CommunityId, until: Until): number {
  const isMet = statement(db, `SELECT 1 ${MET_MEMBERS}`);
  let again = 0;
  for (const accounts of accountsByPerson(readLinkedPersons(db, communityId)).values()) {
    const met = accounts.filter((id) => isMet.get({ communityId, ...until, after: id - 1, to: id }) !== undefined);
    again += Math.max(0, met.length - 1);
  }
  return again;
}

/** Totals of a community, in steps. Bots, accounts removed as spam by then, and what both did are left out. */
export function* countActivityTotals(
  db: ReadDb,
  communityId: CommunityId,
  until: Until = NO_END,
): Steps<ActivityTotals> {
  const people = statement<{ n: number }>(db, `SELECT count(*) AS n ${MET_MEMBERS}`);
  const acts = statement<{ n: number }>(
    db,
    `SELECT coalesce(sum(activities), 0) AS n FROM member_days
     WHERE community_id = @communityId AND member_id > @after AND member_id <= @to AND day <= @day
       AND member_id NOT IN (
         SELECT id FROM members WHERE +community_id = @communityId AND id > @after AND id <= @to
           AND (is_bot = 1 OR (ended_at <= @at AND ended_how = 'spam')))`,
  );
  let members = 0;
  let activities = 0;
  for (const range of memberRanges(db, communityId, MEMBERS_A_STEP_OF_TOTALS)) {
    members += people.get({ communityId, ...until, ...range })?.n ?? 0;
    activities += acts.get({ communityId, ...until, ...range })?.n ?? 0;
    yield;
  }
  members -= countedAgain(db, communityId, until);
  // One look-up for each end: asked for both at once, SQLite reads the whole index.
  const span = statement<{ first: number | null; last: number | null }>(
    db,
    `SELECT (SELECT min(at) FROM activities WHERE community_id = @communityId AND at <= @at) AS first,
       (SELECT max(at) FROM activities WHERE community_id = @communityId AND at <= @at) AS last`,
  ).get({ communityId, at: until.at });
  return { members, activities, firstAt: span?.first ?? null, lastAt: span?.last ?? null };
}

/**
 * When the members of the community joined, by member number; only those of whom it is known. Who linked several accounts
 * joined with the first.
 */
export function readJoinedAt(db: ReadDb, communityId: CommunityId): Map<number, Instant> {
  const rows = statement<{ id: number; joined_at: number }>(
    db,
    `SELECT id, joined_at FROM members
     WHERE community_id = ? AND joined_at IS NOT NULL AND is_bot = 0 AND server IS NULL`,
  ).all(communityId);
  const joined = new Map(rows.map((row) => [row.id, row.joined_at]));
  for (const [account, person] of readLinkedPersons(db, communityId)) {
    const own = joined.get(account);
    if (own !== undefined) joined.set(person, Math.min(own, joined.get(person) ?? own));
    if (account !== person) joined.delete(account);
  }
  return joined;
}

/** Accounts that are no people of this community. */
function botsAndGuests(db: ReadDb, communityId: CommunityId): ReadonlySet<number> {
  const ids = db
    .prepare('SELECT id FROM members WHERE community_id = ? AND (is_bot = 1 OR server IS NOT NULL)')
    .pluck()
    .all(communityId) as number[];
  return new Set(ids);
}
