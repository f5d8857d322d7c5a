import type { HttpClient } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { tell } from './ask.ts';
import { actionsOf } from './permissions.ts';

/**
 * Carries out one call in one request. What the software can't do is refused here, before anything leaves. A report that is
 * resolved already is resolved anew by Misskey, with another resolver: who calls has read it right before.
 */
export async function performAction(
  http: HttpClient,
  software: string,
  call: ActionCall,
  signal: AbortSignal,
): Promise<void> {
  const action = actionsOf(software).find(({ kind }) => kind === call.kind);
  if (!action) throw new PlatformError('refused');
  await tell(http, action.endpoint, action.body(call), signal);
}
