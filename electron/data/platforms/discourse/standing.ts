import type { Instant } from '../../../../shared/domain/ids.ts';
import type { RemoteValue } from '../decode/remote-value.ts';

/** How an account stands with the team. The review queue says none of it; the team's own list of users does. */
export interface Standing {
  readonly state: 'active' | 'silenced' | 'suspended';
  readonly isStaff: boolean;
  readonly joinedAt: Instant | null;
}

/** Whoever stands in none of the team's lists. */
export const plainStanding: Standing = { state: 'active', isStaff: false, joinedAt: null };

/** The standing out of a user as the team sees it. A penalty's fields are there only while it lasts. */
export function decodeStanding(user: RemoteValue): Standing {
  return {
    state: penalty(user),
    isStaff: user.at('admin').flagOr(false) || user.at('moderator').flagOr(false),
    joinedAt: user.at('created_at').instantOrNull(),
  };
}

function penalty(user: RemoteValue): Standing['state'] {
  if (!user.at('suspended_till').isMissing) return 'suspended';
  return user.at('silenced').flagOr(false) || !user.at('silenced_till').isMissing ? 'silenced' : 'active';
}
