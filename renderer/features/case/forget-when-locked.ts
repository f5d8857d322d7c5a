import { on } from '../../app/api.ts';
import { setLastDecision } from './last-decision.ts';
import { drafts } from './use-case-draft.ts';

/** Empties what this feature keeps in memory whenever the store is locked. Called once, where the panes are put together. */
export function forgetCasesWhenLocked(): () => void {
  return on('vault.changed', ({ state }) => {
    if (state === 'open') return;
    drafts.clear();
    setLastDecision(null);
  });
}
