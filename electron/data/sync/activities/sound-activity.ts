import type { Instant } from '../../../../shared/domain/ids.ts';
import type { RemoteActivity } from '../../platforms/platform.ts';

const longestText = 512;
const earliest = Date.UTC(1990, 0);
/** A server's clock may be a little ahead, in milliseconds. */
const aheadMs = 48 * 60 * 60_000;

/** True when an activity can be stored as it is; what a broken server made of one is set aside. */
export function isSoundActivity(activity: RemoteActivity, now: Instant): boolean {
  const { remoteId, kind, memberRemoteId, memberHandle, at, space, threadRemoteId, parentRemoteId, accountEnd } =
    activity;
  const endedAt = accountEnd?.at ?? null;
  return (
    isText(remoteId) &&
    ['joined', 'posted', 'replied', 'reacted'].includes(kind) &&
    isText(memberRemoteId) &&
    typeof memberHandle === 'string' &&
    memberHandle.length <= longestText &&
    Number.isSafeInteger(at) &&
    at >= earliest &&
    at <= now + aheadMs &&
    (endedAt === null || (Number.isSafeInteger(endedAt) && endedAt >= earliest && endedAt <= now + aheadMs)) &&
    [space, threadRemoteId, parentRemoteId].every((one) => one === null || isText(one))
  );
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && text.length > 0 && text.length <= longestText;
}
