import { countsIn } from '../decode/counts.ts';
import { htmlToText } from '../decode/html-to-text.ts';
import { linkOrNull } from '../decode/link-or-null.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount } from '../platform.ts';

/** Counts of a person, by our names and the platform's. */
const counted = { posts: 'statuses_count', followers: 'followers_count', following: 'following_count' } as const;

/** Permission bits of a Mastodon role that make somebody part of the team: administrator, manage reports, manage users. */
const staffBits = (1 << 0) | (1 << 4) | (1 << 10);

/** An Admin::Account: what moderators see, with the public account inside. */
export function decodeAdminAccount(value: RemoteValue): RemoteAccount {
  const remoteId = value.at('id').id();
  const domain = value.at('domain').textOr(null);
  const shown = value.at('account');
  const profile = shown.isObject ? decodeAccount(shown) : null;
  const username = value.at('username').textOr('');
  const ownHandle = domain === null || domain === '' ? username : `${username}@${domain}`;
  return {
    remoteId,
    handle: profile === null || profile.handle === '' ? ownHandle : profile.handle,
    displayName: profile?.displayName ?? '',
    server: domain === '' ? null : domain,
    isBot: profile?.isBot ?? false,
    isStaff: isStaffRole(value.at('role')),
    state: adminState(value),
    joinedAt: value.at('created_at').instantOrNull() ?? profile?.joinedAt ?? null,
    url: profile?.url ?? null,
    counts: profile?.counts ?? {},
    profileText: profile?.profileText ?? '',
  };
}

/** A public Account, as it stands inside a post. Its moderation state is only hinted at. */
export function decodeAccount(value: RemoteValue): RemoteAccount {
  const handle = value.at('acct').textOr('');
  const at = handle.indexOf('@');
  return {
    remoteId: value.at('id').id(),
    handle,
    displayName: value.at('display_name').textOr(''),
    server: at === -1 ? null : handle.slice(at + 1),
    isBot: value.at('bot').flagOr(false),
    isStaff: value.at('roles').listOrNone().some(isStaffRole),
    state: publicState(value),
    joinedAt: value.at('created_at').instantOrNull(),
    url: linkOrNull(value.at('url').textOr(null)),
    counts: countsIn(value, counted),
    profileText: profileText(value),
  };
}

function isStaffRole(role: RemoteValue): boolean {
  // Before 4.0 a role was one word.
  const word = role.textOr(null);
  if (word !== null) return word === 'admin' || word === 'moderator';
  if (!role.isObject) return false;
  // GoToSocial's identifiers are words, and its moderators have no permission bit.
  if (/^(admin|moderator)$/.test(role.at('id').textOr(''))) return true;
  const permissions = role.at('permissions').numberOr(null);
  if (permissions !== null) return (permissions & staffBits) !== 0;
  return /^(admin|moderator|owner)$/i.test(role.at('name').textOr(''));
}

/** The gravest of the states an account can be in at once. */
function adminState(value: RemoteValue): RemoteAccount['state'] {
  if (value.at('suspended').flagOr(false)) return 'suspended';
  if (value.at('disabled').flagOr(false)) return 'disabled';
  if (value.at('silenced').flagOr(false)) return 'silenced';
  if (value.at('sensitized').flagOr(false)) return 'sensitive';
  return value.at('approved').flagOr(true) ? 'active' : 'pending';
}

function publicState(value: RemoteValue): RemoteAccount['state'] {
  if (value.at('suspended').flagOr(false)) return 'suspended';
  return value.at('limited').flagOr(false) ? 'silenced' : 'active';
}

function profileText(value: RemoteValue): string {
  const lines = [htmlToText(value.at('note').textOr(''))];
  for (const field of value.at('fields').listOrNone()) {
    if (!field.isObject) continue;
    lines.push(`${field.at('name').textOr('')}: ${htmlToText(field.at('value').textOr(''))}`);
  }
  return lines.filter((line) => line !== '').join('\n');
}
