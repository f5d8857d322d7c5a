import { countsIn } from '../decode/counts.ts';
import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount } from '../platform.ts';
import { addressOf, fullName, numberId, timeOf } from './decode-parts.ts';
import { objectRemoteId } from './remote-ids.ts';

/** What a view says of a person beside the person itself. */
export interface Standing {
  readonly isBanned: boolean;
  readonly isBannedHere: boolean;
  readonly isStaff: boolean;
}

export const unknownStanding: Standing = { isBanned: false, isBannedHere: false, isStaff: false };

/**
 * A Person. Banned from the server is `suspended`; banned from the community the report is about is `silenced`, as that is
 * what the two actions are called here.
 */
export function decodePerson(
  person: RemoteValue,
  standing: Standing,
  counts: RemoteAccount['counts'] = countsOf(person),
): RemoteAccount {
  const { handle, server } = fullName(person);
  return {
    remoteId: String(numberId(person.at('id'))),
    handle,
    displayName: person.at('display_name').textOr(''),
    server,
    isBot: person.at('bot_account').flagOr(false),
    isStaff: standing.isStaff,
    state: stateOf(standing),
    joinedAt: timeOf(person, 'published').instantOrNull(),
    url: linkOrNull(addressOf(person)),
    counts,
    profileText: person.at('bio').textOr(''),
  };
}

/** Posts and comments: inside the person since 1.0, beside it before. */
export function countsOf(holder: RemoteValue): RemoteAccount['counts'] {
  return countsIn(holder, { posts: 'post_count', comments: 'comment_count' });
}

/** A community as the subject of a report: nobody's account, but what is complained about. `text` is how it was then. */
export function decodeCommunity(community: RemoteValue, text: string): RemoteAccount {
  const { handle, server } = fullName(community);
  return {
    remoteId: objectRemoteId('community', numberId(community.at('id'))),
    handle: `!${handle}`,
    displayName: community.at('title').textOr(''),
    server,
    isBot: false,
    isStaff: false,
    state: community.at('removed').flagOr(false) ? 'suspended' : 'active',
    joinedAt: timeOf(community, 'published').instantOrNull(),
    url: linkOrNull(addressOf(community)),
    counts: {},
    profileText: text,
  };
}

function stateOf({ isBanned, isBannedHere }: Standing): RemoteAccount['state'] {
  if (isBanned) return 'suspended';
  return isBannedHere ? 'silenced' : 'active';
}
