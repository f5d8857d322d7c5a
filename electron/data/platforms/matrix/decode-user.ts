import type { Instant } from '../../../../shared/domain/ids.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount } from '../platform.ts';
import { localpartOf, serverOf } from './matrix-id.ts';

/** Later than any second and earlier than any millisecond since 1973: tells the two apart. */
const secondsEnd = 100_000_000_000;

/**
 * A user as Synapse's admin interface shows it, alone or in a list. The list leaves out whether somebody is suspended: only
 * the answer about one user tells every state.
 */
export function decodeUser(value: RemoteValue): RemoteAccount {
  const id = value.at('name').id();
  return {
    ...namedAlone(id, serverOf(id)),
    // Somebody may have none, and who was erased has none any more; programs show the id then.
    displayName: value.at('displayname').textOr('') || localpartOf(id),
    isBot: value.at('user_type').textOr('') === 'bot' || !value.at('appservice_id').isMissing,
    isStaff: readFlag(value.at('admin'), false),
    state: stateOf(value),
    joinedAt: readTime(value.at('creation_ts')),
  };
}

/** All there is to know of somebody on another server, or of somebody this server no longer knows. */
export function accountFromId(id: string, ownServer: string): RemoteAccount {
  return { ...namedAlone(id, ownServer), isUnknown: true };
}

function namedAlone(id: string, ownServer: string): RemoteAccount {
  const server = serverOf(id);
  return {
    remoteId: id,
    handle: id,
    displayName: localpartOf(id),
    server: server === ownServer || server === '' ? null : server,
    isBot: false,
    isStaff: false,
    state: 'active',
    joinedAt: null,
    url: null,
    counts: {},
    profileText: '',
  };
}

/** A time of Synapse's: `creation_ts` is milliseconds in lists and seconds in the answer about one user. */
export function readTime(value: RemoteValue): Instant | null {
  const time = value.numberOr(null);
  if (time === null || time <= 0) return null;
  return Math.round(time < secondsEnd ? time * 1000 : time);
}

/** Yes or no, which older versions write as their databases do: 1 and 0. */
export function readFlag(value: RemoteValue, otherwise: boolean): boolean {
  const number = value.numberOr(null);
  return number === null ? value.flagOr(otherwise) : number !== 0;
}

/** A locked account can do nothing at all, a suspended one can still read: the graver is shown. */
function stateOf(value: RemoteValue): RemoteAccount['state'] {
  if (readFlag(value.at('deactivated'), false) || readFlag(value.at('locked'), false)) return 'disabled';
  if (readFlag(value.at('suspended'), false)) return 'suspended';
  if (readFlag(value.at('shadow_banned'), false)) return 'silenced';
  return readFlag(value.at('approved'), true) ? 'active' : 'pending';
}
