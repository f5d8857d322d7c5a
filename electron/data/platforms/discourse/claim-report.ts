import type { HttpClient } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { type ReviewableNow, readReviewableNow } from './read-reviewable.ts';
import { movedOn } from './report-version.ts';

/** Claims the topic that the reviewable stands in; everything else there is then ours to look at as well. */
export async function claimReport(
  http: HttpClient,
  call: ActionCall,
  ownHandle: string | null,
  signal: AbortSignal,
): Promise<void> {
  const { targetRemoteId: id } = call;
  const now = await readReviewableNow(http, id, signal);
  if (now.topicId === null) throw new PlatformError('refused', { reason: 'no-topic' });
  if (now.claimant !== null && now.claimant === ownHandle) return;
  try {
    await claimTopic(http, now.topicId, signal);
  } catch (error) {
    throw await explainRefusal(http, { id, now, error }, signal);
  }
}

/**
 * Gives the topic back that the reviewable stands in, with everything else there. Whoever else holds it keeps it: Discourse would
 * end any moderator's claim.
 */
export async function letGoOfReport(
  http: HttpClient,
  call: ActionCall,
  ownHandle: string | null,
  signal: AbortSignal,
): Promise<void> {
  const now = await readReviewableNow(http, call.targetRemoteId, signal);
  if (now.topicId === null || now.claimant === null || now.claimant !== ownHandle) return;
  await http.send({ method: 'DELETE', path: `/reviewable_claimed_topics/${now.topicId}.json`, signal });
}

/** Takes a topic. Rejects with a PlatformError, as a conflict where somebody has it. */
export async function claimTopic(http: HttpClient, topicId: string, signal: AbortSignal): Promise<void> {
  const json = { reviewable_claimed_topic: { topic_id: Number(topicId) } };
  await http.send({ method: 'POST', path: '/reviewable_claimed_topics.json', json, signal });
}

/**
 * Whoever loses a race is told so in one of several ways: the version conflicts (409), the action is no longer there (403),
 * somebody has claimed the topic (422). The texts are translated, so how things stand now has to tell which it was. Answers what
 * to throw.
 */
export async function explainRefusal(
  http: HttpClient,
  { id, now, error }: { readonly id: string; readonly now: ReviewableNow; readonly error: unknown },
  signal: AbortSignal,
): Promise<unknown> {
  if (!(error instanceof PlatformError) || error.mayHaveArrived) return error;
  if (error.status === 409) return movedOn();
  if (!['forbidden', 'not-found', 'refused'].includes(error.code)) return error;
  try {
    const since = await readReviewableNow(http, id, signal);
    const isSame =
      since.version === now.version && since.isPending === now.isPending && since.claimant === now.claimant;
    return isSame ? error : movedOn();
  } catch {
    return error;
  }
}
