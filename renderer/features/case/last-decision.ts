import { useSyncExternalStore } from 'react';

/** The newest decision made in this window: it can be taken back until it is sent, whatever is open meanwhile. */
export interface LastDecision {
  readonly decisionId: number;
  readonly caseId: number;
  /** When it was written, in milliseconds since 1970: what was read of the outbox before does not count. */
  readonly madeAt: number;
  /** Until when it certainly stays here, in milliseconds since 1970; null when nothing is going to be sent. */
  readonly undoUntil: number | null;
  readonly recordedOnly: boolean;
  readonly outcome: 'saved' | 'undone' | 'sent';
}

const listeners = new Set<() => void>();
let current: LastDecision | null = null;

/** Replaces what the undo bar shows; null hides it. */
export function setLastDecision(decision: LastDecision | null): void {
  current = decision;
  for (const listener of listeners) listener();
}

export function getLastDecision(): LastDecision | null {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The newest decision, for the undo bar and the undo command. */
export function useLastDecision(): LastDecision | null {
  return useSyncExternalStore(subscribe, getLastDecision);
}
