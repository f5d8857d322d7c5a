import { type ServerPages, serverPagesOf } from '../../../../shared/domain/server-pages.ts';
import type { DetectedServer } from '../../../../shared/ipc/topics/communities.ts';

/** Rights by the platform's own names: those without which nothing works, and those for more. */
export interface WantedRights {
  readonly needed: readonly string[];
  readonly more: readonly string[];
  /** What a sign-in in the browser asks for, where that is written otherwise than all of these. */
  readonly asked?: readonly string[];
}

const none: WantedRights = { needed: [], more: [] };

/** GoToSocial calls them by the same names. */
const onMastodon: readonly string[] = [
  'admin:read:reports',
  'admin:write:reports',
  'admin:read:accounts',
  'admin:write:accounts',
  'read:accounts',
];

/** One for all reading, since figures want the whole of it; on Mastodon from 4.3 on `profile` instead of the last. */
const askedOnMastodon: readonly string[] = [
  'admin:read',
  'admin:write:reports',
  'admin:write:accounts',
  'read:statuses',
  'read:accounts',
];

const onMisskey: WantedRights = {
  needed: [
    'read:account',
    'read:admin:abuse-user-reports',
    'write:admin:resolve-abuse-user-report',
    'write:admin:suspend-user',
    'write:admin:unsuspend-user',
    'write:notes',
  ],
  more: ['read:admin:show-user'],
};
const onSharkey: readonly string[] = ['write:admin:silence-user', 'write:admin:unsilence-user'];

const rights: Readonly<Record<ServerPages, WantedRights>> = {
  mastodon: { needed: onMastodon, more: ['admin:read', 'read:statuses'], asked: askedOnMastodon },
  gotosocial: { needed: onMastodon, more: ['read:statuses'], asked: askedOnMastodon },
  // No narrower scope covers the review queue.
  discourse: { needed: ['Global'], more: [] },
  // These three know no rights on a token: it may do what the account may.
  lemmy: none,
  nodebb: none,
  matrix: none,
  misskey: onMisskey,
};

/** The least rights that do the work on a server, and those that add figures and context. */
export function wantedRights(server: Pick<DetectedServer, 'platform' | 'software'>): WantedRights {
  const usual = rights[serverPagesOf(server.platform, server.software)];
  return server.software === 'sharkey' ? { ...usual, needed: [...usual.needed, ...onSharkey] } : usual;
}
