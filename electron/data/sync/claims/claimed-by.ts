import type { Community } from '../../../../shared/domain/community.ts';
import type { DataContext } from '../../service/context.ts';
import type { ClaimedBy } from '../../store/told-claims/queries.ts';

/** In whose name cases of the community are held here. Null where its server has no way to show that somebody has a report. */
export function claimedBy(context: Pick<DataContext, 'actor'>, community: Community): ClaimedBy | null {
  if (community.capabilities?.assign !== true || community.accountHandle === null) return null;
  return { communityId: community.id, device: context.actor().device, handle: community.accountHandle };
}
