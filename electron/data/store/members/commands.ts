import type { CommunityId, Instant, MemberId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { type IndexedText, indexText } from '../search/index-text.ts';
import { memberText } from '../search/searchable-text.ts';
import { statement } from '../statement.ts';
import type { MemberFacts, MemberRow } from './row.ts';

export interface SeenMember {
  readonly communityId: CommunityId;
  readonly remoteId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly server: string | null;
  readonly isBot: boolean;
  readonly isStaff: boolean;
  readonly accountState: string;
  readonly joinedAt: Instant | null;
  readonly facts: MemberFacts;
  readonly at: Instant;
}

type KnownMember = Pick<
  MemberRow,
  | 'id'
  | 'handle'
  | 'display_name'
  | 'server'
  | 'bot_told'
  | 'is_staff'
  | 'account_state'
  | 'joined_at'
  | 'fetched_at'
  | 'facts'
>;

/**
 * While a list is read the same people are met again and again. Where all is as it was, a later time of reading alone is not
 * worth a write within this time, in milliseconds: the row of somebody met by chance costs a page of the file.
 */
const toldAgainAfterMs = 10 * 60_000;

/** Adds a member or writes down how the platform shows them now. Answers the id. Indexes the name when it changed. */
export function upsertMember(db: WriteDb, member: SeenMember): MemberId {
  const known = statement<KnownMember>(
    db,
    `SELECT id, handle, display_name, server, bot_told, is_staff, account_state, joined_at, fetched_at, facts
     FROM members WHERE community_id = ? AND remote_id = ?`,
  ).get(member.communityId, member.remoteId);
  if (!known) {
    const id = insertMember(db, member);
    indexText(db, nameOf(id, member));
    return id;
  }
  if (!isJustTold(known, member)) updateMember(db, known.id, member);
  if (known.handle !== member.handle || known.display_name !== member.displayName) {
    indexText(db, nameOf(known.id, member));
  }
  return known.id;
}

function isJustTold(known: KnownMember, member: SeenMember): boolean {
  const age = member.at - (known.fetched_at ?? 0);
  return (
    age >= 0 &&
    age < toldAgainAfterMs &&
    known.handle === member.handle &&
    known.display_name === member.displayName &&
    known.server === member.server &&
    known.bot_told === Number(member.isBot) &&
    known.is_staff === Number(member.isStaff) &&
    known.account_state === member.accountState &&
    (member.joinedAt === null || known.joined_at === member.joinedAt) &&
    known.facts === JSON.stringify(member.facts)
  );
}

function nameOf(id: MemberId, member: SeenMember): IndexedText {
  const { at, communityId } = member;
  return { kind: 'member', rowId: id, communityId, caseId: null, at, text: memberText(member) };
}

/**
 * Takes what another store told of a member. Whom a platform or an archive has told of here stays as they are; only a day of
 * joining that is not known is filled in.
 */
export function takeInMember(db: WriteDb, member: SeenMember): void {
  const { communityId, remoteId, joinedAt } = member;
  const known = statement(
    db,
    `UPDATE members SET joined_at = coalesce(joined_at, ?)
     WHERE community_id = ? AND remote_id = ? AND fetched_at IS NOT NULL`,
  ).run(joinedAt, communityId, remoteId);
  if (known.changes === 0) upsertMember(db, member);
}

function insertMember(db: WriteDb, member: SeenMember): MemberId {
  const result = statement(
    db,
    `INSERT INTO members (community_id, remote_id, handle, display_name, server, is_bot, is_staff, account_state,
       joined_at, first_seen_at, fetched_at, facts, bot_told)
     VALUES (@communityId, @remoteId, @handle, @displayName, @server, @isBot, @isStaff, @accountState, @joinedAt,
       @at, @at, @facts, @isBot)`,
  ).run(parameters(member));
  return Number(result.lastInsertRowid) as MemberId;
}

function updateMember(db: WriteDb, id: MemberId, member: SeenMember): void {
  statement(
    db,
    `UPDATE members SET handle = @handle, display_name = @displayName, server = @server, bot_told = @isBot,
       is_bot = max(@isBot, bot_marked), is_staff = @isStaff, account_state = @accountState, joined_at = coalesce(@joinedAt, joined_at),
       fetched_at = @at, facts = @facts WHERE id = @id`,
  ).run({ ...parameters(member), id });
}

function parameters(member: SeenMember): Record<string, unknown> {
  const { facts, isBot, isStaff, ...plain } = member;
  return { ...plain, isBot: Number(isBot), isStaff: Number(isStaff), facts: JSON.stringify(facts) };
}
