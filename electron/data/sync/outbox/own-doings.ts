import type { ActionKind } from '../../../../shared/domain/action.ts';
import type { Community } from '../../../../shared/domain/community.ts';
import { changedFacets, type FactFacet, type ReportFacts } from '../../../../shared/domain/report-facts.ts';
import { listActionsOfDecision, listOwnAccountActions, listOwnPostActions } from '../../store/actions/queries.ts';
import { type ActionRow, baseOf, beforeOf } from '../../store/actions/row.ts';
import { findCase } from '../../store/cases/queries.ts';
import type { ReadDb } from '../../store/db.ts';
import { findMember } from '../../store/members/queries.ts';

/** What Hearth itself has done since a decision was based on what it saw: not to be taken for a colleague's doing. */
export interface OwnDoings {
  readonly handle: string | null;
  readonly accountStates: ReadonlySet<string>;
  /** Something we did closes the report by itself, or may. */
  readonly resolved: boolean;
  /** Something we did since was seen to close this very report: open now, it has been opened again. */
  readonly seenClosed: boolean;
  /** Posts that the decision itself wants down or up, and those that Hearth took down or put back elsewhere meanwhile. */
  readonly postsDown: ReadonlySet<string>;
  readonly postsUp: ReadonlySet<string>;
}

const accountStateAfter: Partial<Record<ActionKind, string>> = {
  'account.sensitive': 'sensitive',
  'account.disable': 'disabled',
  'account.silence': 'silenced',
  'account.suspend': 'suspended',
  'account.undo-sensitive': 'active',
  'account.undo-disable': 'active',
  'account.undo-silence': 'active',
  'account.undo-suspend': 'active',
};

/** The state an account is in when an action on it has been carried out; null when the action leaves it as it is. */
export function accountStateWanted(kind: ActionKind): string | null {
  return accountStateAfter[kind] ?? null;
}

/** True when carrying out the action closes the report by itself, or may. */
function closesReport(done: ActionRow, action: ActionRow, community: Community): boolean {
  // Some platforms close every report of a post that they take down.
  if (done.kind === 'post.remove') return baseOf(action).postIds.includes(done.target_remote_id);
  if (done.kind === 'report.resolve' || done.kind === 'account.warn') return done.report_id === action.report_id;
  const can = community.capabilities;
  if (done.kind === 'account.suspend' && can?.suspensionMayResolveReports === true) return true;
  const isSanction = done.target_kind === 'account' && !done.kind.startsWith('account.undo-');
  return isSanction && can?.accountActionResolvesReports === true;
}

/**
 * True when the action was taken for arrived because its own report, open until then, was closed by us (judge-arrival.ts). Where
 * a sanction only may close it, it says nothing.
 * Only later than the base: a person who sends on top of an open report has seen that it was opened again.
 */
function wasSeenToClose(done: ActionRow, action: ActionRow, community: Community): boolean {
  const isOfThis = action.report_id !== null && done.report_id === action.report_id;
  if (!isOfThis || done.target_kind !== 'account' || (done.applied_at ?? 0) <= baseOf(action).readAt) return false;
  const isShown = done.kind === 'account.warn' || community.capabilities?.accountActionResolvesReports === true;
  return isShown && beforeOf(done)?.state === 'open' && closesReport(done, action, community);
}

/** Gathers what this and other decisions of ours have done to the action's report and account. */
export function ownDoings(db: ReadDb, community: Community, action: ActionRow): OwnDoings {
  const base = baseOf(action);
  const row = findCase(db, action.case_id);
  const account = row && findMember(db, row.author_member_id);
  const elsewhere = account ? listOwnAccountActions(db, community.id, account.remote_id, base.readAt) : [];
  const decision = listActionsOfDecision(db, action.decision_id);
  const here = decision.filter((one) => one.state === 'applied');
  const done = [...elsewhere, ...here].filter((one) => one.id !== action.id);
  return {
    handle: community.accountHandle,
    accountStates: new Set(done.map((one) => accountStateWanted(one.kind)).filter((state) => state !== null)),
    resolved: done.some((one) => closesReport(one, action, community)),
    seenClosed: done.some((one) => wasSeenToClose(one, action, community)),
    ...ownPosts([...(row ? listOwnPostActions(db, row.author_member_id, base.readAt) : []), ...decision]),
  };
}

/** What is to be down is no news when it is down, whoever did it; the same for what is to be up. */
function ownPosts(actions: readonly ActionRow[]): Pick<OwnDoings, 'postsDown' | 'postsUp'> {
  const targets = (kind: ActionKind) =>
    new Set(actions.filter((one) => one.kind === kind && one.state !== 'reversed').map((one) => one.target_remote_id));
  return { postsDown: targets('post.remove'), postsUp: targets('post.restore') };
}

/**
 * Names what has changed since the base that we did not do ourselves. Null when nothing has; an empty list when the
 * platform says that something did but not what.
 */
export function movedOn(base: ReportFacts, now: ReportFacts, own: OwnDoings): readonly FactFacet[] | null {
  const changed = changedFacets(base, now);
  if (own.seenClosed && now.state === 'open') return [...new Set<FactFacet>([...changed, 'state'])];
  if (changed.length === 0) return now.version === base.version ? null : [];
  const foreign = changed.filter((facet) => !isOwn(facet, base, now, own));
  return foreign.length === 0 ? null : foreign;
}

function isOwn(facet: FactFacet, base: ReportFacts, now: ReportFacts, own: OwnDoings): boolean {
  switch (facet) {
    case 'state':
    case 'resolvedBy':
      return own.resolved && isResolvedByUs(now, own);
    case 'account':
      return own.accountStates.has(now.accountState);
    case 'assigned':
      // Nobody holds it, or we do: no colleague is at work there.
      return now.assignedTo === null || now.assignedTo === own.handle;
    case 'posts':
      return isOwnInPosts(base, now, own);
    default:
      return false;
  }
}

function isOwnInPosts(base: ReportFacts, now: ReportFacts, own: OwnDoings): boolean {
  const gone = base.postIds.filter((id) => !now.postIds.includes(id));
  const come = now.postIds.filter((id) => !base.postIds.includes(id));
  // A platform may take the posts of a suspended account away.
  const mayBeGone = (id: string) => own.postsDown.has(id) || own.accountStates.has('suspended');
  return gone.every(mayBeGone) && come.every((id) => own.postsUp.has(id));
}

/** True when the platform says that the account we act as closed the report. */
export function isResolvedByUs(now: ReportFacts, own: Pick<OwnDoings, 'handle'>): boolean {
  return now.state === 'resolved' && own.handle !== null && now.resolvedBy === own.handle;
}
