import { type CaseState, caseStates, openCaseStates } from '../../../shared/domain/case.ts';
import type { CaseId, Instant } from '../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import type { ParsedQueueFilter, QueueView } from '../../../shared/ipc/topics/queue.ts';

/** A filter as the queries need it: who "me" is, what time it is, and what the search found are settled. */
export interface QueueScope {
  readonly states: readonly CaseState[];
  readonly communityIds: readonly number[];
  readonly categories: readonly ReportCategory[];
  readonly languages: readonly string[];
  readonly claimedBy: 'anyone' | 'me' | 'others' | 'nobody';
  readonly device: string;
  /** Opened at this time or before; null for any time. */
  readonly openedBefore: Instant | null;
  /** Only these cases; null for all. */
  readonly found: readonly CaseId[] | null;
}

const viewStates: Readonly<Record<QueueView, readonly CaseState[]>> = {
  open: openCaseStates,
  mine: openCaseStates,
  waiting: ['waiting'],
  decided: ['decided', 'archived'],
  all: caseStates,
};

/** Settles a filter. `found` are the cases that the filter's search finds, or null when it has none. */
export function scopeOf(
  filter: ParsedQueueFilter,
  at: { device: string; now: Instant; found: readonly CaseId[] | null },
): QueueScope {
  const inView = viewStates[filter.view];
  const hours = filter.olderThanHours;
  return {
    states: filter.states.length === 0 ? inView : inView.filter((state) => filter.states.includes(state)),
    communityIds: filter.communityIds,
    categories: filter.categories,
    languages: filter.languages,
    claimedBy: filter.view === 'mine' ? 'me' : filter.claimedBy,
    device: at.device,
    // To the minute, so that two questions about the same view a moment apart are the same question.
    openedBefore: hours === null ? null : Math.floor((at.now - hours * 3_600_000) / 60_000) * 60_000,
    found: at.found,
  };
}
