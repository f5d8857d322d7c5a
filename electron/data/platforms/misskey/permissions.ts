import type { ActionKind } from '../../../../shared/domain/action.ts';
import type { ActionCall } from '../platform.ts';

/** An action of Hearth's as Misskey knows it: the permission a token needs, the endpoint, and what it is told. */
export interface MisskeyAction {
  readonly kind: ActionKind;
  readonly right: string;
  readonly endpoint: string;
  readonly body: (call: ActionCall) => Readonly<Record<string, unknown>>;
}

const user = ({ targetRemoteId }: ActionCall) => ({ userId: targetRemoteId });

const everywhere: readonly MisskeyAction[] = [
  {
    kind: 'report.resolve',
    right: 'write:admin:resolve-abuse-user-report',
    endpoint: 'admin/resolve-abuse-user-report',
    // Before 2024.10 there was `forward` instead, which nobody wants by accident; what a server does not know it leaves alone.
    body: ({ targetRemoteId, upheld }) => ({ reportId: targetRemoteId, resolvedAs: resolvedAs(upheld) }),
  },
  {
    kind: 'account.suspend',
    right: 'write:admin:suspend-user',
    endpoint: 'admin/suspend-user',
    body: user,
  },
  {
    kind: 'account.undo-suspend',
    right: 'write:admin:unsuspend-user',
    endpoint: 'admin/unsuspend-user',
    body: user,
  },
  {
    kind: 'post.remove',
    right: 'write:notes',
    endpoint: 'notes/delete',
    body: ({ targetRemoteId }) => ({ noteId: targetRemoteId }),
  },
];

/** Misskey has roles instead; some forks want a reason for it. Sharkey takes the account alone. */
const onSharkey: readonly MisskeyAction[] = [
  {
    kind: 'account.silence',
    right: 'write:admin:silence-user',
    endpoint: 'admin/silence-user',
    body: user,
  },
  {
    kind: 'account.undo-silence',
    right: 'write:admin:unsilence-user',
    endpoint: 'admin/unsilence-user',
    body: user,
  },
];

/** What can be done on this software, as far as Hearth uses it. */
export function actionsOf(software: string): readonly MisskeyAction[] {
  return software === 'sharkey' ? [...everywhere, ...onSharkey] : everywhere;
}

/** To know oneself. */
export const selfRight = 'read:account';
export const reportsRight = 'read:admin:abuse-user-reports';
/** To list who joined when. Before 2024.5 it took `read:admin:show-users`, which the other has taken in. */
export const accountsRight = 'read:admin:show-user';
export const accountsList = 'admin/show-users';

/** The permissions to ask for at sign-in: those that Hearth makes use of and no other. */
export function wantedPermissions(software: string): readonly string[] {
  return [selfRight, reportsRight, accountsRight, ...actionsOf(software).map(({ right }) => right)];
}

function resolvedAs(upheld: boolean | null): 'accept' | 'reject' | null {
  if (upheld === null) return null;
  return upheld ? 'accept' : 'reject';
}
