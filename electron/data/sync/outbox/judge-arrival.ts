import { type ActionKind, isIdempotent } from '../../../../shared/domain/action.ts';
import type { Community } from '../../../../shared/domain/community.ts';
import { type ReportFacts, wasTouched } from '../../../../shared/domain/report-facts.ts';
import type { ActionRow } from '../../store/actions/row.ts';
import { accountStateWanted, isResolvedByUs } from './own-doings.ts';

/**
 * What a reading says about a request that left: `arrived`; `not-seen`: it has not arrived so far; `unproven`: everything
 * is as before it left, and would be, too, if it had arrived and somebody had taken it back; `no-trace`: everything is as
 * before, but the request would change nothing that can be read, such as a second silencing; `unclear`: something else
 * happened as well.
 */
export type Arrival = 'arrived' | 'not-seen' | 'unproven' | 'no-trace' | 'unclear';

/** Judges by the remote facts alone, from what was read right before the request left and what is read now. */
export function judgeArrival(
  action: Pick<ActionRow, 'kind' | 'report_id' | 'target_remote_id'>,
  community: Pick<Community, 'accountHandle' | 'capabilities'>,
  before: ReportFacts,
  now: ReportFacts,
): Arrival {
  if (now.state === 'gone') {
    if (before.state !== 'gone') return 'unclear';
    return isIdempotent(action.kind) ? 'not-seen' : 'unproven';
  }
  switch (action.kind) {
    case 'report.resolve':
      return judgeResolved(community, before, now);
    case 'account.warn':
      return judgeWarned(action, community, before, now);
    case 'report.assign':
      return now.assignedTo !== null && now.assignedTo === community.accountHandle ? 'arrived' : 'not-seen';
    case 'report.unassign':
      return now.assignedTo === null || now.assignedTo !== community.accountHandle ? 'arrived' : 'not-seen';
    case 'report.reopen':
      return now.state === 'open' ? 'arrived' : 'not-seen';
    case 'post.remove':
    case 'post.restore':
      return judgePost(action, community, now);
    default:
      return judgeAccount(action, community, before, now);
  }
}

type Us = Pick<Community, 'accountHandle' | 'capabilities'>;

/**
 * Whether the post that an action is about is down or up as the action wants it, by the posts of its report: one that was
 * taken down is not among them. Null where the action is about no post.
 */
export function isPostAsWanted(kind: ActionKind, postRemoteId: string, now: ReportFacts): boolean | null {
  if (kind !== 'post.remove' && kind !== 'post.restore') return null;
  return now.postIds.includes(postRemoteId) === (kind === 'post.restore');
}

/**
 * Nothing says when a post was taken down or put back last. Where both can be done, one that is not as wanted may have been
 * for a while, until a colleague thought otherwise; where posts go for good, it simply has not happened.
 */
function judgePost(action: Pick<ActionRow, 'kind' | 'target_remote_id'>, us: Us, now: ReportFacts): Arrival {
  if (isPostAsWanted(action.kind, action.target_remote_id, now) === true) return 'arrived';
  return us.capabilities?.restorePost === true ? 'unproven' : 'not-seen';
}

function resolvedByUsSince(us: Us, before: ReportFacts, now: ReportFacts): boolean {
  const own = { handle: us.accountHandle };
  if (!isResolvedByUs(now, own)) return false;
  return !isResolvedByUs(before, own) || before.resolvedAt !== now.resolvedAt;
}

function judgeResolved(us: Us, before: ReportFacts, now: ReportFacts): Arrival {
  if (isResolvedByUs(now, { handle: us.accountHandle })) return 'arrived';
  // Closed, but by somebody else: they may have been before us or after us.
  if (now.state === 'resolved' && (before.state === 'open' || now.resolvedBy !== before.resolvedBy)) return 'unclear';
  // Open, but not left alone: a colleague may have opened it again after us, and would be overruled.
  if (now.state === 'open' && wasTouched(before, now) === true) return 'unclear';
  return 'not-seen';
}

/** A warning has no other trace than the report it closes. */
function judgeWarned(action: Pick<ActionRow, 'report_id'>, us: Us, before: ReportFacts, now: ReportFacts): Arrival {
  if (action.report_id === null) return 'no-trace';
  if (resolvedByUsSince(us, before, now)) return 'arrived';
  if (!sameStanding(before, now)) return 'unclear';
  // Not every server closes a closed report again.
  return before.state === 'open' ? asBefore(before, now) : 'no-trace';
}

function judgeAccount(action: Pick<ActionRow, 'kind'>, us: Us, before: ReportFacts, now: ReportFacts): Arrival {
  const wanted = accountStateWanted(action.kind);
  const isThere = now.accountState === wanted;
  const wasThere = before.accountState === wanted;
  const isUndo = action.kind.startsWith('account.undo-');
  if (isUndo) return isThere || now.accountState !== before.accountState ? 'arrived' : 'not-seen';
  const leavesMark = us.capabilities?.accountActionResolvesReports === true && before.state === 'open';
  if (leavesMark) {
    if (isThere && resolvedByUsSince(us, before, now)) return 'arrived';
    return sameStanding(before, now) ? asBefore(before, now) : 'unclear';
  }
  if (wasThere) return sameStanding(before, now) ? 'no-trace' : 'unclear';
  if (isThere) return 'arrived';
  if (now.accountState !== before.accountState) return 'unclear';
  // The account is all there is to go by, and no platform says when its state was changed last.
  return mayBeTakenBack(us, action.kind) ? 'unproven' : 'not-seen';
}

/**
 * For what closes an open report when it arrives, and must not be repeated blindly. All reads as before: either nothing
 * arrived, or somebody has opened the report again. The platform's time of the last change tells the two apart. It moves
 * for a mere note as well; then a person is asked for nothing, which is better than warning somebody twice. Where there is
 * no time to compare, nobody can vouch. That asks seldom: Mastodon always says it, and what earlier versions of Hearth
 * stored lacks it only for requests that were on their way when it was updated.
 */
function asBefore(before: ReportFacts, now: ReportFacts): Arrival {
  const touched = wasTouched(before, now);
  if (touched === null) return 'unproven';
  return touched ? 'unclear' : 'not-seen';
}

/** What we can't take back there, as a suspension on GoToSocial, colleagues can't either. */
function mayBeTakenBack(us: Us, kind: ActionRow['kind']): boolean {
  return us.capabilities?.undoEffects.some((effect) => kind === `account.${effect}`) ?? true;
}

function sameStanding(before: ReportFacts, now: ReportFacts): boolean {
  return (
    before.state === now.state &&
    before.resolvedBy === now.resolvedBy &&
    before.resolvedAt === now.resolvedAt &&
    before.accountState === now.accountState
  );
}
