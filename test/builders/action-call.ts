import type { ActionCall } from '../../electron/data/platforms/platform.ts';

/** A call with nothing particular beside what is named: no words, nothing found, based on nothing that was read before. */
export function anActionCall(given: Partial<ActionCall> & Pick<ActionCall, 'kind' | 'targetRemoteId'>): ActionCall {
  return {
    reportRemoteId: null,
    text: '',
    notify: false,
    upheld: null,
    expectedVersion: null,
    idempotencyKey: 'key-1',
    ...given,
  };
}
