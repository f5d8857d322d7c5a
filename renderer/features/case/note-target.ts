import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import type { CaseReport } from '../../../shared/ipc/topics/case-report.ts';

/** Where a note can be left for colleagues, besides being kept here. */
export interface NoteTarget {
  readonly community: string;
  /** Reports that take it, the one meant first in front. Never empty. */
  readonly reports: readonly CaseReport[];
  /** How many characters the server takes; null for any number. */
  readonly longest: number | null;
}

/** Null where the server of the case takes no notes, or has no report of it any more. */
export function noteTargetOf({ capabilities, communityName, reports }: CaseView): NoteTarget | null {
  if (capabilities?.notes !== true) return null;
  const open = reports.filter(({ remoteState }) => remoteState === 'open');
  const closed = reports.filter(({ remoteState }) => remoteState === 'resolved');
  const there = [...open, ...closed];
  if (there.length === 0) return null;
  return { community: communityName, reports: there, longest: capabilities.longestNote ?? null };
}
