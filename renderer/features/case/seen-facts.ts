import { useState } from 'react';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';

/** What a decision rests on, as one text to compare: new complaints, edits, deletions, and what happened to the account. */
export function factsOf(view: CaseView): string {
  return JSON.stringify([
    view.reports.map(({ reportId, remoteState, comment }) => [reportId, remoteState, comment.length]),
    view.subjects.map(({ subjectId, presence, versions }) => [subjectId, presence, versions.length]),
    view.member.accountState,
  ]);
}

/**
 * Whether the facts are still those that were there when the case was opened. The screen follows every change by itself;
 * without this a decision would silently rest on something that came in below the fold.
 */
export function useSeenFacts(view: CaseView): {
  changed: boolean;
  see: () => void;
  isSeen: (view: CaseView) => boolean;
} {
  const [seen, setSeen] = useState(() => factsOf(view));
  const facts = factsOf(view);
  const isSeen = (other: CaseView) => factsOf(other) === seen;
  return { changed: facts !== seen, see: () => setSeen(facts), isSeen };
}
