import { useEffect, useSyncExternalStore } from 'react';
import type { CaseDraft, CaseView } from '../../../shared/ipc/topics/case.ts';
import { call } from '../../app/api.ts';
import { type DraftEntry, DraftStore } from './draft-store.ts';

export const drafts = new DraftStore(
  (caseId, draft) => call('case.saveDraft', { caseId, draft }),
  (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
);

/** The draft of a case and how to change it; saved by itself, at once when the case is left. */
export function useCaseDraft(view: CaseView): DraftEntry & { change: (part: Partial<CaseDraft>) => void } {
  const { caseId, draft } = view;
  const entry = useSyncExternalStore(drafts.subscribe, () => drafts.read(caseId, draft));
  useEffect(() => () => void drafts.flush(caseId), [caseId]);
  return { ...entry, change: (part) => drafts.change(caseId, draft, part) };
}
