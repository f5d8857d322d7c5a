import type { HttpClient } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import { addNote } from './add-note.ts';
import { claimReport, letGoOfReport } from './claim-report.ts';
import { removePost } from './remove-post.ts';
import { resolveReport } from './resolve-report.ts';
import { sanctionAccount } from './sanction-account.ts';

/** Carries out one call, once. What Discourse can't do is refused here, before anything leaves. */
export async function performAction(
  http: HttpClient,
  call: ActionCall,
  ownHandle: string | null,
  signal: AbortSignal,
): Promise<void> {
  switch (call.kind) {
    case 'report.resolve':
      return resolveReport(http, call, signal);
    case 'report.assign':
      return claimReport(http, call, ownHandle, signal);
    case 'report.unassign':
      return letGoOfReport(http, call, ownHandle, signal);
    case 'report.note':
      return addNote(http, call, signal);
    case 'post.remove':
    case 'post.restore':
      return removePost(http, call.targetRemoteId, call.kind === 'post.remove' ? 'remove' : 'restore', signal);
    default:
      if (!(await sanctionAccount(http, call, signal))) throw new PlatformError('refused');
  }
}
