import { useSyncExternalStore } from 'react';
import type { HeadlineTopic, ReportVersion } from '../../../shared/domain/health/report.ts';

/** What a coordinator decides about a report before it is exported. */
export interface ReportDraft {
  readonly version: ReportVersion;
  readonly changed: string;
  readonly withNotes: boolean;
  /** Findings chosen for the first page; where none is, the rule takes one. */
  readonly headlines: Readonly<Partial<Record<HeadlineTopic, string>>>;
}

/** What every part of the screen that changes a draft is given. */
export interface DraftProps {
  readonly communityId: number;
  readonly draft: ReportDraft;
  readonly onChange: (part: Partial<ReportDraft>) => void;
}

const emptyDraft: ReportDraft = { version: 'public', changed: '', withNotes: true, headlines: {} };

/** Kept while the store is open, so that nobody loses what they wrote by looking something up in another room. */
const drafts = new Map<number, ReportDraft>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The draft of a community's report, and how a part of it is changed. */
export function useReportDraft(communityId: number | null): {
  readonly draft: ReportDraft;
  readonly change: (part: Partial<ReportDraft>) => void;
} {
  const read = () => (communityId === null ? undefined : drafts.get(communityId)) ?? emptyDraft;
  const draft = useSyncExternalStore(follow, read);
  return {
    draft,
    change: (part) => {
      if (communityId === null) return;
      drafts.set(communityId, { ...read(), ...part });
      tell();
    },
  };
}

/** Forgets what was written: the store was locked, and nothing of it may stay in the window. */
export function forgetReportDrafts(): void {
  drafts.clear();
  tell();
}
