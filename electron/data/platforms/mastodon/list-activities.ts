import type { Instant } from '../../../../shared/domain/ids.ts';
import { decodeItems } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { readPageLinks } from '../http/link-header.ts';
import { joinedActivity } from '../joined-activity.ts';
import { type ActivityPage, PlatformError, type RejectedItem, type RemoteActivity } from '../platform.ts';
import { type ActivityWalk, readWalk, writeWalk } from './activity-walk.ts';
import { decodeAdminAccount } from './decode-account.ts';

const accountsPath = '/api/v2/admin/accounts';
/** Days of last posts are written without a time, and in the server's own days; posts may be dated back a little. */
const overlapMs = 2 * 24 * 60 * 60_000;
/** What anybody may read. Posts for followers or for those named are nobody's business but theirs. */
const forAnybody: readonly string[] = ['public', 'unlisted'];

interface Listing {
  readonly items: readonly RemoteActivity[];
  readonly rejected: readonly RejectedItem[];
  /** How the pass goes on; null when it has come to its end. */
  readonly walk: ActivityWalk | null;
}

/**
 * One page of who joined, or of what one member wrote for anybody to read. No list has the posts and answers of all (that of the
 * server leaves answers out), so a pass goes through the server's own members and, for those who wrote since the last one, from
 * their newest post back to what is known. Boosts and likes are no acts of their own here; what others' servers say is not listed.
 */
export async function listActivities(
  http: HttpClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ActivityPage> {
  const at = readWalk(cursor);
  const { items, rejected, walk } = await (at.waiting.length === 0
    ? listMembers(http, at, signal)
    : listPosts(http, at, signal));
  const sorted = [...items].sort((a, b) => a.at - b.at);
  if (walk) {
    const resume = writeWalk(walk);
    return { items: sorted, rejected, next: resume, resume, isBackwards: true };
  }
  const resume = writeWalk({ since: at.began, began: null, members: null, waiting: [], older: null });
  return { items: sorted, rejected, next: null, resume, isBackwards: true };
}

interface Member {
  readonly joined: RemoteActivity | null;
  readonly remoteId: string;
  /** The day of their last post, as its first instant by this clock; null for somebody who never wrote. */
  readonly lastWrote: Instant | null;
}

async function listMembers(http: HttpClient, at: ActivityWalk, signal: AbortSignal): Promise<Listing> {
  const path = at.members ?? `${accountsPath}?origin=local&limit=100`;
  if (!path.startsWith(accountsPath)) throw new PlatformError('malformed');
  const answer = await http.send({ method: 'GET', path, paged: at.members !== null, signal });
  const { items, rejected } = decodeItems(answer.body, decodeMember);
  const older = readPageLinks(answer.headers.get('link'), http.origin).next;
  const members = items.length + rejected.length === 0 || older === path ? null : older;
  const since = at.since === null ? Number.NEGATIVE_INFINITY : at.since - overlapMs;
  const waiting = items.filter(({ lastWrote }) => (lastWrote ?? -1) >= since && lastWrote !== null);
  const began = at.began ?? answeredAt(answer);
  const isOver = members === null && waiting.length === 0;
  return {
    items: items.flatMap(({ joined }) => joined ?? []),
    rejected,
    walk: isOver ? null : { ...at, began, members, waiting: waiting.map(({ remoteId }) => remoteId), older: null },
  };
}

async function listPosts(http: HttpClient, at: ActivityWalk, signal: AbortSignal): Promise<Listing> {
  const [member = '', ...others] = at.waiting;
  const postsPath = `/api/v1/accounts/${encodeURIComponent(member)}/statuses`;
  const path = at.older ?? `${postsPath}?exclude_reblogs=true&limit=40`;
  if (!path.startsWith(postsPath)) throw new PlatformError('malformed');
  const answer = await sendOrNull(http, path, signal);
  const body = answer?.body ?? [];
  const { items, rejected } = decodeItems(body, decodePost);
  const older = answer === null ? null : readPageLinks(answer.headers.get('link'), http.origin).next;
  const since = at.since === null ? Number.NEGATIVE_INFINITY : at.since - overlapMs;
  const isThrough = items.length + rejected.length === 0 || items.some((post) => post.at < since);
  const goesOn = !isThrough && older !== null && older !== path;
  const walk = goesOn ? { ...at, older } : { ...at, waiting: others, older: null };
  const isOver = walk.waiting.length === 0 && walk.members === null;
  return { items: items.flatMap(({ act }) => act ?? []), rejected, walk: isOver ? null : walk };
}

/** A member who was deleted while the pass went on has nothing to list. */
async function sendOrNull(http: HttpClient, path: string, signal: AbortSignal): Promise<HttpAnswer | null> {
  try {
    // Mastodon counts as pages what names a place in a list; a first page is a request like any other.
    return await http.send({ method: 'GET', path, paged: path.includes('max_id='), signal });
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return null;
    throw error;
  }
}

function decodeMember(value: RemoteValue): Member {
  const { remoteId, handle, joinedAt, isBot, state } = decodeAdminAccount(value);
  const shown = value.at('account');
  const day = shown.isObject ? shown.at('last_status_at').textOr(null) : null;
  const lastWrote = day === null ? Number.NaN : Date.parse(day.slice(0, 10));
  // Whoever waits to be let in has not joined.
  const hasJoined = joinedAt !== null && state !== 'pending';
  const accountEnd = state === 'suspended' ? ({ how: 'removed', at: null } as const) : null;
  return {
    remoteId,
    lastWrote: Number.isNaN(lastWrote) ? null : lastWrote,
    joined: hasJoined ? joinedActivity({ remoteId, handle, at: joinedAt, isBot, accountEnd }) : null,
  };
}

function decodePost(value: RemoteValue): { readonly at: Instant; readonly act: RemoteActivity | null } {
  const at = value.at('created_at').instant();
  const isShared = value.at('reblog').isObject;
  if (isShared || !forAnybody.includes(value.at('visibility').textOr('public'))) return { at, act: null };
  const author = value.at('account');
  const parent = value.at('in_reply_to_id').textOr(null);
  const act: RemoteActivity = {
    remoteId: value.at('id').id(),
    kind: parent === null ? 'posted' : 'replied',
    memberRemoteId: author.at('id').id(),
    memberHandle: author.at('acct').text(),
    at,
    space: null,
    threadRemoteId: null,
    parentRemoteId: parent,
    targetHandle: parent === null ? null : answeredIn(value),
    isBot: author.at('bot').flagOr(false),
  };
  return { at, act };
}

/** The handle of whom a post answers, where it names them. */
function answeredIn(post: RemoteValue): string | null {
  const id = post.at('in_reply_to_account_id').textOr(null);
  if (id === null) return null;
  const named = post.at('mentions').listOrNone();
  const answered = named.find((one) => one.isObject && one.at('id').textOr(null) === id);
  return answered?.at('acct').textOr(null) ?? null;
}

/** By the clock that is behind: what is read twice is known, what is never read is lost. */
function answeredAt(answer: HttpAnswer): Instant {
  const at = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(at) ? Date.now() : Math.min(at, Date.now());
}
