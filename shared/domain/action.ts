import type { Transitions } from './state-machine.ts';

/** One call to the platform that carries out part of a decision. */
export const actionStates = ['drafted', 'confirmed', 'sending', 'applied', 'failed', 'conflict', 'reversed'] as const;
export type ActionState = (typeof actionStates)[number];

export const actionTransitions: Transitions<ActionState> = {
  drafted: ['confirmed', 'reversed'],
  // Undo until sent: a confirmed action that never left may be taken back.
  confirmed: ['sending', 'conflict', 'reversed', 'applied'],
  // Written before the request leaves. After a crash nobody knows whether it arrived: only a re-read may decide.
  sending: ['applied', 'failed', 'conflict', 'confirmed'],
  applied: ['reversed'],
  failed: ['confirmed', 'conflict', 'reversed', 'applied'],
  conflict: ['confirmed', 'reversed', 'applied'],
  reversed: [],
};

/** Actions that the outbox still owes the platform. */
export const waitingActionStates = ['confirmed', 'sending', 'failed'] as const satisfies readonly ActionState[];

export const actionKinds = [
  'report.assign',
  'report.unassign',
  'report.resolve',
  'report.reopen',
  'report.note',
  'account.warn',
  'account.sensitive',
  'account.disable',
  'account.silence',
  'account.suspend',
  'account.undo-sensitive',
  'account.undo-disable',
  'account.undo-silence',
  'account.undo-suspend',
  'post.remove',
  'post.restore',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/**
 * True when a second identical call does nothing more than the first. Account sanctions are not: each call makes
 * another strike and may send another message (research/platforms.md, Mastodon, "Account actions"). Nor are notes.
 */
export function isIdempotent(kind: ActionKind): boolean {
  switch (kind) {
    case 'report.note':
    case 'account.warn':
    case 'account.sensitive':
    case 'account.disable':
    case 'account.silence':
    case 'account.suspend':
      return false;
    default:
      return true;
  }
}

/**
 * Whether a second request must not go out while the first may still arrive. So it is with everything that is not idempotent,
 * and with lifting a sanction: the request that comes late would lift what a colleague has imposed since.
 */
export function mustNotArriveTwice(kind: ActionKind): boolean {
  return !isIdempotent(kind) || kind.startsWith('account.undo-');
}
