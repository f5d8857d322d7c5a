import type { ActionKind } from '../../../../shared/domain/action.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { type ActionCall, PlatformError, type RemoteAccount } from '../platform.ts';
import { adminPath } from './admin-path.ts';
import type { AdminReader } from './admin-reader.ts';
import { serverOf } from './matrix-id.ts';

type Change = Pick<HttpRequest, 'path' | 'json'>;

const changes: Partial<Record<ActionKind, (userId: string) => Change>> = {
  'account.suspend': (userId) => suspension(userId, true),
  'account.undo-suspend': (userId) => suspension(userId, false),
  'account.disable': (userId) => lock(userId, true),
  'account.undo-disable': (userId) => lock(userId, false),
};

/**
 * Carries out one call, once. The account is read right before: locking goes through the call that also makes accounts, and
 * would make one where there is none. Nothing has been changed when that reading fails.
 */
export async function performAction(
  http: HttpClient,
  reader: AdminReader,
  call: ActionCall,
  signal: AbortSignal,
): Promise<void> {
  const change = changes[call.kind];
  if (!change) throw new PlatformError('refused');
  const self = await reader.whoAmI(signal);
  const userId = call.targetRemoteId;
  if (serverOf(userId) !== serverOf(self)) throw new PlatformError('refused', { reason: 'not_a_local_user' });
  // Locking oneself would end this very sign-in, and nobody could take it back from here.
  if (userId === self) throw new PlatformError('refused', { reason: 'own_account' });
  const account = await reader.account(userId, signal);
  if (!account) throw new PlatformError('not-found', { reason: 'M_NOT_FOUND' });
  checkShows(call.kind, account);
  await http.send({ method: 'PUT', ...change(userId), signal });
}

/** A locked account reads as locked whether it is suspended or not: nobody could confirm that the suspension came about. */
function checkShows(kind: ActionKind, account: RemoteAccount): void {
  const isHidden = kind === 'account.suspend' && account.state === 'disabled';
  if (isHidden) throw new PlatformError('refused', { reason: 'account_locked' });
}

function suspension(userId: string, suspend: boolean): Change {
  return { path: `${adminPath}/v1/suspend/${encodeURIComponent(userId)}`, json: { suspend } };
}

function lock(userId: string, locked: boolean): Change {
  return { path: `${adminPath}/v2/users/${encodeURIComponent(userId)}`, json: { locked } };
}
