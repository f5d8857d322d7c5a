import type { ActionKind } from '../../../../shared/domain/action.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { movedOn } from './report-version.ts';

/** What Discourse's own pages send for "forever"; there is no penalty without an end. */
const forever = '3000-01-01T00:00:00.000Z';
const longestReason = 300;
/** Discourse wants a reason of at least one character. */
const noReason = '-';

const penalties: Partial<Record<ActionKind, { readonly path: string; readonly until: string }>> = {
  'account.silence': { path: 'silence', until: 'silenced_till' },
  'account.suspend': { path: 'suspend', until: 'suspend_until' },
};
const reliefs: Partial<Record<ActionKind, string>> = {
  'account.undo-silence': 'unsilence',
  'account.undo-suspend': 'unsuspend',
};

/**
 * Puts a penalty on an account or takes it away. Answers false for what is neither. The person can read the reason of either
 * penalty and anybody that of a suspension, on the profile: words for the person leave only when they are to be told.
 */
export async function sanctionAccount(http: HttpClient, call: ActionCall, signal: AbortSignal): Promise<boolean> {
  const user = `/admin/users/${encodeURIComponent(call.targetRemoteId)}`;
  const penalty = penalties[call.kind];
  const relief = reliefs[call.kind];
  if (relief !== undefined) await http.send({ method: 'PUT', path: `${user}/${relief}.json`, signal });
  if (penalty === undefined) return relief !== undefined;
  const text = call.notify ? call.text.trim() : '';
  const json = {
    [penalty.until]: forever,
    reason: text === '' ? noReason : text.slice(0, longestReason),
    // A message is sent by mail; without one nothing is.
    ...(text !== '' && { message: text }),
  };
  try {
    await http.send({ method: 'PUT', path: `${user}/${penalty.path}.json`, json, signal });
  } catch (error) {
    // The account has that penalty already: somebody was faster, and their reason and end stay.
    throw error instanceof PlatformError && error.status === 409 ? movedOn() : error;
  }
  return true;
}
