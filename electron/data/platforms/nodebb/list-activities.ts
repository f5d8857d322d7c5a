import type { Instant } from '../../../../shared/domain/ids.ts';
import { decodeAnswer, decodeItems } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import { readIfOffered } from '../detect/read-if-there.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { type ActivityPage, PlatformError, type RemoteActivity } from '../platform.ts';
import { decodeJoined, decodePosted } from './decode-activity.ts';
import { type NewestFirstPage, type Walk, walkNewestFirst } from './walk-newest-first.ts';
import { whoAmI } from './who-am-i.ts';

/** The recent posts come in pages of this size, whatever is asked for. */
const postsPerPage = 20;

type Activities = NewestFirstPage<RemoteActivity>;

/**
 * Members who joined, then topics and replies, each from the oldest on. Reactions are not listed by the forum. Guests may read
 * both lists, so a worthless token would go unnoticed and hide what guests can't see; each call therefore asks who we are.
 */
export async function listActivities(
  http: HttpClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ActivityPage> {
  const place = readPlace(cursor);
  if (place.list === 'joined') {
    const pages = { count: 0 };
    const read = async (page: number): Promise<Activities> => readJoined(http, page, pages, signal);
    const last = async (): Promise<number> => {
      await read(1);
      return pages.count;
    };
    const { walk, ...found } = await walkNewestFirst(place.joined, { read, last });
    await whoAmI(http, signal);
    const cursor = writePlace({ ...place, joined: walk, list: walk.page === null ? 'posted' : 'joined' });
    return { ...found, next: cursor, resume: cursor };
  }
  const read = (page: number) => readPosted(http, page, signal);
  const last = () => lastPageOfPosts(http, signal);
  const { walk, ...found } = await walkNewestFirst(place.posted, { read, last });
  await whoAmI(http, signal);
  const isDone = walk.page === null;
  const resume = writePlace({ ...place, posted: walk, list: isDone ? 'joined' : 'posted' });
  return { ...found, next: isDone ? null : resume, resume };
}

async function readJoined(
  http: HttpClient,
  page: number,
  pages: { count: number },
  signal: AbortSignal,
): Promise<Activities> {
  try {
    const path = `/api/users?section=joindate&page=${page}`;
    const answer = await http.send({ method: 'GET', path, paged: true, signal });
    pages.count = decodeAnswer(answer.body, (value) => value.at('pagination').at('pageCount').numberOr(0));
    const { items, rejected } = decodeItems((answer.body as { users?: unknown }).users, decodeJoined);
    return { items: items.filter((item) => item !== null), rejected, answeredAt: serverTime(answer) };
  } catch (error) {
    // A forum may keep its list of members to itself.
    if (error instanceof PlatformError && error.code === 'forbidden') {
      return { items: [], rejected: [], answeredAt: Date.now() };
    }
    throw error;
  }
}

async function readPosted(http: HttpClient, page: number, signal: AbortSignal): Promise<Activities> {
  const path = `/api/recent/posts/alltime?page=${page}`;
  const answer = await http.send({ method: 'GET', path, paged: true, signal });
  const { items, rejected } = decodeItems(answer.body, decodePosted);
  return { items: items.filter((item) => item !== null), rejected, answeredAt: serverTime(answer) };
}

function serverTime({ headers }: HttpAnswer): Instant {
  const at = Date.parse(headers.get('date') ?? '');
  // The header has whole seconds.
  return Number.isNaN(at) ? Date.now() : at + 999;
}

/** By what the forum says about itself; 0 where it says nothing, and then the first empty page is the end. */
async function lastPageOfPosts(http: HttpClient, signal: AbortSignal): Promise<number> {
  const info = new RemoteValue(await readIfOffered(http, '/nodeinfo/2.0', signal));
  if (!info.isObject || !info.at('usage').isObject) return 0;
  const usage = info.at('usage');
  return Math.ceil((usage.at('localPosts').numberOr(0) + usage.at('localComments').numberOr(0)) / postsPerPage);
}

interface Place {
  readonly joined: Walk;
  readonly posted: Walk;
  /** Which of the two is being read. */
  readonly list: 'joined' | 'posted';
}

function writePlace({ joined, posted, list }: Place): string {
  return JSON.stringify([list, joined.at, joined.page, posted.at, posted.page]);
}

/** A cursor that can't be read starts from the beginning. */
function readPlace(cursor: string | null): Place {
  const start: Walk = { at: 0, page: null };
  try {
    const [list, joinedAt, joinedPage, postedAt, postedPage] = JSON.parse(cursor ?? '[]') as unknown[];
    if ((list === 'joined' || list === 'posted') && isWalk(joinedAt, joinedPage) && isWalk(postedAt, postedPage)) {
      const joined = { at: joinedAt as Instant, page: joinedPage as number | null };
      return { list, joined, posted: { at: postedAt as Instant, page: postedPage as number | null } };
    }
  } catch {
    // Falls through.
  }
  return { list: 'joined', joined: start, posted: start };
}

function isWalk(at: unknown, page: unknown): boolean {
  return typeof at === 'number' && (page === null || (typeof page === 'number' && page >= 1));
}
