import type { RemoteId } from '../../../../shared/domain/ids.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemoteReport } from '../platform.ts';
import { type Offer, offersOf } from './choose-actions.ts';
import { claimantOf } from './claim.ts';
import { decodeReviewable, targetIdOf } from './decode-reviewable.ts';
import { getOrNull } from './get-or-null.ts';
import { idOrNull, SideLoads } from './side-loads.ts';
import { plainStanding } from './standing.ts';
import { readStanding } from './standings.ts';

/** A reviewable right before something is done to it. */
export interface ReviewableNow {
  readonly version: number;
  readonly isPending: boolean;
  readonly topicId: string | null;
  readonly claimant: string | null;
  readonly offers: readonly Offer[];
}

/**
 * The report as it stands now, with how its author stands. Null where the site says that there is none; that covers a category
 * that this account may no longer see.
 */
export async function readReviewable(
  http: HttpClient,
  remoteId: RemoteId,
  signal: AbortSignal,
): Promise<RemoteReport | null> {
  const body = await getOrNull(http, reviewPath(remoteId), signal);
  if (body === null) return null;
  const targetId = decodeAnswer(body, (answer) => targetIdOf(answer.at('reviewable')));
  const standing = targetId === null ? plainStanding : await readStanding(http, targetId, signal);
  const standingOf = (id: RemoteId) => (id === targetId ? standing : plainStanding);
  const context = { sides: new SideLoads(body), standingOf, base: http.base };
  return decodeAnswer(body, (answer, raw) =>
    decodeReviewable(answer.at('reviewable'), (raw as { reviewable?: unknown }).reviewable, context),
  );
}

/** What has to be known to act on it. Rejects with `not-found` where there is none. */
export async function readReviewableNow(
  http: HttpClient,
  remoteId: RemoteId,
  signal: AbortSignal,
): Promise<ReviewableNow> {
  const body = await getOrNull(http, reviewPath(remoteId), signal);
  if (body === null) throw new PlatformError('not-found', { status: 404 });
  return decodeAnswer(body, (answer) => {
    const reviewable = answer.at('reviewable');
    const sides = new SideLoads(body);
    return {
      version: reviewable.at('version').number(),
      isPending: reviewable.at('status').number() === 0,
      topicId: idOrNull(reviewable.at('topic_id')),
      claimant: claimantOf(reviewable, sides),
      offers: offersOf(reviewable, sides),
    };
  });
}

function reviewPath(remoteId: RemoteId): string {
  return `/review/${encodeURIComponent(remoteId)}.json`;
}
