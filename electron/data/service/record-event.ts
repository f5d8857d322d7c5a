import type { CommunityId } from '../../../shared/domain/ids.ts';
import { appendAuditEvent } from '../store/audit/append-event.ts';
import type { Json } from '../store/audit/canonical-json.ts';
import type { DataContext } from './context.ts';

/** What the person at this device did that is about no case. Cases have events of their own. */
export type EventKind =
  | 'community.connected'
  | 'community.created'
  | 'community.changed'
  | 'community.disconnected'
  | 'community.erased'
  | 'import.started'
  | 'import.finished'
  | 'import.cancelled'
  | 'import.failed'
  | 'activities.exported'
  | 'record.saved'
  | 'record.removed'
  | 'record.restored'
  | 'records.imported'
  | 'records.keeping-set'
  | 'records.erased-by-age'
  | 'space.changed'
  | 'report.exported'
  | 'identity.question-saved'
  | 'identity.imported'
  | 'identity.asked-corrected'
  | 'identity.withdrawn'
  | 'identity.exported'
  | 'identity.erased'
  | 'identity.threshold-raised'
  | 'identity.minimum-age-set';

/**
 * Writes it down inside the transaction that does it. The payload holds states, formats and counts of lines; never a name,
 * an address, a path or a count of people.
 */
export function recordEvent(
  context: Pick<DataContext, 'write' | 'clock' | 'actor'>,
  kind: EventKind,
  communityId: CommunityId | null,
  payload: Json = null,
): void {
  const { alias, device, tool } = context.actor();
  appendAuditEvent(context.write, { at: context.clock.now(), actor: alias, device, tool, kind, communityId, payload });
}
