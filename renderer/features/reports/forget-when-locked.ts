import { on } from '../../app/api.ts';
import { forgetReportDrafts } from './report-draft.ts';

/** Empties what this feature keeps in memory whenever the store is locked. Called once, where the room is put together. */
export function forgetReportsWhenLocked(): () => void {
  return on('vault.changed', ({ state }) => {
    if (state !== 'open') forgetReportDrafts();
  });
}
