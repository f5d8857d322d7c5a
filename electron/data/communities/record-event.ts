import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { DataContext } from '../service/context.ts';
import { appendAuditEvent } from '../store/audit/append-event.ts';

type CommunityEventKind =
  | 'community.connected'
  | 'community.created'
  | 'community.changed'
  | 'community.disconnected'
  | 'community.erased';

/** Writes down what the person did with a community, inside the transaction that does it. Names and addresses stay out. */
export function recordCommunityEvent(context: DataContext, kind: CommunityEventKind, communityId: CommunityId): void {
  const { alias, device, tool } = context.actor();
  appendAuditEvent(context.write, { at: context.clock.now(), actor: alias, device, tool, kind, communityId });
}
