import type { CaseId, CommunityId } from '../../../shared/domain/ids.ts';
import type { DataContext } from '../service/context.ts';
import { appendAuditEvent } from '../store/audit/append-event.ts';

export type EventDetail = Readonly<Record<string, string | number | boolean | null>>;

/** What the case code needs of the context. */
export type CaseContext = Pick<DataContext, 'write' | 'clock' | 'actor' | 'newKey' | 'setting'>;

/** Everything that is written about a case in the audit log. Shown in the case's timeline under `caseEvents.<kind>`. */
export const caseEventKinds = [
  'case.opened',
  'case.claimed',
  'case.released',
  'case.claim-expired',
  'case.claimed-elsewhere',
  'case.waiting',
  'case.wait-ended',
  'case.escalated',
  'case.reopened',
  'case.merged',
  'case.category-corrected',
  'case.harm-said',
  'case.legal-hold',
  'case.note',
  'note.sent',
  'note.failed',
  'case.decided',
  'case.decision-undone',
  'case.decided-elsewhere',
  'case.void',
  'report.joined',
  'report.revived',
  'report.resolved-elsewhere',
  'report.gone',
  'report.note',
  'action.applied',
  'action.failed',
  'conflict.found',
  'conflict.settled',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

interface EventTarget {
  readonly communityId: CommunityId;
  readonly caseId: CaseId;
}

/** Writes down what the person at this device did, inside the transaction that does it. */
export function recordOwnEvent(
  context: Pick<CaseContext, 'write' | 'clock' | 'actor'>,
  kind: CaseEventKind,
  target: EventTarget,
  detail: EventDetail = {},
): void {
  const { alias, device, tool } = context.actor();
  appendAuditEvent(context.write, {
    at: context.clock.now(),
    actor: alias,
    device,
    tool,
    kind,
    communityId: target.communityId,
    caseId: target.caseId,
    payload: detail,
  });
}

/** Writes down what came from the platform or from the passing of time. */
export function recordOutsideEvent(
  context: Pick<CaseContext, 'write' | 'clock' | 'actor'>,
  kind: CaseEventKind,
  target: EventTarget,
  detail: EventDetail = {},
): void {
  const { device, tool } = context.actor();
  appendAuditEvent(context.write, {
    at: context.clock.now(),
    actor: 'platform',
    device,
    tool,
    kind,
    communityId: target.communityId,
    caseId: target.caseId,
    payload: detail,
  });
}
