import type { Instant } from '../../../../shared/domain/ids.ts';
import { decodeItems } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ActivityPage, RemoteActivity } from '../platform.ts';
import { decodeActivity, decodeJoined } from './decode-activity.ts';
import type { ActivityEntry } from './dialect.ts';
import { readFrom } from './lists/list-page.ts';
import type { LemmyServer } from './server.ts';
import { laterMarks, type Marks, readPosition, type Walk, writePosition } from './walk-position.ts';

/** Posts from elsewhere arrive late and carry the time at which they were written: so much is read again each time. */
const overlapMs = 24 * 60 * 60_000;

/**
 * One page of members' posts or comments, with when their authors joined. As with reports, a pass walks from the newest back to what is known. Here the mark
 * is a time: numbers of what arrives from other servers do not follow the order of the list.
 */
export async function listActivities(
  http: HttpClient,
  server: LemmyServer,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ActivityPage> {
  const lists = server.dialect.activityLists;
  const { marks, walk } = readPosition(cursor, server);
  const at: Walk = walk ?? { list: lists[0] ?? 'post', place: null, top: {} };
  const list = lists.find((one) => one === at.list) ?? 'post';
  const page = await readFrom(at.place, (place) =>
    server.dialect.readActivities(http, server, { list, place, signal }),
  );
  const { items, rejected } = decodeEntries(page.entries);
  // The first page may be pinned posts alone. What comes in above meanwhile is newer than all that this walk gets to see.
  const top = laterMarks(newestOf(list, items), at.top);
  const isThrough = page.next === null || isKnown(page.entries.at(-1), marks[list]);
  const following = lists[lists.indexOf(list) + 1];
  const nextWalk = isThrough ? following && { list: following, place: null, top } : { list, place: page.next, top };
  const sorted = [...items, ...joinedIn(page.entries)].sort((a, b) => a.at - b.at);
  if (nextWalk) {
    const resume = writePosition({ marks, walk: nextWalk }, server);
    return { items: sorted, rejected, next: resume, resume, isBackwards: true };
  }
  const resume = writePosition({ marks: laterMarks(marks, top), walk: null }, server);
  return { items: sorted, rejected, next: null, resume, isBackwards: true };
}

/** When those joined who wrote what is on the page, each once. There is no list of people to tell it of anybody else. */
function joinedIn(entries: readonly ActivityEntry[]): readonly RemoteActivity[] {
  const views = entries.map(({ raw }) => raw);
  // What can't be read of them has been set aside with the post or comment.
  const { items } = decodeItems(views, (view) => decodeJoined(view));
  const joined = items.filter((item) => item !== null);
  return [...new Map(joined.map((one) => [one.remoteId, one])).values()];
}

function decodeEntries(entries: readonly ActivityEntry[]): ReturnType<typeof decodeItems<RemoteActivity>> {
  return decodeItems([...entries], (_, entry) => {
    const { kind, raw } = entry as ActivityEntry;
    return decodeActivity(kind, new RemoteValue(raw));
  });
}

function newestOf(list: string, items: readonly RemoteActivity[]): Marks {
  return items.length === 0 ? {} : { [list]: Math.max(...items.map((item) => item.at)) };
}

/** True when the page ends well before what is known. Posts pinned to the top are older than what follows them. */
function isKnown(entry: ActivityEntry | undefined, mark: Instant | undefined): boolean {
  if (entry === undefined || mark === undefined) return false;
  const { items } = decodeEntries([entry]);
  const isPinned = new RemoteValue(entry.raw).at(entry.kind).at('featured_local').flagOr(false);
  return !isPinned && items[0] !== undefined && items[0].at < mark - overlapMs;
}
