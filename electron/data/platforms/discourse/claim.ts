import type { RemoteValue } from '../decode/remote-value.ts';
import { idOrNull, type SideLoads } from './side-loads.ts';

/**
 * Handle of whoever holds the topic of a reviewable. Older versions name the user at once, newer ones a claim that names the
 * user, inside or beside the item. A claim that the site makes by itself while somebody looks is nobody's decision.
 */
export function claimantOf(reviewable: RemoteValue, sides: SideLoads): string | null {
  const inside = reviewable.at('claimed_by');
  if (inside.isObject) return nameIn(inside, sides);
  const id = reviewable.at('claimed_by_id');
  if (idOrNull(id) === null) return null;
  // Where claims stand in a list of their own, the number is the claim's and not the user's.
  const claim = sides.find('reviewable_claimed_topics', id) ?? sides.find('claimed_bies', id);
  if (claim) return nameIn(claim, sides);
  const type = sides.typeOf('claimed_by') ?? 'user';
  return sides.find(`${type}s`, id)?.at('username').textOr(null) ?? null;
}

function nameIn(claim: RemoteValue, sides: SideLoads): string | null {
  if (claim.at('automatic').flagOr(false) || claim.at('system').flagOr(false)) return null;
  const named = claim.at('username').textOr(null);
  if (named !== null) return named;
  const user = claim.at('user');
  if (user.isObject) return user.at('username').textOr(null);
  return sides.find('users', claim.at('user_id'))?.at('username').textOr(null) ?? null;
}
