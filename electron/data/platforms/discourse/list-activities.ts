import { RemoteValue } from '../decode/remote-value.ts';
import { readIfOffered } from '../detect/read-if-there.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ActivityPage } from '../platform.ts';
import { type ActivityPlace, readActivityPlace, writeActivityPlace } from './activity-cursor.ts';
import { listJoined } from './list-joined.ts';
import { listPosts } from './list-posts.ts';
import { idOrNull } from './side-loads.ts';

/** Names of categories by their number. */
export type Spaces = ReadonlyMap<string, string>;

/** A page of members' activities: first those who joined, then what was posted, each oldest first. */
export async function listActivities(
  http: HttpClient,
  spaces: () => Promise<Spaces>,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ActivityPage> {
  const place = readActivityPlace(cursor);
  if (place.turn === 'joined') {
    const page = await listJoined(http, place.joined, signal);
    const next: ActivityPlace = { ...place, joined: page.place, turn: page.more ? 'joined' : 'posts' };
    return { items: page.items, rejected: page.rejected, ...goOn(next) };
  }
  const names = await spaces();
  const spaceOf = (categoryId: string | null) => (categoryId === null ? null : (names.get(categoryId) ?? categoryId));
  const page = await listPosts(http, place.posts, spaceOf, signal);
  const next: ActivityPlace = { ...place, posts: page.place, turn: page.more ? 'posts' : 'joined' };
  if (page.more) return { items: page.items, rejected: page.rejected, ...goOn(next) };
  return { items: page.items, rejected: page.rejected, next: null, resume: writeActivityPlace(next) };
}

/** The categories that this account sees. None where the site does not say. */
export async function readSpaces(http: HttpClient, signal: AbortSignal): Promise<Spaces> {
  const site = new RemoteValue(await readIfOffered(http, '/site.json', signal));
  const spaces = new Map<string, string>();
  for (const category of site.isObject ? site.at('categories').listOrNone() : []) {
    const id = category.isObject ? idOrNull(category.at('id')) : null;
    const name = category.isObject ? category.at('name').textOr('') : '';
    if (id !== null && name !== '') spaces.set(id, name);
  }
  return spaces;
}

function goOn(place: ActivityPlace): { next: string; resume: string } {
  const cursor = writeActivityPlace(place);
  return { next: cursor, resume: cursor };
}
