import type { CommunityId, MemberId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';

/** A member, or why a name stands for none: nobody has it, or more than one. */
export type FoundMember = MemberId | 'unknown' | 'ambiguous';

/**
 * Finds members of a community by what a person or a file would write: the id the platform gave, or the handle, with or
 * without "@" and server, in any case. Never by display name, which anybody may copy. Bots are nobody.
 */
export function memberFinder(db: ReadDb, communityId: CommunityId): (name: string) => FoundMember {
  const rows = statement<{ id: MemberId; remote_id: string; handle: string; server: string | null }>(
    db,
    'SELECT id, remote_id, handle, server FROM members WHERE community_id = ? AND is_bot = 0',
  ).all(communityId);
  const names = new Map<string, FoundMember>();
  const learn = (name: string, id: MemberId): void => {
    const known = names.get(name);
    names.set(name, known === undefined || known === id ? id : 'ambiguous');
  };
  for (const { id, remote_id: remoteId, handle, server } of rows) {
    learn(plainName(remoteId), id);
    if (handle === '') continue;
    learn(plainName(handle), id);
    if (server) learn(`${plainName(handle)}@${server.toLowerCase()}`, id);
  }
  return (name) => names.get(plainName(name)) ?? 'unknown';
}

function plainName(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}
