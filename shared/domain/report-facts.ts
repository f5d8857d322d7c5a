import type { Instant } from './ids.ts';
import type { RemoteReportState, ReportCategory } from './report.ts';

/** What a decision rests on, as read from the platform at one moment. Handles are as the platform gives them. */
export interface ReportFacts {
  readonly readAt: Instant;
  readonly state: RemoteReportState;
  readonly version: string;
  readonly assignedTo: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Instant | null;
  readonly accountState: string;
  readonly category: ReportCategory;
  readonly ruleIds: readonly string[];
  readonly postIds: readonly string[];
  /** Those of them that the platform lets nobody take down. Absent where there are none. */
  readonly stayingPostIds?: readonly string[];
  /**
   * When the platform says that the report was changed last. Not part of `version`: it moves with every note too. Null
   * where the platform does not say, absent in what earlier versions of Hearth stored.
   */
  readonly updatedAt?: Instant | null;
}

/** In which respect two readings of a report differ. */
export const factFacets = ['state', 'assigned', 'resolvedBy', 'account', 'category', 'gone', 'posts'] as const;
export type FactFacet = (typeof factFacets)[number];

/** Names every respect in which `now` differs from `base`. Empty means that nothing a decision rests on has moved. */
export function changedFacets(base: ReportFacts, now: ReportFacts): readonly FactFacet[] {
  if (now.state === 'gone' || base.state === 'gone') return now.state === base.state ? [] : ['gone'];
  const changed: FactFacet[] = [];
  if (now.state !== base.state) changed.push('state');
  if (now.assignedTo !== base.assignedTo) changed.push('assigned');
  if (now.resolvedBy !== base.resolvedBy) changed.push('resolvedBy');
  if (now.accountState !== base.accountState) changed.push('account');
  if (now.category !== base.category || !sameSet(now.ruleIds, base.ruleIds)) changed.push('category');
  if (!sameSet(now.postIds, base.postIds)) changed.push('posts');
  return changed;
}

/**
 * Whether anybody changed the report between two readings, also when everything reads as before again: closed by one and
 * opened by another. Null where nobody can say.
 */
export function wasTouched(before: ReportFacts, now: ReportFacts): boolean | null {
  const then = before.updatedAt ?? null;
  const since = now.updatedAt ?? null;
  return then === null || since === null ? null : then !== since;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

/** Stands in where there is no report to go by and the account is all there is to compare. */
export function accountOnlyFacts(accountState: string, readAt: Instant): ReportFacts {
  return {
    readAt,
    state: 'resolved',
    version: `account:${accountState}`,
    assignedTo: null,
    resolvedBy: null,
    resolvedAt: null,
    accountState,
    category: 'other',
    ruleIds: [],
    postIds: [],
    updatedAt: null,
  };
}
