import type { RemoteId } from '../../../../shared/domain/ids.ts';
import { countsIn } from '../decode/counts.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount } from '../platform.ts';
import { decodeStanding, type Standing } from './standing.ts';

/** Counts of a person, by our names and the platform's. */
const counted = { posts: 'post_count', topics: 'topic_count', daysVisited: 'days_visited' } as const;

/** A user as side-loaded: a name, and nothing of how they stand. */
export function decodeUser(user: RemoteValue, standing: Standing, base: string): RemoteAccount {
  const remoteId = user.at('id').id();
  const handle = user.at('username').text();
  return {
    remoteId,
    handle,
    displayName: user.at('name').textOr(''),
    server: null,
    isBot: isMachine(remoteId),
    isStaff: standing.isStaff,
    state: standing.state,
    joinedAt: standing.joinedAt,
    url: `${base}/u/${encodeURIComponent(handle)}`,
    counts: {},
    profileText: '',
  };
}

/** A user as the team sees it in full. */
export function decodeAdminUser(user: RemoteValue, base: string): RemoteAccount {
  const plain = decodeUser(user, decodeStanding(user), base);
  return { ...plain, state: fullState(plain.state, user), counts: countsIn(user, counted) };
}

/** The system and its bots have numbers below one. */
export function isMachine(userId: RemoteId): boolean {
  return Number(userId) < 1;
}

function fullState(state: RemoteAccount['state'], user: RemoteValue): RemoteAccount['state'] {
  if (state === 'suspended') return state;
  if (!user.at('active').flagOr(true)) return 'disabled';
  if (state === 'active' && !user.at('approved').flagOr(true)) return 'pending';
  return state;
}
