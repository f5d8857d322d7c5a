/** Reading everything a moderator may, because measures want the whole of it; writing no more than reports and accounts. */
const always = ['admin:read', 'admin:write:reports', 'admin:write:accounts', 'read:statuses'] as const;

/** The scopes to ask for. `profile` is enough to know oneself since Mastodon 4.3; others want `read:accounts`. */
export function wantedScopes(supported: readonly string[] | null): string {
  const self = supported?.includes('profile') === true ? 'profile' : 'read:accounts';
  return [...always, self].join(' ');
}
