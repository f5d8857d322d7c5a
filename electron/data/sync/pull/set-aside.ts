import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { RejectedItem } from '../../platforms/platform.ts';
import { noteListed } from '../../store/reports/commands.ts';
import { keepUnread } from '../../store/unread/commands.ts';
import type { UnreadList } from '../../store/unread/row.ts';
import type { SyncTools } from '../tools.ts';

/** How long after an item could not be read it is asked for again: a server may have had a bad moment, in milliseconds. */
const firstTryAgainMs = 60 * 60_000;

/** Where the items of a page stood. */
export interface PagePlace {
  readonly list: UnreadList;
  /** Where the page began, as the connector takes it. */
  readonly cursor: string | null;
  /** The reading of the open list it belongs to; 0 for none. */
  readonly generation: number;
}

/**
 * Keeps the items of a page that could not be read, whole, inside the page's transaction. One that is known from an earlier
 * reading and still listed as open has not vanished.
 */
export function setAside(
  { context }: Pick<SyncTools, 'context'>,
  communityId: CommunityId,
  place: PagePlace,
  rejected: readonly RejectedItem[],
): void {
  const at = context.clock.now();
  const { cursor } = place;
  const items = rejected.map(({ position, problem, raw, remoteId = null }) => {
    const list = place.list === 'open-reports' && remoteId !== null ? 'reports' : place.list;
    return { list, position, problem, raw, remoteId, cursor } as const;
  });
  const { appVersion } = context;
  keepUnread(context.write, { communityId, at, appVersion, nextTryAt: at + firstTryAgainMs }, items);
  if (place.generation === 0) return;
  for (const { remoteId } of items) {
    if (remoteId !== null) noteListed(context.write, communityId, remoteId, place.generation);
  }
}
