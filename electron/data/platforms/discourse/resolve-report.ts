import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { chooseActions } from './choose-actions.ts';
import { type ReviewableNow, readReviewableNow } from './read-reviewable.ts';
import { movedOn, serverVersionIn } from './report-version.ts';

/**
 * Closes a reviewable by one of the actions it offers. The number of the version goes along, and Discourse itself refuses when
 * somebody else was there in between, so that no colleague is ever overruled.
 *
 * Where post and user are handled apart it takes two calls. After the first alone nothing has happened to either, and the
 * reviewable is still pending: a stop in between leaves a line in its history and a new version number, by which the outbox
 * notices and asks a person.
 */
export async function resolveReport(http: HttpClient, call: ActionCall, signal: AbortSignal): Promise<void> {
  const { targetRemoteId: id } = call;
  const now = await readReviewableNow(http, id, signal);
  const expected = serverVersionIn(call.expectedVersion);
  if (!now.isPending || (expected !== null && expected !== now.version)) throw movedOn();
  const actions = chooseActions(now.offers, call.upheld);
  if (actions === null) throw new PlatformError('refused', { reason: 'no-fitting-action' });
  let { version } = now;
  for (const action of actions) {
    const path = `/review/${encodeURIComponent(id)}/perform/${action}.json?version=${version}`;
    try {
      const { body } = await http.send({ method: 'PUT', path, signal });
      version = versionAfter(body) ?? version + 1;
    } catch (error) {
      throw await explained(http, { id, now, error }, signal);
    }
  }
}

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
  const json = { reviewable_claimed_topic: { topic_id: Number(now.topicId) } };
  try {
    await http.send({ method: 'POST', path: '/reviewable_claimed_topics.json', json, signal });
  } catch (error) {
    throw await explained(http, { id, now, error }, signal);
  }
}

/**
 * Whoever loses a race is told so in one of several ways: the version conflicts (409), the action is no longer there (403),
 * somebody has claimed the topic (422). The texts are translated, so how things stand now has to tell which it was.
 */
async function explained(
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

function versionAfter(body: unknown): number | null {
  const answer = new RemoteValue(body);
  const result = answer.isObject ? answer.at('reviewable_perform_result') : answer;
  return result.isObject ? result.at('version').numberOr(null) : null;
}
