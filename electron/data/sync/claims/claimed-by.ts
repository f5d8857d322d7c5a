import type { Community } from '../../../../shared/domain/community.ts';
import type { DataContext } from '../../service/context.ts';
import type { ClaimedBy } from '../../store/told-claims/queries.ts';

/** One that is let go or decided at once needs no telling, and servers write every taking into a log. */
export const usualTellAfterMs = 5_000;

/** In whose name cases of the community are held here. Null where its server has no way to show that somebody has a report. */
export function claimedBy(
  context: Pick<DataContext, 'actor'>,
  community: Community,
  tellAfterMs = usualTellAfterMs,
): ClaimedBy | null {
  if (community.capabilities?.assign !== true || community.accountHandle === null) return null;
  const { id: communityId, accountHandle: handle } = community;
  return { communityId, device: context.actor().device, handle, tellAfterMs };
}
