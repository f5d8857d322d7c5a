import { countsIn } from '../decode/counts.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount } from '../platform.ts';
import { idOrNull } from './decode-id.ts';
import { nameOf, plainText } from './plain-text.ts';

/** Counts of a person, by our names and the platform's. */
const counted = { posts: 'postcount', followers: 'followerCount', following: 'followingCount' } as const;

/** What is known apart from the account itself. */
export interface Around {
  readonly base: string;
  /** Ids of people who are known to be part of the team. */
  readonly team?: ReadonlySet<string>;
}

const teamGroups = ['administrators', 'Global Moderators'];

/** A user, whole or in the few fields that stand inside a post or a report. Null for guests and for who was deleted. */
export function decodeAccountOrNull(value: RemoteValue, around: Around): RemoteAccount | null {
  if (!value.isObject) return null;
  const remoteId = idOrNull(value.at('uid'));
  return remoteId === null ? null : decodeKnown(value, remoteId, around);
}

/** Stands in for an account that is gone, or for a guest, who has none: nothing can be done to it. */
export function missingAccount(remoteId: string | null, name: string): RemoteAccount {
  return {
    remoteId: remoteId ?? '0',
    handle: name === '' ? `uid-${remoteId ?? '0'}` : nameOf(name),
    displayName: '',
    server: null,
    isBot: false,
    isStaff: false,
    state: 'active',
    joinedAt: null,
    url: null,
    counts: {},
    profileText: '',
    isUnknown: true,
  };
}

function decodeKnown(value: RemoteValue, remoteId: string, around: Around): RemoteAccount {
  const handle = nameOf(value.at('username').textOr('')) || `uid-${remoteId}`;
  const shown = nameOf(value.at('displayname').textOr(''));
  const at = handle.lastIndexOf('@');
  const isLocal = /^\d+$/.test(remoteId);
  return {
    remoteId,
    handle,
    displayName: shown === handle ? '' : shown,
    server: isLocal || at < 1 ? null : handle.slice(at + 1),
    isBot: false,
    isStaff: around.team?.has(remoteId) === true || wearsTeamTitle(value),
    state: stateOf(value),
    joinedAt: positiveOrNull(value.at('joindate')),
    url: isLocal ? `${around.base}/uid/${remoteId}` : remoteId,
    counts: countsIn(value, counted),
    profileText: profileText(value),
  };
}

/** A ban outweighs a mute. */
function stateOf(value: RemoteValue): RemoteAccount['state'] {
  if (isTrue(value.at('banned'))) return 'suspended';
  return isTrue(value.at('muted')) ? 'silenced' : 'active';
}

/** Flags are true or false, or 1 or 0, by version and database. */
export function isTrue(value: RemoteValue): boolean {
  return value.flagOr(false) || value.numberOr(0) === 1;
}

/** Groups are not said here, only the titles that a person chose to wear. */
function wearsTeamTitle(value: RemoteValue): boolean {
  const titles = value.at('groupTitleArray').listOrNone();
  return titles.some((title) => teamGroups.includes(title.textOr('')));
}

function positiveOrNull(value: RemoteValue): number | null {
  const at = value.numberOr(0);
  return at > 0 ? at : null;
}

/** 4.11 writes "null" where a person wrote nothing about themselves. */
function profileText(value: RemoteValue): string {
  const about = value.at('aboutme').textOr('');
  return [about === 'null' ? '' : plainText(about), plainText(value.at('signature').textOr(''))]
    .filter((text) => text !== '')
    .join('\n');
}
