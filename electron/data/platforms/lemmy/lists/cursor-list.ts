import { RemoteValue } from '../../decode/remote-value.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { PlatformError } from '../../platform.ts';
import { askAt, type ListPage, type Place } from './list-page.ts';
import { listOf, query } from './raw-list.ts';

/** So many items a page, the most that 1.0 gives. */
const pageSize = '50';

/**
 * One page of a list of 1.0. Its cursors name an item, so the list does not shift under the reader; they are lost when that
 * item is purged, and may be when the server is upgraded.
 */
export async function readCursorList<Entry>(
  http: HttpClient,
  asked: { readonly path: string; readonly filter: Readonly<Record<string, string>> },
  { place, signal }: { readonly place: Place | null; readonly signal: AbortSignal },
  entry: (raw: unknown) => Entry,
): Promise<ListPage<Entry>> {
  const parameters = query({ ...asked.filter, limit: pageSize, ...(place !== null && { page_cursor: place }) });
  const ask = () => http.send({ method: 'GET', path: `${asked.path}?${parameters}`, signal });
  const { body } = await askAt(place, isLost, ask);
  const items = listOf(body, 'items');
  const next = new RemoteValue(body).at('next_page').textOr(null);
  return { entries: items.map(entry), next: items.length === 0 || next === place ? null : next, isCut: false };
}

/** An item that is gone is not found; a cursor of another version can't be parsed, or breaks in a way without a name. */
function isLost({ reason }: PlatformError): boolean {
  return reason === 'not_found' || reason === 'couldnt_parse_pagination_token' || reason === 'unknown';
}
