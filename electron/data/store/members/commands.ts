import type { CommunityId, Instant, MemberId } from '../../../../shared/domain/ids.ts';
import type { WriteDb } from '../db.ts';
import { indexText } from '../search/index-text.ts';
import { memberText } from '../search/searchable-text.ts';
import { statement } from '../statement.ts';
import type { MemberFacts } from './row.ts';

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

interface KnownMember {
  id: MemberId;
  handle: string;
  display_name: string;
}

/** Adds a member or writes down how the platform shows them now. Answers the id. Indexes the name when it changed. */
export function upsertMember(db: WriteDb, member: SeenMember): MemberId {
  const known = statement<KnownMember>(
    db,
    'SELECT id, handle, display_name FROM members WHERE community_id = ? AND remote_id = ?',
  ).get(member.communityId, member.remoteId);
  const id = known ? updateMember(db, known.id, member) : insertMember(db, member);
  if (known?.handle !== member.handle || known.display_name !== member.displayName) {
    const text = memberText(member);
    indexText(db, { kind: 'member', rowId: id, communityId: member.communityId, caseId: null, at: member.at, text });
  }
  return id;
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
       joined_at, first_seen_at, fetched_at, facts)
     VALUES (@communityId, @remoteId, @handle, @displayName, @server, @isBot, @isStaff, @accountState, @joinedAt,
       @at, @at, @facts)`,
  ).run(parameters(member));
  return Number(result.lastInsertRowid) as MemberId;
}

function updateMember(db: WriteDb, id: MemberId, member: SeenMember): MemberId {
  statement(
    db,
    `UPDATE members SET handle = @handle, display_name = @displayName, server = @server, is_bot = @isBot,
       is_staff = @isStaff, account_state = @accountState, joined_at = coalesce(@joinedAt, joined_at),
       fetched_at = @at, facts = @facts WHERE id = @id`,
  ).run({ ...parameters(member), id });
  return id;
}

function parameters(member: SeenMember): Record<string, unknown> {
  const { facts, isBot, isStaff, ...plain } = member;
  return { ...plain, isBot: Number(isBot), isStaff: Number(isStaff), facts: JSON.stringify(facts) };
}
