import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { chooseActions } from './choose-actions.ts';
import { claimTopic, explainRefusal } from './claim-report.ts';
import { readReviewableNow } from './read-reviewable.ts';
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
    const perform = () => http.send({ method: 'PUT', path, signal });
    try {
      const { body } = await perform().catch((error) => claimFirst(http, { id, error }, perform, signal));
      version = versionAfter(body) ?? version + 1;
    } catch (error) {
      throw await explainRefusal(http, { id, now, error }, signal);
    }
  }
}

/**
 * Some sites let nobody act on what they have not claimed, end the claim with every call, and say so in the reader's language (422).
 * What nobody holds is then claimed, and the call, which was turned away before anything happened, made as it was. Anything else
 * stays the error it is.
 */
async function claimFirst<Answer>(
  http: HttpClient,
  { id, error }: { readonly id: string; readonly error: unknown },
  perform: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  if (!(error instanceof PlatformError) || error.status !== 422 || error.mayHaveArrived) throw error;
  const since = await readReviewableNow(http, id, signal);
  if (since.claimant !== null || since.topicId === null) throw error;
  try {
    await claimTopic(http, since.topicId, signal);
  } catch (claiming) {
    // No claims here: then it was something else.
    if (claiming instanceof PlatformError && claiming.code === 'forbidden') throw error;
    throw claiming;
  }
  return perform();
}

function versionAfter(body: unknown): number | null {
  const answer = new RemoteValue(body);
  const result = answer.isObject ? answer.at('reviewable_perform_result') : answer;
  return result.isObject ? result.at('version').numberOr(null) : null;
}
