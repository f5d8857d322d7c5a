import type { CommunityId, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A member, or why a name stands for none: nobody has it, more than one does, or an automated account alone. */
export type FoundMember = MemberId | 'unknown' | 'ambiguous' | 'bot';
export type MemberFinder = (name: string) => FoundMember;

interface NamedRow {
  readonly id: MemberId;
  readonly remote_id: string;
  readonly handle: string;
  readonly server: string | null;
  readonly is_bot: number;
}

/**
 * Finds members of a community by what a person or a file would write: the id the platform gave, or the handle, with or
 * without "@" and server. Never by display name, which anybody may copy. Bots are nobody, unless it is they who are looked
 * for.
 *
 * The case of letters tells nobody apart: Mastodon, Discourse, Lemmy and NodeBB give a name once, whatever its case, and
 * people and phones write it as they like. Ids in files can differ in nothing but their case, so the very spelling counts
 * first where somebody has it.
 *
 * Everybody is read once, when a spelling is nobody's; who was added since is read before every later look.
 */
export function memberFinder(
  db: ReadDb,
  communityId: CommunityId,
  { withBots = false }: { readonly withBots?: boolean } = {},
): MemberFinder {
  const people = withBots ? '' : 'AND is_bot = 0';
  const bySpelling = statement<{ id: MemberId }>(
    db,
    `SELECT id FROM members WHERE community_id = @communityId AND remote_id = @name ${people}
     UNION
     SELECT id FROM members WHERE community_id = @communityId AND handle = @handle AND handle <> '' ${people}
     LIMIT 2`,
  );
  const addedSince = statement<NamedRow>(
    db,
    `SELECT id, remote_id, handle, server, is_bot FROM members WHERE +community_id = ? AND id > ? ORDER BY id`,
  );
  const known = new Map<string, MemberId | 'ambiguous'>();
  const bots = new Set<string>();
  let last = 0;

  function learn(name: string, { id, is_bot: isBot }: NamedRow): void {
    if (isBot === 1 && !withBots) bots.add(name);
    else known.set(name, known.has(name) && known.get(name) !== id ? 'ambiguous' : id);
  }
  function learnWhoWasAdded(): void {
    for (const row of addedSince.iterate(communityId, last)) {
      last = row.id;
      learn(plainName(row.remote_id), row);
      if (row.handle === '') continue;
      learn(plainName(row.handle), row);
      if (row.server) learn(plainName(`${row.handle}@${row.server}`), row);
    }
  }

  return (written) => {
    const name = written.trim();
    const [only, other] = bySpelling.all({ communityId, name, handle: name.replace(/^@/, '') });
    if (only) return other ? 'ambiguous' : only.id;
    learnWhoWasAdded();
    const plain = plainName(name);
    return known.get(plain) ?? (bots.has(plain) ? 'bot' : 'unknown');
  };
}

/** One spelling for one name: without "@" and case, and with accents written one way. */
function plainName(name: string): string {
  return name.trim().replace(/^@/, '').normalize('NFC').toLowerCase();
}
