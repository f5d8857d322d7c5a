import { countsIn } from '../decode/counts.ts';
import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount } from '../platform.ts';

/** Counts of a person, by our names and the platform's. */
const counted = { posts: 'notesCount', followers: 'followersCount', following: 'followingCount' } as const;

/**
 * A User as it stands in reports and notes: detailed, or with little more than its name. Texts are plain there, no HTML.
 * `origin` is the server's own.
 */
export function decodeUser(value: RemoteValue, origin: string): RemoteAccount {
  const server = value.at('host').textOr(null);
  const username = value.at('username').textOr('');
  return {
    remoteId: value.at('id').id(),
    handle: userHandle(value),
    displayName: value.at('name').textOr(''),
    server: server === '' ? null : server,
    isBot: value.at('isBot').flagOr(false),
    isStaff: isStaff(value),
    state: userState(value),
    joinedAt: value.at('createdAt').instantOrNull(),
    url: linkOrNull(value.at('url').textOr(null) ?? ownPage(origin, server, username)),
    counts: countsIn(value, counted),
    profileText: profileText(value),
  };
}

/** "name" for the server's own members, "name@server" for others. */
export function userHandle(value: RemoteValue): string {
  const username = value.at('username').textOr('');
  const server = value.at('host').textOr('');
  return server === '' ? username : `${username}@${server}`;
}

function ownPage(origin: string, server: string | null, username: string): string {
  const handle = server === null || server === '' ? username : `${username}@${server}`;
  return `${origin}/@${encodeURIComponent(handle).replace('%40', '@')}`;
}

/** The gravest of the states an account can be in at once. */
function userState(value: RemoteValue): RemoteAccount['state'] {
  if (value.at('isSuspended').flagOr(false)) return 'suspended';
  return value.at('isSilenced').flagOr(false) ? 'silenced' : 'active';
}

function isStaff(value: RemoteValue): boolean {
  if (value.at('isAdmin').flagOr(false) || value.at('isModerator').flagOr(false)) return true;
  return value
    .at('roles')
    .listOrNone()
    .some(
      (role) => role.isObject && (role.at('isModerator').flagOr(false) || role.at('isAdministrator').flagOr(false)),
    );
}

function profileText(value: RemoteValue): string {
  const lines = [value.at('description').textOr('')];
  for (const field of value.at('fields').listOrNone()) {
    if (field.isObject) lines.push(`${field.at('name').textOr('')}: ${field.at('value').textOr('')}`);
  }
  return lines.filter((line) => line !== '').join('\n');
}
