import type { Instant, RemoteId } from '../../../../shared/domain/ids.ts';
import { digest } from '../decode/digest.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemoteReport } from '../platform.ts';
import { claimantOf } from './claim.ts';
import { decodeNotes } from './decode-notes.ts';
import { categoryOf, decodeFlags, type Flag, lastReview, timeOrNull } from './decode-scores.ts';
import { decodeUser, isMachine } from './decode-user.ts';
import { reportVersion } from './report-version.ts';
import { reportedPosts } from './reported-post.ts';
import { idOrNull, type SideLoads } from './side-loads.ts';
import { plainStanding, type Standing } from './standing.ts';

export interface ReviewableContext {
  readonly sides: SideLoads;
  readonly standingOf: (userId: RemoteId) => Standing;
  readonly base: string;
}

/** approved, rejected, ignored, deleted. Pending is 0, and so is taken whatever a newer version may add. */
const closed: ReadonlySet<number> = new Set([1, 2, 3, 4]);

/**
 * A reviewable as one report: everybody who flagged the same target stands in it, the first as its reporter. Types that are
 * not known are kept with whom and what they name.
 */
export function decodeReviewable(value: RemoteValue, raw: unknown, context: ReviewableContext): RemoteReport {
  const { sides, base } = context;
  const remoteId = value.at('id').id();
  const isClosed = closed.has(value.at('status').number());
  const target = targetOf(value, context);
  const flags = decodeFlags(value, sides, new URL(base).host);
  const notes = decodeNotes(value, sides);
  const category = categoryOf(flags);
  const review = isClosed ? (lastReview(flags) ?? lastTransition(value, sides)) : null;
  const resolvedBy = review?.reviewedBy?.at('username').textOr(null) ?? null;
  const assignedTo = claimantOf(value, sides);
  const posts = reportedPosts(value, target, base);
  const postIds = posts.map((post) => post.remoteId);
  return {
    remoteId,
    state: isClosed ? 'resolved' : 'open',
    version: reportVersion(value.at('version').number(), [
      isClosed,
      resolvedBy,
      assignedTo,
      category,
      postIds,
      target.state,
    ]),
    category,
    ruleIds: [],
    comment: flags
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
    forwarded: false,
    createdAt: value.at('created_at').instant(),
    // Discourse does not show when a reviewable was changed last.
    updatedAt: null,
    reporter: reporterOf(value, flags, target, context),
    target,
    assignedTo,
    resolvedBy,
    ...machineOf(review?.reviewedBy ?? null),
    resolvedAt: review?.reviewedAt ?? null,
    posts,
    notes,
    payloadHash: digest([raw, flags.map(({ text, at }) => [text, at]), target.state, assignedTo, notes]),
  };
}

/** The user whose post or account it is; the answer's item is asked, not the people around it. */
export function targetIdOf(value: RemoteValue): RemoteId | null {
  if (!value.isObject) return null;
  const isAboutUser = value.at('type').textOr('') === 'ReviewableUser';
  const account = idOrNull(value.at('user_id'));
  const author = idOrNull(value.at('target_created_by_id'));
  return (isAboutUser ? (account ?? author) : (author ?? account)) ?? null;
}

function targetOf(value: RemoteValue, context: ReviewableContext): RemoteAccount {
  const id = targetIdOf(value);
  const payload = value.at('payload');
  const profile = payload.isObject
    ? [payload.at('bio').textOr(''), payload.at('website').textOr('')].filter((part) => part !== '').join('\n')
    : '';
  const user = id === null ? null : (context.sides.find('users', value.at('user_id')) ?? null);
  const author = context.sides.find('users', value.at('target_created_by_id'));
  const shown = [author, user].find((one) => one !== null && idOrNull(one.at('id')) === id) ?? null;
  if (id !== null && shown) {
    return { ...decodeUser(shown, context.standingOf(id), context.base), profileText: profile };
  }
  // An account that waits for approval is named in what it signed up with; one that was deleted leaves nothing.
  const handle = payload.isObject ? payload.at('username').textOr('') : '';
  const standing = id === null ? plainStanding : context.standingOf(id);
  return {
    remoteId: id ?? `unknown-${value.at('id').id()}`,
    handle,
    displayName: payload.isObject ? payload.at('name').textOr('') : '',
    server: null,
    isBot: false,
    isStaff: standing.isStaff,
    state: standing.state,
    joinedAt: standing.joinedAt,
    url: handle === '' ? null : `${context.base}/u/${encodeURIComponent(handle)}`,
    counts: {},
    profileText: profile,
  };
}

/** Whoever flagged first. Nobody complained where the site itself held the author's own post or account. */
function reporterOf(
  value: RemoteValue,
  flags: readonly Flag[],
  target: RemoteAccount,
  { sides, standingOf, base }: ReviewableContext,
): RemoteAccount | null {
  const first = flags.find(({ by }) => by !== null)?.by ?? sides.find('users', value.at('created_by_id'));
  const id = first ? idOrNull(first.at('id')) : null;
  if (!first || id === null || id === target.remoteId) return null;
  return decodeUser(first, standingOf(id), base);
}

/** Reviewables without a flag say who closed them in their history alone, and only newer versions show it. */
function lastTransition(
  value: RemoteValue,
  sides: SideLoads,
): { reviewedAt: Instant | null; reviewedBy: RemoteValue | null } | null {
  const transitions = sides
    .findAll('reviewable_histories', value.at('reviewable_history_ids'))
    .filter(
      (entry) => entry.at('reviewable_history_type').numberOr(null) === 1 && closed.has(entry.at('status').numberOr(0)),
    );
  const last = transitions.at(-1);
  if (!last) return null;
  return { reviewedAt: timeOrNull(last.at('created_at')), reviewedBy: sides.find('users', last.at('created_by_id')) };
}

/** The site closes by itself what nobody came to, as its own user. */
function machineOf(reviewer: RemoteValue | null): Pick<RemoteReport, 'closedByMachine'> {
  const remoteId = reviewer === null ? null : idOrNull(reviewer.at('id'));
  const handle = reviewer?.at('username').textOr('') ?? '';
  return remoteId !== null && handle !== '' && isMachine(remoteId) ? { closedByMachine: { remoteId, handle } } : {};
}
