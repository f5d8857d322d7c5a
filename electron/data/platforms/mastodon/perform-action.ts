import type { ActionKind } from '../../../../shared/domain/action.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type ActionCall, PlatformError } from '../platform.ts';
import type { Flavour } from './flavour.ts';

type Form = readonly (readonly [string, string])[];

const reportEndpoints: Partial<Record<ActionKind, string>> = {
  'report.assign': 'assign_to_self',
  'report.unassign': 'unassign',
  'report.resolve': 'resolve',
  'report.reopen': 'reopen',
};

const sanctionTypes: Partial<Record<ActionKind, string>> = {
  'account.warn': 'none',
  'account.sensitive': 'sensitive',
  'account.disable': 'disable',
  'account.silence': 'silence',
  'account.suspend': 'suspend',
};

const undoEndpoints: Partial<Record<ActionKind, string>> = {
  'account.undo-sensitive': 'unsensitive',
  'account.undo-disable': 'enable',
  'account.undo-silence': 'unsilence',
  'account.undo-suspend': 'unsuspend',
};

/** Carries out one call, once. What the flavour can't do is refused here, before anything leaves. */
export async function performAction(
  http: HttpClient,
  flavour: Flavour,
  call: ActionCall,
  signal: AbortSignal,
): Promise<void> {
  const { path, form } = requestFor(flavour, call);
  await http.send({ method: 'POST', path, form, headers: { 'idempotency-key': call.idempotencyKey }, signal });
}

function requestFor(flavour: Flavour, call: ActionCall): { path: string; form: Form } {
  const id = encodeURIComponent(call.targetRemoteId);
  const onReport = reportEndpoints[call.kind];
  if (onReport !== undefined) {
    if (flavour.kind === 'gotosocial' && call.kind !== 'report.resolve') throw new PlatformError('refused');
    return { path: `/api/v1/admin/reports/${id}/${onReport}`, form: resolveForm(flavour, call) };
  }
  const sanction = sanctionTypes[call.kind];
  if (sanction !== undefined) {
    if (flavour.kind === 'gotosocial' && sanction !== 'suspend') throw new PlatformError('refused');
    return { path: `/api/v1/admin/accounts/${id}/action`, form: sanctionForm(sanction, call) };
  }
  const undo = undoEndpoints[call.kind];
  if (undo === undefined || flavour.kind === 'gotosocial') throw new PlatformError('refused');
  return { path: `/api/v1/admin/accounts/${id}/${undo}`, form: [] };
}

/** GoToSocial shows and mails the comment to the reporter; Mastodon has no such field. */
function resolveForm(flavour: Flavour, call: ActionCall): Form {
  const tells = flavour.kind === 'gotosocial' && call.kind === 'report.resolve' && call.text !== '';
  return tells ? [['action_taken_comment', call.text]] : [];
}

function sanctionForm(type: string, call: ActionCall): Form {
  return [
    ['type', type],
    ...(call.reportRemoteId === null ? [] : [['report_id', call.reportRemoteId] as const]),
    ['text', call.text],
    ['send_email_notification', String(call.notify)],
  ];
}
